// Long work on the server: what runs and what has ended, kept fresh by the live feed, and what can be done about it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Job } from '../../../shared/admin/transfer.ts';
import { callAdmin } from '../../api/client.ts';
import { useLiveEvents } from '../../api/live-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { jobOutcome, jobTitle } from './job-words.ts';
import { forgetJob, useWatchedJobs, watchJob } from './watched-jobs.ts';

/** Newest first. */
export function useJobs(): readonly Job[] {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.jobs,
    queryFn: ({ signal }) => callAdmin('listJobs', {}, signal),
  });
  useLiveEvents((event) => {
    if (event.type !== 'job-progress') return;
    const { job } = event.data;
    queryClient.setQueryData(queryKeys.jobs, (old: { jobs: Job[] } | undefined) => ({
      jobs: putJob(old?.jobs ?? [], job),
    }));
  });
  return query.data?.jobs ?? [];
}

function putJob(jobs: readonly Job[], job: Job): Job[] {
  const isKnown = jobs.some(({ id }) => id === job.id);
  return isKnown ? jobs.map((one) => (one.id === job.id ? job : one)) : [job, ...jobs];
}

export function useCancelJob() {
  return useMutation({
    mutationFn: (id: string) => callAdmin('cancelJob', { params: { id } }),
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

export function useUndoJob() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callAdmin('undoBulkEdit', { params: { id } }),
    onSuccess: async ({ id }) => {
      watchJob(id);
      await queryClient.invalidateQueries({ queryKey: queryKeys.jobs });
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

/** Starts a job from this window; its end is told wherever one is then. */
export function useStartJob<Order>(start: (order: Order) => Promise<Job>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: start,
    onSuccess: async ({ id }) => {
      watchJob(id);
      await queryClient.invalidateQueries({ queryKey: queryKeys.jobs });
    },
  });
}

/** Says when a job that was started here has ended. Mount once. */
export function useJobToasts(jobs: readonly Job[]): void {
  const watched = useWatchedJobs(({ ids }) => ids);
  const undo = useUndoJob();
  const tell = useEffectEvent((job: Job) => {
    toast({
      tone: job.state === 'failed' || (job.result?.failed ?? 0) > 0 ? 'bad' : 'good',
      message: `${jobTitle(job)}: ${jobOutcome(job)}`,
      ...(job.isUndoable && { action: { label: 'Undo', run: () => undo.mutate(job.id) } }),
    });
  });
  useEffect(() => {
    for (const job of jobs) {
      if (job.state === 'running' || !watched.has(job.id)) continue;
      forgetJob(job.id);
      tell(job);
    }
  }, [jobs, watched]);
}
