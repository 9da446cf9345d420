// Runs that go on beside the requests of the server: one at a time, the newest kept, all cancelled when the server ends.
import type { CheckRun, CheckRunDetails, CheckStatus } from '../../shared/admin/check-run.ts';
import type { CheckReport } from '../../shared/checker/report.ts';
import type { Feed } from '../base/feed.ts';
import type { Logger } from '../base/logger.ts';
import { runChecks, type RunDependencies, type RunOptions } from './run-checks.ts';

export type CheckRunRequest = Pick<
  RunOptions,
  'target' | 'token' | 'preset' | 'checks' | 'readOnlyToken' | 'otherTenant'
>;

export interface CheckRuns {
  /** Undefined while another run is under way. */
  readonly start: (request: CheckRunRequest) => CheckRun | undefined;
  /** Newest first. */
  readonly list: () => readonly CheckRun[];
  readonly find: (id: string) => CheckRunDetails | undefined;
  readonly cancel: (id: string) => CheckRun | undefined;
  /** Cancels what is under way and waits until it has cleaned up. */
  readonly close: () => Promise<void>;
}

export interface CheckRunsDependencies extends RunDependencies {
  readonly feed: Feed;
  readonly logger: Logger;
}

interface Entry {
  run: CheckRun;
  readonly checks: readonly string[];
  readonly outcomes: Map<string, CheckStatus>;
  report: CheckReport | null;
  readonly controller: AbortController;
  ended: Promise<void>;
}

const KEPT = 20;

export function createCheckRuns(dependencies: CheckRunsDependencies): CheckRuns {
  const entries: Entry[] = [];
  const { clock, newId, feed } = dependencies;
  const underWay = () => entries.find(({ run }) => run.state === 'running');
  const byId = (id: string) => entries.find(({ run }) => run.id === id);

  function update(entry: Entry, change: Partial<CheckRun>): void {
    entry.run = { ...entry.run, ...change };
    feed.publish({ type: 'check-run-changed', data: { run: entry.run } });
  }

  return {
    start(request) {
      if (underWay() !== undefined) return undefined;
      const { target, preset, checks } = request;
      const startedAt = clock.now().toISOString();
      const counts = { done: 0, failed: 0, total: checks.length };
      const entry: Entry = {
        run: { id: newId(), target, preset, startedAt, state: 'running', ...counts },
        checks: checks.map(({ id }) => id),
        outcomes: new Map(),
        report: null,
        controller: new AbortController(),
        ended: Promise.resolve(),
      };
      entries.unshift(entry);
      entries.splice(KEPT);
      const started = entry.run;
      entry.ended = carryOut(entry, { request, dependencies, update });
      return started;
    },
    list: () => entries.map(({ run }) => run),
    find(id) {
      const entry = byId(id);
      return entry && toDetails(entry);
    },
    cancel(id) {
      const entry = byId(id);
      entry?.controller.abort();
      return entry?.run;
    },
    async close() {
      for (const { controller } of entries) controller.abort();
      await Promise.all(entries.map(({ ended }) => ended));
    },
  };
}

function toDetails({ run, checks, outcomes, report }: Entry): CheckRunDetails {
  return { ...run, checks: [...checks], outcomes: Object.fromEntries(outcomes), report };
}

interface Work {
  readonly request: CheckRunRequest;
  readonly dependencies: CheckRunsDependencies;
  readonly update: (entry: Entry, change: Partial<CheckRun>) => void;
}

/** Never rejects: a mistake of ours ends the run, and is logged. */
async function carryOut(entry: Entry, { request, dependencies, update }: Work): Promise<void> {
  try {
    const { signal } = entry.controller;
    entry.report = await runChecks(
      {
        ...request,
        signal,
        onResult({ id, outcome }, { done }) {
          entry.outcomes.set(id, outcome.status);
          const failed = entry.run.failed + (outcome.status === 'failed' ? 1 : 0);
          update(entry, { done, failed });
        },
      },
      dependencies,
    );
    update(entry, { state: entry.report.state });
  } catch (error) {
    dependencies.logger.error('A run of the conformance checks broke off', { error });
    update(entry, { state: 'stopped' });
  }
}
