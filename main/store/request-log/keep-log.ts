// What the log does by itself, in small steps: erases what was removed when its time to undo is over, forgets what is too
// old or too much, and fills or drops the search index. Pinned requests are never forgotten and count apart, so that new
// requests have their room however many are pinned. Imported ones do not grow too old: they may be so when they come.
import type { Clock } from '../../base/clock.ts';
import type { createLogState } from './log-state.ts';
import type { EntryStore } from './entries.ts';
import type { LogSize } from './log-extent.ts';
import { askForRemoved } from './question.ts';
import type { RemovalRow, RemovalStore } from './removals.ts';
import type { SearchIndex } from './search-index.ts';
import { sliceCondition, type InSlices, type LogWalker } from './walk-log.ts';

export interface KeeperParts {
  readonly clock: Clock;
  readonly walker: LogWalker;
  readonly entries: EntryStore;
  readonly removals: RemovalStore;
  readonly index: SearchIndex;
  readonly state: ReturnType<typeof createLogState>;
  readonly size: { -readonly [Part in keyof LogSize]: LogSize[Part] };
}

/** Rows that are forgotten together. */
const PRUNE_BATCH = 200;

/** Ids of the first slice of an erasure; the next ones are as large as time allows. */
const ERASE_SLICE = 200;

const DAY_MS = 86_400_000;
const LOOK_AGAIN_MS = 60_000;

export function createLogKeeper(parts: KeeperParts) {
  const { clock, entries, index, state, size } = parts;
  const eraser = createEraser(parts, erase);
  let noneBeforeMs = Number.NaN;

  function erase(ids: readonly number[]): void {
    for (const { bytes, isPinned } of entries.erase(ids)) {
      size.rows -= 1;
      size.bytes -= bytes;
      size.pinnedRows -= isPinned;
      size.pinnedBytes -= isPinned * bytes;
    }
  }

  function prunable(): { readonly rows: number; readonly bytes: number } {
    return { rows: size.rows - size.pinnedRows, bytes: size.bytes - size.pinnedBytes };
  }

  /** After each write: in batches, so that no single request pays for it. */
  function prune(): void {
    const { maxRows, maxBytes } = state.limits();
    if (prunable().rows >= maxRows + PRUNE_BATCH) {
      erase(entries.oldest.all(prunable().rows - maxRows));
    }
    while (prunable().bytes > maxBytes && prunable().rows > 1) {
      const oldest = entries.oldest.all(1);
      if (oldest.length === 0) return;
      erase(oldest);
    }
  }

  /** The next ones that are too old. Where there was none, nobody looks again for a minute: those that are kept are met too. */
  function findAged(maxAgeDays: number | null): readonly number[] {
    if (maxAgeDays === null) return [];
    const atMs = clock.now().getTime() - maxAgeDays * DAY_MS;
    if (atMs >= noneBeforeMs && atMs < noneBeforeMs + LOOK_AGAIN_MS) return [];
    const aged = entries.expired.all({ at: new Date(atMs).toISOString(), limit: PRUNE_BATCH });
    noneBeforeMs = aged.length === 0 ? atMs : Number.NaN;
    return aged;
  }

  /** Whether there was anything to forget. */
  function pruneSome(): boolean {
    const { maxRows, maxBytes, maxAgeDays } = state.limits();
    const aged = findAged(maxAgeDays);
    const { rows, bytes } = prunable();
    const isOver = rows > maxRows || bytes > maxBytes;
    const ids = aged.length > 0 || !isOver ? aged : entries.oldest.all(excess(maxRows));
    if (ids.length > 0) erase(ids);
    return ids.length > 0;
  }

  function excess(maxRows: number): number {
    return Math.min(PRUNE_BATCH, Math.max(1, prunable().rows - maxRows));
  }

  /** One step, of some milliseconds at most; returns whether there is more to do. */
  function keep(): boolean {
    return eraser.eraseSome() || pruneSome() || keepIndex();
  }

  function keepIndex(): boolean {
    return state.limits().indexesText ? index.indexSome() : index.drop();
  }

  /** The log has been filled anew. */
  function restart(): void {
    noneBeforeMs = Number.NaN;
    eraser.restart();
  }

  return { prune, keep, erase, restart };
}

/** Takes removals whose time is over, one after the other, slice by slice. */
function createEraser(
  { clock, walker, removals }: KeeperParts,
  erase: (ids: readonly number[]) => void,
) {
  let erasure: { readonly removal: RemovalRow; readonly slices: InSlices<undefined> } | undefined;

  /** Whether there was anything to erase. */
  function eraseSome(): boolean {
    erasure ??= beginErasure();
    if (erasure === undefined) return false;
    if (erasure.slices.next().done === true) {
      removals.finish(erasure.removal);
      erasure = undefined;
    }
    return true;
  }

  function beginErasure() {
    const removal = removals.due(clock.now().toISOString());
    return removal && { removal, slices: eraseRemoved(removal) };
  }

  function eraseRemoved(removal: RemovalRow): InSlices<undefined> {
    const { condition, params, range } = askForRemoved(walker, removal);
    const statement = walker
      .prepare(`select r.id from request_log r where ${sliceCondition(condition)}`)
      .pluck();
    return walker.walk({ range, direction: 'up', firstSlice: ERASE_SLICE }, ({ least, most }) => {
      const ids = statement.all({ ...params, lo: least, hi: most }).map(Number);
      if (ids.length > 0) erase(ids);
      return false;
    });
  }

  /** The log has been filled anew. */
  function restart(): void {
    erasure = undefined;
  }

  return { eraseSome, restart };
}
