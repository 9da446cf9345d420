// Orders to remove requests, and to bring them back. @see ./removals.ts
import {
  UNDO_SECONDS,
  type Removal,
  type RemovalOrder,
} from '../../../shared/admin/request-log-changes.ts';
import type { RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import type { Clock } from '../../base/clock.ts';
import type { Asked, Question } from './question.ts';
import { countRows } from './read-pages.ts';
import type { NewRemoval, RemovalRow, RemovalStore } from './removals.ts';
import type { TrafficStore } from '../traffic.ts';
import { runAtOnce, type InSlices, type LogWalker } from './walk-log.ts';

export interface RemovalParts {
  readonly ask: (asked: Asked) => Question;
  readonly walker: LogWalker;
  readonly removals: RemovalStore;
  readonly traffic: TrafficStore;
  readonly clock: Clock;
  /** Requests that have come and are not recorded yet. */
  readonly openIds: () => readonly number[];
}

const ALL = { upTo: Number.MAX_SAFE_INTEGER - 1 };

export function createRemovals({ ask, walker, removals, traffic, clock, openIds }: RemovalParts) {
  /** Counts what goes first, giving way between slices. */
  function* remove(order: RemovalOrder): InSlices<Removal> {
    const now = clock.now();
    const expires = new Date(now.getTime() + UNDO_SECONDS * 1000).toISOString();
    const isChosen = 'ids' in order;
    const question = ask(isChosen ? { ids: order.ids } : { ...order, tree: restOf(order) });
    const { count } = yield* countRows(walker, question, ALL);
    return toRemoval(
      removals.add({
        ...everything(now, question),
        expires,
        removed: count,
        ...(isChosen
          ? { ids: JSON.stringify(order.ids) }
          : {
              tenant: order.tenant ?? null,
              filter: order.filter,
              olderThan: order.olderThan === undefined ? null : toInstant(order.olderThan),
              includesPinned: Number(order.includesPinned),
            }),
      }),
    );
  }

  /** At once and for good: all of it, or what one tenant received. Returns how many requests went. */
  function clear(tenant?: string): number {
    const now = clock.now();
    const question = ask({ ...(tenant !== undefined && { onlyTenant: tenant }) });
    const { count } = runAtOnce(countRows(walker, question, ALL));
    removals.add({
      ...everything(now, question),
      expires: now.toISOString(),
      removed: count,
      onlyTenant: tenant ?? null,
    });
    traffic.clear(tenant);
    return count;
  }

  /** How many are in the lists again; undefined when its time is over. */
  function undoRemoval(id: string): number | undefined {
    return removals.undo(id, clock.now().toISOString())?.removed;
  }

  return { remove, clear, undoRemoval };

  function everything(now: Date, { range }: Question): Omit<NewRemoval, 'expires' | 'removed'> {
    return {
      upTo: range.most,
      openIds: JSON.stringify(openIds()),
      tenant: null,
      onlyTenant: null,
      filter: '',
      asked: now.toISOString(),
      ids: null,
      olderThan: null,
      includesPinned: 1,
    };
  }
}

type ScopedOrder = Exclude<RemovalOrder, { ids: number[] }>;

function restOf({ olderThan, includesPinned }: ScopedOrder): RequestFilter {
  const terms: RequestFilter[] = [];
  if (olderThan !== undefined) {
    const value = { type: 'instant', text: toInstant(olderThan) } as const;
    terms.push({ kind: 'token', name: 'before', value });
  }
  if (!includesPinned) {
    const pinned: RequestFilter = {
      kind: 'token',
      name: 'is',
      value: { type: 'text', text: 'pinned' },
    };
    terms.push({ kind: 'not', term: pinned });
  }
  return { kind: 'and', terms };
}

function toInstant(time: string): string {
  return new Date(time).toISOString();
}

function toRemoval({ id, removed, expires }: RemovalRow): Removal {
  return { id, removed, expiresAt: expires };
}
