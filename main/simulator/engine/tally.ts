// What a cycle has come to so far, in the figures of Graph's `synchronizationTaskExecution` and a few of ours.
import type { CycleExecution, CycleType } from '../../../shared/simulator/job.ts';
import type { CycleCounts } from './quarantine.ts';
import type { Outcome } from './passage.ts';

export type CyclePhase = 'connecting' | 'users' | 'references' | 'removals';

export interface Tally {
  /** `total`: how much there is to do in it. */
  readonly enter: (phase: CyclePhase, total: number) => void;
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
  /** What the phases will have to do, as far as it is known before they are entered. */
  readonly expected: Readonly<Partial<Record<CyclePhase, number>>>;
}

type Counted = Pick<Outcome, 'kind' | 'status' | 'action' | 'isEntitled'>;

const WRITES: readonly Outcome['action'][] = ['create', 'update', 'disable', 'delete'];

export function createTally(facts: TallyFacts): Tally {
  const progress = createProgress(facts.expected);
  let [events, exported, entitled] = [0, 0, 0];
  const failures = { entry: 0, reference: 0 };
  const outcomes: Record<string, number> = {};
  const counts = () => ({
    events,
    entryFailures: failures.entry,
    referenceFailures: failures.reference,
  });

  function take(outcome: Counted | undefined, times = 1): void {
    progress.advance(times);
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
    enter: (phase, total) => progress.enter(phase, total),
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
      progress: progress.describe(),
    }),
  };
}

const PHASES: readonly CyclePhase[] = ['connecting', 'users', 'references', 'removals'];

/** One fraction for all phases that never falls; only the end of the cycle makes it whole. */
function createProgress(expected: TallyFacts['expected']) {
  let phase: CyclePhase = 'connecting';
  let [done, total, doneBefore, fraction] = [0, null as number | null, 0, 0];

  function measure(): number {
    const later = PHASES.slice(PHASES.indexOf(phase) + 1);
    const ahead = later.reduce((sum, next) => sum + (expected[next] ?? 0), 0);
    const achieved = doneBefore + done;
    const whole = achieved + Math.max(0, (total ?? 0) - done) + ahead;
    return whole === 0 ? 0 : Math.min(achieved / whole, 0.99);
  }

  return {
    enter(next: CyclePhase, work: number): void {
      doneBefore += done;
      [phase, done, total] = [next, 0, work];
      fraction = Math.max(fraction, measure());
    },
    advance(times: number): void {
      done += times;
      fraction = Math.max(fraction, measure());
    },
    describe: () => ({ phase, done, total, fraction }),
  };
}
