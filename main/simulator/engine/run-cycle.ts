// One cycle, initial or incremental, as a stream of what it comes to. No rule stands here, only the order: probes; users
// before groups; references when all objects are there; last what leaves, counted before anything of it is done.
// Each object is kept in one transaction right after its last request. So a process that dies at any moment has lost
// nothing but the requests under way, and these are found again by matching.
// @see entra docs "How application provisioning works in Microsoft Entra ID", "Provisioning cycles"
import type { CycleExecution, CycleType } from '../../../shared/simulator/job.ts';
import {
  INCOMPATIBLE,
  INVALID_CREDENTIALS,
  type SentExchange,
  type TargetFailure,
} from '../client/scim-outcome.ts';
import { incrementalCandidates, initialCandidates, type Candidates } from './candidates.ts';
import { concurrently } from './concurrently.ts';
import type { CycleContext } from './cycle-context.ts';
import type { Outcome } from './passage.ts';
import { probeTarget } from './probe-target.ts';
import { provisionObject } from './provision-object.ts';
import { judgeFailures } from './quarantine.ts';
import { planRemoval, removeObject, stageRemoval, type Removal } from './remove-object.ts';
import { createTally, type Tally } from './tally.ts';
import { writeGroupMembers } from './write-members.ts';
import { writeUserReferences } from './write-references.ts';

export interface CycleOrder {
  readonly context: CycleContext;
  /** Null: an initial cycle. */
  readonly watermark: number | null;
  /** Carries out what the accidental deletion guard would hold back. */
  readonly forceDeletes: boolean;
  /** Groups that have lost a member because its connection was removed; the cycle adds to it. */
  readonly touchedGroups: Set<string>;
  /** Asked between two objects. */
  readonly isCancelled: () => boolean;
}

export interface CycleEvent {
  /** Undefined: of the cycle as a whole, or nothing to say of the object. */
  readonly outcome: Outcome | undefined;
  readonly execution: CycleExecution;
}

export type CycleEnd =
  | { readonly kind: 'completed'; readonly failures: ReturnType<Tally['counts']> }
  /** More would be disabled or deleted than the guard lets. */
  | { readonly kind: 'too-many-deletes'; readonly count: number }
  | {
      readonly kind: 'fatal';
      readonly failure: TargetFailure;
      /** Probes that failed, which no entry of the log tells of; none where it was the request of an object. */
      readonly probes: readonly SentExchange[];
    }
  | { readonly kind: 'too-many-failures'; readonly failures: ReturnType<Tally['counts']> }
  | { readonly kind: 'cancelled' };

export interface CycleResult {
  readonly execution: CycleExecution;
  readonly end: CycleEnd;
}

export async function* runCycle(order: CycleOrder): AsyncGenerator<CycleEvent, CycleResult> {
  const { context, watermark } = order;
  const candidates =
    watermark === null
      ? initialCandidates(context)
      : incrementalCandidates(context, watermark, order.touchedGroups);
  const tally = openTally(context, watermark === null ? 'initial' : 'incremental', candidates);
  const run = createPhases(order, tally);
  const conclude = (end: CycleEnd): CycleResult => ({ execution: tally.describe(), end });

  yield { outcome: undefined, execution: tally.describe() };
  const probes: SentExchange[] = [];
  const onExchange = (exchange: SentExchange) => void probes.push(exchange);
  const refused = await probeTarget({ ...context, onExchange });
  if (order.isCancelled()) return conclude({ kind: 'cancelled' });
  if (refused !== undefined) return conclude({ kind: 'fatal', failure: refused, probes });

  tally.enter('users', candidates.total);
  const provision = (objectType: 'User' | 'Group') => (objectId: string) =>
    provisionObject(context, { objectType, objectId });
  const steps = [
    () => run.phase(candidates.users(), provision('User')),
    () => run.phase(candidates.groups(), provision('Group')),
    () => run.enter('references', candidates.countReferences()),
    () => run.phase(candidates.userReferences(), (id) => writeUserReferences(context, id)),
    () => run.phase(candidates.memberships(), (id) => writeGroupMembers(context, id)),
  ];
  for (const step of steps) {
    const end = yield* step();
    if (end !== undefined) return conclude(end);
  }

  const end = yield* run.removals(candidates);
  return conclude(end ?? { kind: 'completed', failures: tally.counts() });
}

