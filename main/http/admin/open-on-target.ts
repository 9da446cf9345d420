// An activity beside the cycles of a job: provision on demand, account discovery, a connection test.
import { randomFraction } from '../../base/ids.ts';
import { readTargetUrl, withoutFlags } from '../../simulator/client/target-url.ts';
import { openActivity, type OpenActivity } from '../../simulator/job/perform-cycle.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { NOT_CONFIGURED, requireJob } from './job-handlers.ts';

/** Entra: flags of the Tenant URL are not honoured by provision on demand. */
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
  return openActivity(
    { ...dependencies, turns: provisioningJobs.turns, random: randomFraction },
    {
      job,
      target: withFlags ? target : withoutFlags(target),
      tokens: provisioningJobs.tokensOf(reached),
      signal: new AbortController().signal,
    },
  );
}
