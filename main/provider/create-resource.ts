// POST to a resource type endpoint. The server gives id and meta; an id in the body means nothing.
// @see RFC 7644 §3.3
import type { JsonValue } from '../../shared/scim/json.ts';
import { checkResource } from '../scim/resource/check-resource.ts';
import { showWritten } from '../scim/resource/project-resource.ts';
import { readResource } from '../scim/resource/read-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { assembleResource, locationOf } from './assemble-resource.ts';
import { checkMembers } from './check-members.ts';
import { changeMembers } from './change-members.ts';
import { versionHeader } from './check-version.ts';
import type { NewResource } from '../store/resources.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireWritten, scopeOf } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { partResource, toContent, type WrittenParts } from './read-content.ts';
import { recordChange, type StoredChange } from './record-change.ts';

export interface CreateRequest {
  readonly body: JsonValue;
  readonly projection: Projection;
  /** Only where a copy is to keep the id of its original; its versions go on behind those of a deleted one. */
  readonly id?: string | undefined;
  /** When it was first created, of a deleted resource that comes back. */
  readonly created?: string | undefined;
}

/** 201 with the resource and its Location. Throws `invalidSyntax`, `invalidValue` and `uniqueness`. */
export function createResource(
  context: OperationContext,
  model: ResourceModel,
  { body, projection, id, created }: CreateRequest,
): ScimResponse {
  const rules = { model, profile: context.tenant.profile };
  const resource = readResource(body, rules);
  checkResource(resource, rules);
  const parts = partResource(resource, model);
  const { createAnswer, locationHeader } = context.tenant.profile;
  const view = { model, projection: showWritten(projection, resource) };
  return inTransaction(context, () => {
    const { record, effect } = storeNew(context, model, {
      ...parts,
      ...identify(context, model, { id, created }),
    });
    const headers = {
      ...(locationHeader && { Location: locationOf(context, model, record.id) }),
      ...versionHeader(context, record),
    };
    const body = createAnswer === 'resource' && { body: assembleResource(context, record, view) };
    return { response: { status: 201, headers, ...body }, effects: [effect] };
  });
}

type Identity = Pick<NewResource, 'id' | 'version' | 'created'>;

function identify(
  context: OperationContext,
  model: ResourceModel,
  { id, created }: Pick<CreateRequest, 'id' | 'created'>,
): Identity {
  if (id === undefined) return { id: context.newId() };
  const past = context.store.history.summarize({ ...scopeOf(context, model), resourceId: id });
  return { id, version: (past?.lastVersion ?? 0) + 1, created };
}

function storeNew(
  context: OperationContext,
  model: ResourceModel,
  { id, version, created, ...parts }: WrittenParts & Identity,
): StoredChange {
  checkMembers(context, parts.members, 'members');
  const at = context.clock.now().toISOString();
  const resource = { ...toContent(context, parts, at), id, version, created };
  const outcome = context.store.resources.insert(scopeOf(context, model), resource);
  const after = requireWritten(outcome, parts.document);
  const delta = changeMembers(context, after, [{ kind: 'add', members: parts.members }]);
  const isPasswordSet = parts.password !== undefined;
  const change = { action: 'create', before: null, after, at, delta, isPasswordSet } as const;
  return { record: after, effect: recordChange(context, model, change) };
}
