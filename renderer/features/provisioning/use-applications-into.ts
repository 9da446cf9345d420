// The enterprise applications of the simulator that provision into a tenant of this workspace.
import { useQueries } from '@tanstack/react-query';
import type { Application } from '../../../shared/simulator/application.ts';
import { useApplication } from '../entra/use-application.ts';
import { jobDetailsOptions } from './use-provisioning-job.ts';

export interface ApplicationsInto {
  /** The one on screen first. */
  readonly applications: readonly Application[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

export function useApplicationsInto(tenant: string): ApplicationsInto {
  const list = useApplication();
  const applications = list.applications ?? [];
  const jobs = useQueries({ queries: applications.map(({ id }) => jobDetailsOptions(id)) });
  const into = applications.filter((_, index) => {
    const target = jobs[index]?.data?.target;
    return target != null && 'tenant' in target && target.tenant === tenant;
  });
  return {
    applications: into.toSorted(
      (a, b) => Number(b === list.application) - Number(a === list.application),
    ),
    isPending:
      (list.error === null && list.applications === undefined) || jobs.some((job) => job.isPending),
    error: list.error ?? jobs.find((job) => job.error !== null)?.error ?? null,
    retry() {
      list.retry();
      for (const job of jobs) if (job.isError) void job.refetch();
    },
  };
}
