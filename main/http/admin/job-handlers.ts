// How provisioning jobs are set up: target, credentials, settings, mappings. @see shared/simulator/job-routes.ts
import type { JobCredentials } from '../../../shared/simulator/job.ts';
import type {
  ConnectionTestOrder,
  JobDetails,
  RunningCycle,
} from '../../../shared/simulator/job-run.ts';
import { createTokenSource } from '../../simulator/client/access-token.ts';
import { tokenParts } from '../../simulator/job/target-access.ts';
import { maskSecret } from '../../simulator/client/scim-client.ts';
import { readTargetUrl } from '../../simulator/client/target-url.ts';
import { testConnection } from '../../simulator/job/test-connection.ts';
import { openActivity } from '../../simulator/job/perform-cycle.ts';
import { reachTarget } from '../../simulator/job/reach-target.ts';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { defaultSchema } from '../../simulator/mapping/default-schema.ts';
import { validateSchema } from '../../simulator/mapping/validate-schema.ts';
import type { JobChange, JobRecord } from '../../store/sync-jobs/job-records.ts';
import { publicKeyOf } from '../../base/jws.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { noteAudit } from './note-audit.ts';
import { requireTenant } from './find-tenant.ts';
import { randomFraction } from '../../base/ids.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function jobHandlers(dependencies: AdminAppDependencies) {
  const { store, provisioningJobs, virtualClock } = dependencies;

  /** Told to the feed and to the audit log. */
  function change(id: string, changes: JobChange, about: { activity: string; what: string }) {
    const before = requireJob(dependencies, id);
    store.transaction(() => {
      store.syncJobs.jobs.update(before.applicationId, changes);
      noteAudit(dependencies, id, { activity: about.activity, details: { changed: about.what } });
    });
    provisioningJobs.noteChange(id);
    provisioningJobs.announce(id);
    return describeJob(dependencies, requireJob(dependencies, id));
  }

  return {
    getProvisioningJob: ({ params }) =>
      describeJob(dependencies, requireJob(dependencies, params.application)),
    putJobSettings: ({ params, body: settings }) =>
      change(params.application, { settings }, { activity: UPDATE_SETTING, what: 'settings' }),
    putJobTarget({ params, body: target }) {
      if ('tenant' in target) requireTenant(dependencies, target.tenant);
      return change(params.application, { target }, { activity: UPDATE_SETTING, what: 'target' });
    },
    putJobCredentials({ params, body }) {
      const { credentials: before } = requireJob(dependencies, params.application);
      const credentials = unmask(body, before);
      const about = { activity: UPDATE_SETTING, what: 'credentials' };
      return change(params.application, { credentials }, about);
    },
    getJobSchema: ({ params }) =>
      requireJob(dependencies, params.application).schema ?? defaultSchema(),
    putJobSchema({ params, body: schema }) {
      refuseInvalid(schema);
      provisioningJobs.outdate(params.application);
      const about = { activity: UPDATE_MAPPINGS, what: 'schema' };
      change(params.application, { schema, watermark: null }, about);
      return schema;
    },
    testJobConnection: ({ params, body }) => test(dependencies, params.application, body),
    listRunningCycles: () => ({ cycles: listRunningCycles(dependencies) }),
    getEntraKeys: () => ({ keys: [publicKeyOf(store.signingKeys.ofEntra())] }),
    getSimulatorClock: () => virtualClock.describe(),
    putSimulatorClock({ body }) {
      provisioningJobs.setClock(body);
      return virtualClock.describe();
    },
  } satisfies Partial<AdminHandlers>;
}

/** Warnings are the administrator's business. */
function refuseInvalid(schema: SynchronizationSchema): void {
  const errors = validateSchema(schema).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first !== undefined) throw adminFailure('bad-request', first.message);
}

const UPDATE_SETTING = 'Update provisioning setting or credentials';
const UPDATE_MAPPINGS = 'Update attribute mappings or scope';

/** That of an application that is there. */
function listRunningCycles({ store, provisioningJobs }: AdminAppDependencies): RunningCycle[] {
  return store.directory.listApplications().flatMap(({ id, displayName }) => {
    if (!provisioningJobs.isRunning(id)) return [];
    const { currentExecution: execution } = provisioningJobs.status(id);
    return execution === null ? [] : [{ application: id, displayName, execution }];
  });
}

export function requireJob(
  { store, provisioningJobs }: AdminAppDependencies,
  applicationId: string,
): JobRecord {
  store.directory.requireApplication(applicationId);
  return provisioningJobs.find(applicationId);
}

export function describeJob(
  { provisioningJobs }: AdminAppDependencies,
  job: JobRecord,
): JobDetails {
  const { id, applicationId, target, credentials, settings } = job;
  return {
    id,
    applicationId,
    target,
    targetUrl: provisioningJobs.reach(job)?.url ?? null,
    credentials: credentials && mask(credentials),
    settings,
    status: provisioningJobs.status(applicationId),
  };
}

function mask(credentials: JobCredentials): JobCredentials {
  return credentials.type === 'bearer'
    ? { ...credentials, secretToken: maskSecret(credentials.secretToken) }
    : { ...credentials, clientSecret: maskSecret(credentials.clientSecret) };
}

/** A secret as it was answered stands for what it was. */
function unmask(given: JobCredentials, before: JobCredentials | null): JobCredentials {
  if (given.type === 'bearer') {
    const known = before?.type === 'bearer' ? before.secretToken : '';
    const isMasked = known !== '' && given.secretToken === maskSecret(known);
    return isMasked ? { ...given, secretToken: known } : given;
  }
  const known = before?.type === 'oauth2ClientCredentials' ? before.clientSecret : '';
  const isMasked = known !== '' && given.clientSecret === maskSecret(known);
  return isMasked ? { ...given, clientSecret: known } : given;
}

async function test(
  dependencies: AdminAppDependencies,
  applicationId: string,
  order: ConnectionTestOrder,
) {
  const saved = requireJob(dependencies, applicationId);
  const { store, serving, clock, newId } = dependencies;
  const target = order.target ?? saved.target;
  if (target === null) throw adminFailure('conflict', NOT_CONFIGURED);
  if ('tenant' in target) requireTenant(dependencies, target.tenant);
  const { credentials: given = saved.credentials } = order;
  const credentials = given && unmask(given, saved.credentials);
  const reached = reachTarget({ store, scimOrigin: serving.origin }, target, credentials);
  if (reached === undefined) throw adminFailure('conflict', NOT_CONFIGURED);
  const tokens = createTokenSource(reached.credentials, tokenParts(store, clock));
  const activity = openActivity(
    { ...dependencies, turns: dependencies.provisioningJobs.turns, random: randomFraction },
    {
      job: saved,
      target: readTargetUrl(reached.url),
      tokens,
      signal: new AbortController().signal,
    },
  );
  try {
    return await testConnection({ ...activity.context, newId });
  } finally {
    activity.close();
  }
}

export const NOT_CONFIGURED =
  'The job is not configured: enter a Tenant URL, or choose a tenant of this workspace.';
