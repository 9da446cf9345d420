// A run: finds out what the target can do, carries out the checks one after the other, deletes what each has created,
// and reports. Cancelling it ends the check under way and still cleans up.
import {
  isBinding,
  type CheckCounts,
  type CheckedExchange,
  type CheckGrade,
  type CheckOutcome,
  type CheckPreset,
  type CheckReport,
  type CheckResult,
} from '../../shared/checker/report.ts';
import type { Clock } from '../base/clock.ts';
import type { NewId } from '../base/ids.ts';
import type { Trust } from '../base/trust.ts';
import { ADVICE } from './advice.ts';
import type { Check } from './check.ts';
import { createExchanger, isNoAnswer, type Exchanger } from './exchange.ts';
import { isCheckFailure, isCheckSkip } from './expectations.ts';
import { readCapabilities, type Readiness } from './read-capabilities.ts';
import { removeCreated } from './remove-created.ts';
import { createSession, type Session } from './session.ts';

export interface RunOptions {
  /** Base URL of the service provider. */
  readonly target: string;
  readonly token: string;
  readonly preset: CheckPreset;
  readonly checks: readonly Check[];
  /** A second token of the target that may read only; checks of rights need it. */
  readonly readOnlyToken?: string | undefined;
  /** Another tenant of the same service provider; checks of isolation need it. */
  readonly otherTenant?: { readonly target: string; readonly token: string } | undefined;
  readonly signal?: AbortSignal;
  /** For each request. */
  readonly timeoutMs?: number;
  readonly maxRequests?: number;
  /** Told after each check. */
  readonly onResult?: (result: CheckResult, progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface RunDependencies {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly trust: Trust;
}

const TIMEOUT_MS = 15_000;
const MAX_REQUESTS = 5_000;

/** Never rejects for what the target does; the report says it. */
export async function runChecks(
  options: RunOptions,
  { clock, newId, trust }: RunDependencies,
): Promise<CheckReport> {
  const startedAt = clock.now().toISOString();
  const target = trimSlashes(options.target);
  const limits = {
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    clock,
    token: options.token,
    target,
    trust,
    secrets: [options.readOnlyToken ?? ''],
  };
  const signal = options.signal ?? new AbortController().signal;
  const maxRequests = options.maxRequests ?? MAX_REQUESTS;
  const exchanger = createExchanger({ ...limits, signal, maxRequests });
  // Not cancelled with the run: what was created goes all the same.
  const cleaner = createExchanger({
    ...limits,
    signal: new AbortController().signal,
    maxRequests: MAX_REQUESTS,
  });
  const other = options.otherTenant;
  const run = {
    options,
    exchanger,
    otherTenant:
      other &&
      createExchanger({
        ...limits,
        target: trimSlashes(other.target),
        token: other.token,
        signal,
        maxRequests,
      }),
    cleaner,
    clock,
    target,
    prefix: `check-${newId().slice(0, 8)}`,
    results: [],
    leftBehind: [],
  };
  const problem = await carryOut(run);
  const state = signal.aborted ? 'cancelled' : problem === null ? 'finished' : 'stopped';
  const { results, leftBehind } = run;
  return {
    target,
    preset: options.preset,
    startedAt,
    finishedAt: clock.now().toISOString(),
    state,
    problem,
    conforms: state === 'finished' && !results.some((result) => breaks(result, options.preset)),
    requests: exchanger.count() + cleaner.count() + (run.otherTenant?.count() ?? 0),
    leftBehind,
    totals: countByGrade(results),
    results,
  };
}

interface Run {
  readonly options: RunOptions;
  readonly exchanger: Exchanger;
  readonly cleaner: Exchanger;
  readonly otherTenant: Exchanger | undefined;
  readonly clock: Clock;
  readonly target: string;
  readonly prefix: string;
  readonly results: CheckResult[];
  readonly leftBehind: string[];
}

/** Why the run ended early; null when it did not. */
async function carryOut(run: Run): Promise<string | null> {
  const { options, exchanger, results } = run;
  try {
    const readiness = await readCapabilities(exchanger);
    if (readiness.problem !== null) return readiness.problem;
    for (const check of options.checks) {
      const result = await carryOutOne(run, check, readiness);
      results.push(result);
      options.onResult?.(result, { done: results.length, total: options.checks.length });
    }
    return null;
  } catch (error) {
    if (isNoAnswer(error)) return `The target gave no answer: ${error.message}.`;
    throw error;
  }
}

async function carryOutOne(run: Run, check: Check, readiness: Readiness): Promise<CheckResult> {
  const { exchanger, cleaner, clock, target, prefix, options } = run;
  const { id, title, grade, source } = check;
  const created: string[] = [];
  let measured: string | undefined;
  const session = createSession({
    target,
    bearer: options.token,
    supplies: { readOnlyToken: options.readOnlyToken, otherTenant: run.otherTenant },
    now: clock.monotonicMs,
    tell: (text) => (measured = text),
    prefix: `${prefix}-${id}`,
    exchanger,
    capabilities: readiness.capabilities,
    created,
  });
  const startedMs = clock.monotonicMs();
  takeEvidence(run);
  try {
    const judged = await judge(check, {
      session,
      preset: options.preset,
      takeEvidence: () => takeEvidence(run),
    });
    const outcome =
      judged.status === 'passed' && measured !== undefined ? { ...judged, measured } : judged;
    const durationMs = clock.monotonicMs() - startedMs;
    return { id, section: id.replace(/\d+$/, ''), title, grade, source, durationMs, outcome };
  } finally {
    run.leftBehind.push(...(await removeCreated(cleaner, created)));
  }
}

/** What was asked of the other tenant comes last. */
function takeEvidence({ exchanger, otherTenant }: Run): readonly CheckedExchange[] {
  return [...exchanger.takeEvidence(), ...(otherTenant?.takeEvidence() ?? [])];
}

interface Situation {
  readonly session: Session;
  readonly preset: CheckPreset;
  readonly takeEvidence: Exchanger['takeEvidence'];
}

async function judge(check: Check, situation: Situation): Promise<CheckOutcome> {
  const { session, preset } = situation;
  if (check.preset !== undefined && check.preset !== preset) {
    return { status: 'skipped', reason: `holds under the preset ${check.preset} only` };
  }
  const missing = (check.needs ?? []).filter((capability) => !session.has(capability));
  if (missing.length > 0) {
    return { status: 'skipped', reason: `the target does not offer ${missing.join(', ')}` };
  }
  try {
    await check.run(session);
    return { status: 'passed' };
  } catch (error) {
    return readFailure(check, error, situation.takeEvidence());
  }
}

/** Rethrows what ends the run, and our own mistakes. */
function readFailure(
  check: Check,
  error: unknown,
  evidence: readonly CheckedExchange[],
): CheckOutcome {
  const advice = ADVICE[check.id] ?? `Compare what was exchanged with ${check.source}.`;
  if (isCheckSkip(error)) return { status: 'skipped', reason: error.message };
  if (isCheckFailure(error)) {
    return { status: 'failed', expected: error.expected, got: error.got, advice, evidence };
  }
  if (isNoAnswer(error) && !error.isFinal) {
    return { status: 'failed', expected: 'an answer', got: error.message, advice, evidence };
  }
  throw error;
}

function trimSlashes(url: string): string {
  return url.replace(/\/+$/, '');
}

function breaks({ grade, outcome }: CheckResult, preset: CheckPreset): boolean {
  return outcome.status === 'failed' && isBinding(grade, preset);
}

function countByGrade(results: readonly CheckResult[]): CheckReport['totals'] {
  const count = (grade: CheckGrade): CheckCounts => {
    const of = (status: CheckOutcome['status']) =>
      results.filter((one) => one.grade === grade && one.outcome.status === status).length;
    return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
  };
  return {
    MUST: count('MUST'),
    SHOULD: count('SHOULD'),
    MAY: count('MAY'),
    INTEROP: count('INTEROP'),
  };
}
