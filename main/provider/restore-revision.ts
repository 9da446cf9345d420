// Brings a resource back to what it was at a revision, through the same operations that a SCIM client calls: the
// restoring is a change like any other, and itself a revision. A deleted resource comes back with its id.
import { countOf } from '../../shared/count-of.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import { groupModel } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { invalidValue } from '../scim/scim-error.ts';
import { PATCH_OP_URN } from '../scim/schema/urns.ts';
import { hasMembers } from './assemble-resource.ts';
import type { OperationContext, Projection } from './context.ts';
import { createResource } from './create-resource.ts';
import { scopeOf } from './find-resource.ts';
import { patchResource } from './patch-resource.ts';
import { replaceResource } from './replace-resource.ts';
import { readIds, readRevisionState } from './revision-state.ts';

/** An answer that nobody reads. */
const UNREAD: Projection = { attributes: ['id'], excludedAttributes: [] };

export interface RestoreRequest {
  readonly id: string;
  readonly version: number;
}

/**
 * Restores all that can be; returns, in words, what could not. Throws `notFound` for a version that never was,
 * `invalidValue` for one that is a deletion, and what create and replace throw: a userName that somebody else has by now
 * is `uniqueness`.
 */
export function restoreRevision(
  context: OperationContext,
  model: ResourceModel,
  request: RestoreRequest,
): readonly string[] {
  return context.store.transaction(() => {
    const state = readRevisionState(context, model, request);
    if (state.document === null) {
      throw invalidValue(`Version ${request.version} is the deletion; restore the one before it`);
    }
    const members = knownMembers(context, state.members);
    const body = {
      ...state.document,
      ...(hasMembers(model) && { members: members.map((value) => ({ value })) }),
    };
    const lost = state.members.length - members.length;
    return [
      ...state.unknown.map((path) => `${path} keeps the value that it has now`),
      ...(lost > 0 ? [`${countOf(lost, 'member is', 'members are')} not stored any more`] : []),
      ...write(context, model, { ...request, body }),
    ];
  });
}

function write(
  context: OperationContext,
  model: ResourceModel,
  { id, body }: { readonly id: string; readonly body: ScimResource },
): readonly string[] {
  if (context.store.resources.find(scopeOf(context, model), id) !== undefined) {
    replaceResource(context, model, { id, body, projection: UNREAD });
    return [];
  }
  const past = { ...scopeOf(context, model), resourceId: id };
  const created = context.store.history.summarize(past)?.created;
  createResource(context, model, { id, body, created, projection: UNREAD });
  return rejoinGroups(context, model, id);
}

/** Back into the groups that the deletion took it out of. */
function rejoinGroups(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): readonly string[] {
  const { history, resources } = context.store;
  const groups = scopeOf(context, groupModel);
  const left: string[] = [];
  for (const { action, changes } of history.walk({ ...scopeOf(context, model), resourceId: id })) {
    if (action !== 'delete') continue;
    left.push(...changes.flatMap(({ path, before }) => (path === 'groups' ? readIds(before) : [])));
    break;
  }
  const there = left.filter((group) => resources.find(groups, group) !== undefined);
  for (const group of there) joinGroup(context, group, id);
  const gone = left.length - there.length;
  return gone > 0
    ? [
        `${countOf(gone, 'group that it was in does', 'groups that it was in do')} not exist any more`,
      ]
    : [];
}

function joinGroup(context: OperationContext, group: string, id: string): void {
  const operation = { op: 'add', path: 'members', value: [{ value: id }] };
  const body = { schemas: [PATCH_OP_URN], Operations: [operation] };
  patchResource(context, groupModel, { id: group, body, projection: UNREAD });
}

/** Members that the tenant's profile takes. */
function knownMembers(
  { store, tenant }: OperationContext,
  ids: readonly string[],
): readonly string[] {
  if (tenant.profile.unknownMembers === 'keep') return ids;
  return ids.filter((id) => store.resources.hasId(tenant.id, id));
}
