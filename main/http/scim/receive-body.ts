// Takes the body off the wire as bytes, before anyone judges the request: a rejected request is recorded with what it
// carried. Beyond the limit nothing is kept; the rest is thrown away as it comes, so that the answer still arrives.
// @see RFC 7644 §3.12, 413
import type { Exchange, ReceivedBody, ScimAnswer, ScimRequest } from './exchange.ts';

export const MAX_BODY_BYTES = 1_048_576;

export const NO_BODY: ReceivedBody = { bytes: Buffer.alloc(0), size: 0, isTooLarge: false };

export async function receiveBody(
  request: ScimRequest,
  response: ScimAnswer,
  next: () => void,
): Promise<void> {
  const exchange: Exchange = response.locals.exchange;
  exchange.body = await readBytes(request);
  next();
}

async function readBytes(request: ScimRequest): Promise<ReceivedBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Without an encoding set, a request yields Buffers.
  const received: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of received) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return abandon(request, Buffer.concat(chunks));
  }
  return { bytes: Buffer.concat(chunks), size, isTooLarge: false };
}

function abandon(request: ScimRequest, received: Buffer): ReceivedBody {
  request.resume();
  const declared = Number(request.headers['content-length'] ?? 0);
  const size = Math.max(received.length, declared);
  return { bytes: received.subarray(0, MAX_BODY_BYTES), size, isTooLarge: true };
}
