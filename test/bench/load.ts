// Load for a fixed time: as many workers as the concurrency, each sends its next request when it has its answer, over
// connections that are kept open.
import { Agent, request } from 'node:http';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly token: string;
  readonly body?: string;
  /** The answer must hold this, or the benchmark measures errors. */
  readonly expected: string;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly medianMs: number;
}

interface Load {
  readonly concurrency: number;
  readonly durationMs: number;
  readonly next: () => LoadRequest;
}

export async function runLoad({ concurrency, durationMs, next }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latencies: number[] = [];
  const startedAt = performance.now();
  async function work(): Promise<void> {
    while (performance.now() - startedAt < durationMs) {
      const sentAt = performance.now();
      await send(next(), agent);
      latencies.push(performance.now() - sentAt);
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
  const elapsedMs = performance.now() - startedAt;
  agent.destroy();
  return { perSecond: (latencies.length / elapsedMs) * 1000, medianMs: median(latencies) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function send({ method, url, token, body, expected }: LoadRequest, agent: Agent): Promise<void> {
  const content = body && {
    'Content-Type': 'application/scim+json',
    'Content-Length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers: { Authorization: `Bearer ${token}`, ...content } };
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (text.includes(expected)) resolve();
        else reject(new Error(`${method} ${url}: ${incoming.statusCode} ${text}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
