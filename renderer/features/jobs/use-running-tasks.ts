// What the server is busy with, whatever it is: work on resources, runs of the checks, provisioning cycles. Of these two
// the live feed says how far they are; their lists are read once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CheckRun } from '../../../shared/admin/check-run.ts';
import type { JobStatus } from '../../../shared/simulator/job.ts';
import type { RunningCycle } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { useLiveEvents } from '../../api/live-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { formatNumber } from '../../ui/format.ts';
import { jobProgress, jobSubject, jobTitle } from './job-words.ts';
import { useJobs } from './use-jobs.ts';

export interface RunningTask {
  readonly key: string;
  readonly title: string;
  /** From 0 to 1; undefined: not known. */
  readonly share: number | undefined;
  readonly note: string;
  /** Where more of it is shown. */
  readonly place: TaskPlace | undefined;
  readonly cancel: () => Promise<unknown>;
}

type TaskPlace =
  | { readonly to: '/checks'; readonly search: { readonly run: string } }
  | { readonly to: '/entra/overview'; readonly search: { readonly application: string } };

/** In a steady order: what runs does not change places. */
export function useRunningTasks(): readonly RunningTask[] {
  const jobs = useJobs().filter(({ state }) => state === 'running');
  const { checks, cycles } = useRunning();
  return [
    ...jobs.map((job): RunningTask => {
      const subject = jobSubject(job);
      return {
        key: `job ${job.id}`,
        title: subject === '' ? jobTitle(job) : `${jobTitle(job)} (${subject})`,
        share: job.share ?? undefined,
        note: jobProgress(job),
        place: undefined,
        cancel: () => callAdmin('cancelJob', { params: { id: job.id } }),
      };
    }),
    ...checks.map(describeChecks),
    ...cycles.map(describeCycle),
  ];
}

function describeChecks({ id, target, done, total, failed }: CheckRun): RunningTask {
  const count = `${formatNumber(done)} of ${formatNumber(total)}`;
  return {
    key: `checks ${id}`,
    title: `Checking ${target}`,
    share: total === 0 ? undefined : done / total,
    note: failed === 0 ? count : `${count} · ${formatNumber(failed)} failed`,
    place: { to: '/checks', search: { run: id } },
    cancel: () => callAdmin('cancelCheckRun', { params: { id } }),
  };
}

function describeCycle({ application, displayName, execution }: RunningCycle): RunningTask {
  const { progress, type, countImported } = execution;
  return {
    key: `cycle ${application}`,
    title: `${type === 'initial' ? 'Initial' : 'Incremental'} cycle of ${displayName}`,
    share: progress.fraction,
    note: `${progress.phase} · ${formatNumber(countImported)} looked at`,
    place: { to: '/entra/overview', search: { application } },
    cancel: () => callAdmin('cancelJobCycle', { params: { application } }),
  };
}

interface Running {
  readonly checks: readonly CheckRun[];
  readonly cycles: readonly RunningCycle[];
}

const NOTHING: Running = { checks: [], cycles: [] };

function useRunning(): Running {
  const queryClient = useQueryClient();
  const { data: { applications } = { applications: [] } } = useQuery({
    queryKey: queryKeys.applications(),
    queryFn: ({ signal }) => callAdmin('listApplications', {}, signal),
  });
  const { data = NOTHING } = useQuery({
    queryKey: queryKeys.running,
    queryFn: ({ signal }) => readRunning(signal),
  });
  useLiveEvents((event) => {
    const change = (next: (old: Running) => Running) =>
      queryClient.setQueryData(queryKeys.running, (old: Running | undefined) => old && next(old));
    if (event.type === 'check-run-changed') {
      change((old) => ({ ...old, checks: putRun(old.checks, event.data.run) }));
    } else if (event.type === 'job-changed') {
      const { application, status } = event.data;
      const displayName = applications.find(({ id }) => id === application)?.displayName ?? '';
      change((old) => ({
        ...old,
        cycles: putCycle(old.cycles, { application, displayName, status }),
      }));
    }
  });
  return data;
}

async function readRunning(signal: AbortSignal): Promise<Running> {
  const [{ runs }, { cycles }] = await Promise.all([
    callAdmin('listCheckRuns', {}, signal),
    callAdmin('listRunningCycles', {}, signal),
  ]);
  return { checks: runs.filter(({ state }) => state === 'running'), cycles };
}

function putRun(runs: readonly CheckRun[], run: CheckRun): readonly CheckRun[] {
  if (run.state !== 'running') return runs.filter(({ id }) => id !== run.id);
  const isKnown = runs.some(({ id }) => id === run.id);
  return isKnown ? runs.map((one) => (one.id === run.id ? run : one)) : [...runs, run];
}

interface ChangedJob {
  readonly application: string;
  readonly displayName: string;
  readonly status: JobStatus;
}

function putCycle(
  cycles: readonly RunningCycle[],
  { application, displayName, status }: ChangedJob,
): readonly RunningCycle[] {
  const { currentExecution: execution } = status;
  if (execution === null) return cycles.filter((one) => one.application !== application);
  const cycle = { application, displayName, execution };
  const isKnown = cycles.some((one) => one.application === application);
  return isKnown
    ? cycles.map((one) => (one.application === application ? { ...one, execution } : one))
    : [...cycles, cycle];
}