function openTally(context: CycleContext, type: CycleType, candidates: Candidates): Tally {
  const startedMs = context.monotonicMs();
  return createTally({
    activityIdentifier: context.cycleId,
    type,
    timeBegan: context.now().toISOString(),
    changedReferences: candidates.changedReferences,
    requests: context.client.count,
    elapsedMs: () => context.monotonicMs() - startedMs,
    expected: {
      users: candidates.total,
      // an initial cycle makes the connections whose references it looks at
      references: type === 'initial' ? candidates.total : candidates.countReferences(),
      removals: candidates.mayLeave,
    },
  });
}

type Phase = AsyncGenerator<CycleEvent, CycleEnd | undefined>;

function createPhases({ context, forceDeletes, isCancelled }: CycleOrder, tally: Tally) {
  const { settings } = context;

  /** What ends the cycle before its time, if anything does. */
  function endAfter(outcome: Outcome | undefined): CycleEnd | undefined {
    if (isCancelled()) return { kind: 'cancelled' };
    const failure = outcome?.failure;
    if (failure != null && isFatal(failure)) return { kind: 'fatal', failure, probes: [] };
    const failures = tally.counts();
    const { proportionMinimum: _, ...limits } = settings.quarantine;
    // Of all events only the end knows the share.
    const early = { ...limits, proportionMinimum: Number.POSITIVE_INFINITY };
    return judgeFailures(failures, early) === undefined
      ? undefined
      : { kind: 'too-many-failures', failures };
  }

  async function* phase<Item>(
    items: Iterable<Item>,
    work: (item: Item) => Promise<Outcome | undefined>,
  ): Phase {
    for await (const outcome of concurrently(items, settings.concurrency, work)) {
      tally.take(outcome);
      yield { outcome, execution: tally.describe() };
      const end = endAfter(outcome);
      if (end !== undefined) return end;
    }
    return isCancelled() ? { kind: 'cancelled' } : undefined;
  }

  async function* enter(next: 'references' | 'removals', total: number): Phase {
    tally.enter(next, total);
    yield { outcome: undefined, execution: tally.describe() };
    return undefined;
  }

  async function* removals(candidates: Candidates): Phase {
    const count = countRemovals(context, candidates);
    yield* enter('removals', count);
    const { enabled, value } = settings.deleteThreshold;
    if (enabled && !forceDeletes && count > value) {
      yield* phase(planned(context, candidates, isCounted), (removal) =>
        Promise.resolve(stageRemoval(context, removal)),
      );
      return { kind: 'too-many-deletes', count };
    }
    return yield* phase(planned(context, candidates), (removal) => removeObject(context, removal));
  }

  return { phase, enter, removals };
}

function isFatal({ errorCode, status }: TargetFailure): boolean {
  return errorCode === INVALID_CREDENTIALS || (errorCode === INCOMPATIBLE && status === 404);
}

function isCounted({ kind }: Removal): boolean {
  return kind !== 'skip';
}

function countRemovals(context: CycleContext, candidates: Candidates): number {
  let count = 0;
  for (const _ of planned(context, candidates, isCounted)) count += 1;
  return count;
}

function* planned(
  context: CycleContext,
  candidates: Candidates,
  isWanted: (removal: Removal) => boolean = () => true,
): Generator<Removal> {
  for (const link of candidates.leaving()) {
    const removal = planRemoval(context, link);
    if (removal !== undefined && isWanted(removal)) yield removal;
  }
}
