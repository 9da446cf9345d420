// Uses of credentials, counted in memory and written every few seconds: a request must not wait for a second write.
// What is read is up to date, because readers flush first. A process that is killed loses the last seconds.
import type { Source } from '../../shared/admin/request-log.ts';

export interface Use {
  /** Instant. */
  readonly at: string;
  readonly source: Source;
}

/** What came together since the last write; `at` and `source` are those of the newest. */
export interface Uses extends Use {
  readonly key: number;
  readonly requests: number;
}

const WRITE_EVERY_MS = 5_000;

export function createUsageBuffer(write: (uses: Uses) => void) {
  const pending = new Map<number, Uses>();
  let writtenAtMs = 0;

  function note(key: number, use: Use): void {
    const requests = (pending.get(key)?.requests ?? 0) + 1;
    pending.set(key, { key, requests, ...use });
    const atMs = Date.parse(use.at);
    if (atMs - writtenAtMs < WRITE_EVERY_MS) return;
    writtenAtMs = atMs;
    flush();
  }

  function flush(): void {
    for (const uses of pending.values()) write(uses);
    pending.clear();
  }

  return { note, flush };
}
