// What provisioning jobs do: cycles, provision on demand, account discovery, connections. @see shared/simulator/job-routes.ts
import type { JobStatus, ResetScope } from '../../../shared/simulator/job.ts';
import type { EscrowEntry, ListedEscrow } from '../../../shared/simulator/job-run.ts';
import { adminFailure } from './admin-failure.ts';
import { describeConnection } from '../../simulator/job/describe-connection.ts';
import { discoverAccounts } from '../../simulator/job/discover-accounts.ts';
import { provisionOnDemand } from '../../simulator/job/provision-on-demand.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { NOT_CONFIGURED, requireJob } from './job-handlers.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { noteAudit } from './note-audit.ts';
import { openOnTarget } from './open-on-target.ts';

export function jobRunHandlers(dependencies: AdminAppDependencies) {
  const { provisioningJobs, store, virtualClock } = dependencies;
  return {
    getJobStatus({ params: { application } }) {
      requireJob(dependencies, application);
      return provisioningJobs.status(application);
    },
    listJobCycles: ({ params: { application }, query: { limit } }) => ({
      cycles: [...store.syncJobs.cycles.list(requireJob(dependencies, application).key, limit)],
    }),
    getFailedProbe({ params: { application, cycle } }) {
      const { key } = requireJob(dependencies, application);
      const probe = store.syncJobs.cycles.findProbe(key, cycle);
      if (probe !== undefined) return { probe };
      throw adminFailure('not-found', `The job has no cycle "${cycle}".`);
    },
    ...cycleHandlers(dependencies),
    async provisionOnDemand({ params: { application }, body }) {
      const activity = openOnTarget(dependencies, application, { withFlags: false });
      try {
        const result = await provisionOnDemand(activity.context, body);
        if (result === undefined) throw adminFailure('not-found', NO_OBJECT);
        provisioningJobs.announce(application);
        return result;
      } finally {
        activity.close();
      }
    },
    async discoverAccounts({ params: { application }, body }) {
      const activity = openOnTarget(dependencies, application, { withFlags: true });
      try {
        return await discoverAccounts(activity.context, body);
      } finally {
        activity.close();
      }
    },
    ...connectionHandlers(dependencies),
    async jumpSimulatorClock({ body }) {
      await provisioningJobs.jump(body);
      return virtualClock.describe();
    },
  } satisfies Partial<AdminHandlers>;
}

const NO_OBJECT = 'The directory has no such user or group.';

function cycleHandlers(dependencies: AdminAppDependencies) {
  const { provisioningJobs } = dependencies;

  function requireConfigured(application: string): void {
    const job = requireJob(dependencies, application);
    if (job.target === null) throw adminFailure('conflict', NOT_CONFIGURED);
    if (provisioningJobs.reach(job) === undefined) {
      throw adminFailure(
        'conflict',
        'The tenant that the job provisions to is not there any more.',
      );
    }
  }

  async function restart(
    application: string,
    scopes: readonly ResetScope[],
    activity: string,
  ): Promise<JobStatus> {
    requireConfigured(application);
    noteAudit(dependencies, application, { activity, details: { resetScopes: [...scopes] } });
    await provisioningJobs.restart(application, scopes);
    return provisioningJobs.status(application);
  }

  return {
    startJob({ params: { application } }) {
      requireConfigured(application);
      const activity = 'Enable/start provisioning configuration';
      noteAudit(dependencies, application, { activity });
      provisioningJobs.start(application);
      return provisioningJobs.status(application);
    },
    stopJob({ params: { application } }) {
      requireJob(dependencies, application);
      const activity = 'Disable/pause provisioning configuration';
      noteAudit(dependencies, application, { activity });
      provisioningJobs.stop(application);
      return provisioningJobs.status(application);
    },
    restartJob: ({ params: { application }, body: { resetScopes } }) =>
      restart(application, resetScopes, RESTART),
    allowJobDeletes: ({ params: { application } }) =>
      restart(application, ['QuarantineState', 'ForceDeletes'], RESTART),
    async runJobCycle({ params: { application }, body: { wait } }) {
      requireConfigured(application);
      const ended = provisioningJobs.runCycle(application);
      if (ended === undefined) throw adminFailure('conflict', 'A cycle is under way already.');
      if (wait) await ended;
      return provisioningJobs.status(application);
    },
    async cancelJobCycle({ params: { application } }) {
      requireJob(dependencies, application);
      await provisioningJobs.cancel(application);
      return provisioningJobs.status(application);
    },
  } satisfies Partial<AdminHandlers>;
}

const RESTART = 'Enable/restart provisioning configuration';

function connectionHandlers(dependencies: AdminAppDependencies) {
  const { provisioningJobs } = dependencies;
  const { syncJobs, directory } = dependencies.store;
  const { links } = syncJobs;

  /** Source first, then target. */
  function findLink(key: number, id: string): Link | undefined {
    return (
      links.find(key, id) ??
      links.findByTarget(key, 'User', id) ??
      links.findByTarget(key, 'Group', id)
    );
  }

  return {
    listConnections({ params: { application }, query }) {
      const { key } = requireJob(dependencies, application);
      const { objectType = null, search = null, after = '', limit } = query;
      const links = syncJobs.links.list(key, { objectType, search, after, limit: limit + 1 });
      const page = links.slice(0, limit);
      return {
        total: syncJobs.links.count(key, { objectType, search }),
        connections: page.map((link) => describeConnection(directory, link)),
        next: links.length > limit ? (page.at(-1)?.sourceId ?? null) : null,
      };
    },
    getObjectConnection({ params: { application, source } }) {
      const { key } = requireJob(dependencies, application);
      const link = findLink(key, source);
      if (link !== undefined) return describeConnection(directory, link);
      throw adminFailure('not-found', `The job has no connection of "${source}".`);
    },
    deleteObjectConnection({ params: { application, source } }) {
      const { key, schedule } = requireJob(dependencies, application);
      if (schedule === 'Active' || provisioningJobs.isRunning(application)) {
        throw adminFailure(
          'conflict',
          'Stop provisioning first: a connection is deleted while the job is paused.',
        );
      }
      const link = findLink(key, source);
      if (link === undefined) return {};
      const { sourceId, targetId, objectType } = link;
      dependencies.store.transaction(() => {
        syncJobs.linkMembers.forget(key, sourceId);
        syncJobs.links.remove(key, sourceId);
        noteAudit(dependencies, application, {
          activity: 'Delete object connection',
          details: { objectType, sourceId, targetId },
        });
      });
      return {};
    },
    listEscrows({ params: { application }, query: { limit } }) {
      const { key } = requireJob(dependencies, application);
      const { escrows } = syncJobs;
      const listed = escrows.list(key, limit).map((entry) => nameEscrow(dependencies, entry));
      return { total: escrows.count(key), escrows: listed };
    },
  } satisfies Partial<AdminHandlers>;
}

function nameEscrow({ store }: AdminAppDependencies, entry: EscrowEntry): ListedEscrow {
  const { findUser, findGroup } = store.directory;
  const object = (entry.objectType === 'User' ? findUser : findGroup)(entry.sourceId);
  return { ...entry, displayName: object?.displayName ?? null };
}
