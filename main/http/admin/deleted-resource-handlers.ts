// Resources that are not stored any more: listed, and purged as a job. @see shared/admin/resource-tools.ts
import { countOf } from '../../../shared/count-of.ts';
import type { PurgeSelection } from '../../../shared/admin/resource-tools.ts';
import type { ResourceScope } from '../../store/resource-record.ts';
import { purgeDeleted } from '../../transfer/purge-deleted.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { requireModel } from './open-operation.ts';
import { takeBefore } from './snapshot-handlers.ts';
import { openTransfer } from './transfer-handlers.ts';

export function deletedResourceHandlers(dependencies: AdminAppDependencies) {
  const { store, jobs } = dependencies;

  function open(params: { readonly tenant: string; readonly resourceType: string }) {
    const context = openTransfer(dependencies, params.tenant);
    const resourceType = requireModel(context, params.resourceType).type.name;
    return { context, resourceType, scope: { tenantId: context.tenant.id, resourceType } };
  }

  function count(scope: ResourceScope, selection: PurgeSelection): number {
    if (selection.kind === 'ids') return selection.ids.length;
    return store.deleted.count(scope, selection.text);
  }

  return {
    listDeletedResources: ({ params, query }) => store.deleted.list(open(params).scope, query),
    purgeDeletedResources({ params, body: { selection, snapshot } }) {
      const { scope, ...target } = open(params);
      const what = countOf(count(scope, selection), 'deleted resource');
      if (snapshot) takeBefore(store, `purging ${what} of ${target.context.tenant.name}`);
      return jobs.start({
        kind: 'purge',
        tenant: params.tenant,
        resourceType: target.resourceType,
        work: (running) => purgeDeleted(target, selection, running),
      });
    },
  } satisfies Partial<AdminHandlers>;
}
