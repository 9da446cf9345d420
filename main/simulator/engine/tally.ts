// What a cycle has come to so far, in the figures of Graph's `synchronizationTaskExecution` and a few of ours.
import type { CycleExecution, CycleType } from '../../../shared/simulator/job.ts';
import type { CycleCounts } from './quarantine.ts';
import type { Outcome } from './passage.ts';

export type CyclePhase = 'connecting' | 'users' | 'groups' | 'references' | 'removals' | 'ended';

export interface Tally {
  readonly enter: (phase: CyclePhase, total: number | null) => void;
  /** An object was looked at; undefined: there was nothing to say of it. */
  readonly take: (outcome: Counted | undefined, times?: number) => void;
  readonly counts: () => CycleCounts;
  readonly describe: () => CycleExecution;
}

export interface TallyFacts {
  readonly activityIdentifier: string;
  readonly type: CycleType;
  readonly timeBegan: string;
  readonly changedReferences: number;
  readonly requests: () => number;
  readonly elapsedMs: () => number;
}

type Counted = Pick<Outcome, 'kind' | 'status' | 'action' | 'isEntitled'>;

const WRITES: readonly Outcome['action'][] = ['create', 'update', 'disable', 'delete'];

export function createTally(facts: TallyFacts): Tally {
  let phase: CyclePhase = 'connecting';
  let [done, total, events, exported, entitled] = [0, null as number | null, 0, 0, 0];
  const failures = { entry: 0, reference: 0 };
  const outcomes: Record<string, number> = {};
  const counts = () => ({
    events,
    entryFailures: failures.entry,
    referenceFailures: failures.reference,
  });

  function take(outcome: Counted | undefined, times = 1): void {
    done += times;
    if (outcome === undefined) return;
    const { kind, status, action, isEntitled } = outcome;
    const key = `${action}/${status}`;
    outcomes[key] = (outcomes[key] ?? 0) + times;
    if (status === 'failure') failures[kind] += times;
    if (status === 'success' && WRITES.includes(action)) exported += times;
    if (kind === 'reference') return;
    events += times;
    if (isEntitled && action !== 'delete' && action !== 'disable') entitled += times;
  }

  return {
    enter(next, expected) {
      [phase, done, total] = [next, 0, expected];
    },
    take,
    counts,
    describe: () => ({
      activityIdentifier: facts.activityIdentifier,
      type: facts.type,
      countEntitled: entitled,
      countEntitledForProvisioning: entitled,
      countEscrowed: failures.entry,
      countEscrowedRaw: failures.entry + failures.reference,
      countExported: exported,
      countExports: exported + failures.entry + failures.reference,
      countImported: events,
      countImportedDeltas: facts.type === 'incremental' ? events : 0,
      countImportedReferenceDeltas: facts.changedReferences,
      state: 'Running',
      error: null,
      timeBegan: facts.timeBegan,
      timeEnded: null,
      durationMs: Math.round(facts.elapsedMs()),
      requests: facts.requests(),
      outcomes: { ...outcomes },
      progress: { phase, done, total },
    }),
  };
}
