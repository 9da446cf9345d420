// Bodies as the log keeps them: secrets are masked by now, the limit is a setting, and they can be left out.
import type { RecordedBody } from '../../../shared/admin/request-log.ts';
import type { LogLimits } from '../../../shared/admin/request-log-changes.ts';
import type { ReceivedBody } from './exchange.ts';

/** Size and whether it was cut are those of the wire. */
export function recordBody(
  text: string,
  { size: bytes, isTooLarge }: Pick<ReceivedBody, 'size' | 'isTooLarge'>,
  { maxBodyBytes, recordsBodies }: LogLimits,
): RecordedBody {
  const limit = recordsBodies ? maxBodyBytes : 0;
  if (Buffer.byteLength(text) <= limit) return { text, bytes, truncated: isTooLarge };
  // A character that is cut in two is left out.
  const head = new TextDecoder('utf-8').decode(Buffer.from(text).subarray(0, limit), {
    stream: true,
  });
  return { text: head, bytes, truncated: bytes > 0 };
}
