// An activity beside the cycles of a job: provision on demand, account discovery, a connection test.
import { randomFraction } from '../../base/ids.ts';
import { readTargetUrl, withoutFlags } from '../../simulator/client/target-url.ts';
import { openActivity, type OpenActivity } from '../../simulator/job/perform-cycle.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { NOT_CONFIGURED, requireJob } from './job-handlers.ts';

/** Whoever keeps anything of an application that was deleted meanwhile is refused: there is none.
 *  Entra: flags of the Tenant URL are not honoured by provision on demand. */
export function openOnTarget(
  dependencies: AdminAppDependencies,
  applicationId: string,
  { withFlags }: { readonly withFlags: boolean },
): OpenActivity {
  const { provisioningJobs } = dependencies;
  const job = requireJob(dependencies, applicationId);
  const reached = provisioningJobs.reach(job);
  if (reached === undefined) throw adminFailure('conflict', NOT_CONFIGURED);
  const target = readTargetUrl(reached.url);
  const activity = openActivity(
    { ...dependencies, turns: provisioningJobs.turns, random: randomFraction },
    {
      job,
      target: withFlags ? target : withoutFlags(target),
      tokens: provisioningJobs.tokensOf(reached),
      signal: new AbortController().signal,
    },
  );
  const { context } = activity;
  return {
    ...activity,
    context: {
      ...context,
      commit(change) {
        dependencies.store.directory.requireApplication(applicationId); // it may have been deleted meanwhile
        context.commit(change);
      },
    },
  };
}
