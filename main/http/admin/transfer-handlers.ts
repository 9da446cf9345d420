// Made-up data and the jobs of the admin API. @see shared/admin/transfer.ts
import type { Job } from '../../../shared/admin/transfer.ts';
import { asAdministrator } from '../../provider/administrator.ts';
import type { OperationContext } from '../../provider/context.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { previewFile } from '../../transfer/preview-file.ts';
import { seedSize, seedTenant } from '../../transfer/seed/seed-tenant.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { requireModel } from './open-operation.ts';
import { openTenant } from './open-tenant.ts';

export function transferHandlers(dependencies: AdminAppDependencies) {
  const { jobs, store } = dependencies;
  return {
    startSeed({ params, body }) {
      const context = openTransfer(dependencies, params.tenant);
      const order = { ...body, seed: body.seed ?? store.settings.read()['simulator.seed'] };
      const total = seedSize(order);
      return jobs.start({
        kind: 'seed',
        tenant: params.tenant,
        work: ({ report, ...job }) =>
          seedTenant(context, order, {
            ...job,
            report: (progress) => report({ ...progress, total, share: progress.done / total }),
          }),
      });
    },
    previewImport({ params, body }) {
      const context = openTransfer(dependencies, params.tenant);
      return previewFile(requireModel(context, body.resourceType), body);
    },
    listJobs: () => ({ jobs: [...jobs.list()] }),
    getJob: ({ params }) => requireJob(jobs.get(params.id), params.id),
    cancelJob: async ({ params }) => requireJob(await jobs.cancel(params.id), params.id),
  } satisfies Partial<AdminHandlers>;
}

/** As the administrator works on a tenant: a file may hold what the profile refuses of SCIM clients. */
export function openTransfer(dependencies: AdminAppDependencies, slug: string): OperationContext {
  const context = openTenant(dependencies, slug);
  const tenant = asAdministrator(context.tenant);
  return { ...context, tenant, models: modelsOf(context.store, tenant) };
}

function requireJob(job: Job | undefined, id: string): Job {
  if (job === undefined) throw adminFailure('not-found', `There is no job "${id}".`);
  return job;
}
