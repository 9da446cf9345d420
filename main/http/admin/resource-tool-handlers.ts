// The past of a resource, what clients are shown of it, values that occur, and changes of many at once.
// @see shared/admin/resource-tools.ts
import type { RevisionDocument } from '../../../shared/admin/resource-tools.ts';
import type { OperationContext } from '../../provider/context.ts';
import { getResource } from '../../provider/get-resource.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { readBlame } from '../../provider/read-blame.ts';
import { restoreRevision } from '../../provider/restore-revision.ts';
import { readRevisionState } from '../../provider/revision-state.ts';
import { checkProjection } from '../../scim/query/check-projection.ts';
import { hideSecrets } from '../../scim/resource/hide-secrets.ts';
import { leafAttribute, resolveAttribute } from '../../scim/schema/resolve-attribute.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { bulkEditHandlers } from './bulk-edit-handlers.ts';
import { deletedResourceHandlers } from './deleted-resource-handlers.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { adminFailure } from './admin-failure.ts';
import { readStored } from './describe-stored.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { openOperation, requireModel } from './open-operation.ts';
import { openTenant } from './open-tenant.ts';

export function resourceToolHandlers(dependencies: AdminAppDependencies) {
  const inTenant = openOperation(dependencies);
  return {
    ...bulkEditHandlers(dependencies),
    ...deletedResourceHandlers(dependencies),
    getRevision: ({ params }) =>
      inTenant(params, (context, model) => describeRevision(context, model, params)),
    restoreResource: ({ params, body }) =>
      inTenant(params, (context, model) => {
        const request = { id: params.id, version: body.version };
        const leftOut = [...restoreRevision(context, model, request)];
        return { stored: readStored(context, model, params.id), leftOut };
      }),
    getBlame: ({ params }) =>
      inTenant(params, (context, model) => ({
        attributes: [...readBlame(context, model, params.id)],
      })),
    /** Under the tenant's own profile, which the administrator else stands above. */
    readReturned({ params, query }) {
      const context = openTenant(dependencies, params.tenant);
      const models = modelsOf(context.store, context.tenant);
      const model = requireModel({ models }, params.resourceType);
      const projection = {
        attributes: splitList(query.attributes),
        excludedAttributes: splitList(query.excludedAttributes),
      };
      checkProjection(projection, context.tenant.profile);
      const { status, body = null } = getResource(context, model, { id: params.id, projection });
      return { status, body };
    },
    listValues: ({ params, query }) =>
      inTenant(params, (context, model) => ({ values: listValues(context, model, query) })),
  } satisfies Partial<AdminHandlers>;
}

/** Members in the document of a revision at most. */
const MAX_SHOWN_MEMBERS = 1000;

function describeRevision(
  context: OperationContext,
  model: ResourceModel,
  { id, version }: { readonly id: string; readonly version: number },
): RevisionDocument {
  const state = readRevisionState(context, model, { id, version });
  const { document, members, unknown } = state;
  if (state.revision === undefined) {
    throw adminFailure('not-found', `The history has no version ${version}.`);
  }
  const { memberIds: _ids, ...revision } = state.revision;
  const isGroup = model.type.name === 'Group';
  const shown = isGroup && members.length > 0 && members.length <= MAX_SHOWN_MEMBERS;
  return {
    revision,
    document: document && {
      ...hideSecrets({ ...document, id }, model),
      ...(shown && { members: members.map((value) => ({ value })) }),
    },
    memberCount: isGroup ? members.length : null,
    unknown: [...unknown],
  };
}

/** Too many to be read for it, or names of other resources. */
const NOT_LISTED = new Set(['members', 'groups', 'id', 'meta', 'password']);

function listValues(
  { store, tenant }: OperationContext,
  model: ResourceModel,
  { attribute, prefix }: { readonly attribute: string; readonly prefix: string },
): (string | number | boolean)[] {
  const target = resolveAttribute(model, attribute);
  if (target === undefined) return [];
  const leaf = leafAttribute(target);
  const { role } = target.attribute;
  if (leaf.type === 'boolean') return [true, false];
  if (leaf.returned === 'never' || (role !== undefined && NOT_LISTED.has(role))) return [];
  const scope = { tenantId: tenant.id, resourceType: model.type.name };
  return [...store.attributeValues.list(scope, target, prefix)];
}

function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
}
