// Users and groups as the UI reads and writes them. Writes are the same operations that a SCIM client calls, without a
// request in the request log. @see shared/admin/resource.ts
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { listMembers } from '../../provider/list-members.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { queryResources } from '../../provider/query-resources.ts';
import { readHistory } from '../../provider/read-history.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describePage, describeStored, readStored, WITHOUT_MEMBERS } from './describe-stored.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { openOperation } from './open-operation.ts';

export function resourceHandlers(dependencies: AdminAppDependencies) {
  const inTenant = openOperation(dependencies);
  const projection = WITHOUT_MEMBERS;
  return {
    queryResources: ({ params, query }) =>
      inTenant(params, (context, model) => {
        const { body } = queryResources(context, model, { ...query, projection });
        return describePage(context, body);
      }),
    createResource: ({ params, body }) =>
      inTenant(params, (context, model) =>
        describeStored(context, createResource(context, model, { body, projection }).body),
      ),
    getResource: ({ params }) =>
      inTenant(params, (context, model) => readStored(context, model, params.id)),
    replaceResource: ({ params, body }) =>
      inTenant(params, (context, model) => {
        replaceResource(context, model, { id: params.id, body, projection });
        return readStored(context, model, params.id);
      }),
    patchResource: ({ params, body }) =>
      inTenant(params, (context, model) => {
        patchResource(context, model, { id: params.id, body, projection });
        return readStored(context, model, params.id);
      }),
    deleteResource: ({ params }) =>
      inTenant(params, (context, model) => {
        deleteResource(context, model, params.id);
        return {};
      }),
    getHistory: ({ params }) =>
      inTenant(params, (context, model) => readHistory(context, model, params.id)),
    listMembers: ({ params, query }) =>
      inTenant({ ...params, resourceType: 'Group' }, (context) =>
        listMembers(context, params.id, query),
      ),
  } satisfies Partial<AdminHandlers>;
}
