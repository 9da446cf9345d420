// Makes a resource what it was in another state of the workspace: created again with its id, replaced, or deleted where
// it was not there. It goes through the operations that a SCIM client calls, so rules and history hold.
import type { ScimResource } from '../../shared/scim/json.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { hasMembers } from './assemble-resource.ts';
import type { OperationContext, Projection } from './context.ts';
import { createResource } from './create-resource.ts';
import { deleteResource } from './delete-resource.ts';
import { scopeOf } from './find-resource.ts';
import { replaceResource } from './replace-resource.ts';

/** An answer that nobody reads. */
const UNREAD: Projection = { attributes: ['id'], excludedAttributes: [] };

export interface PutBackRequest {
  readonly id: string;
  /** As stored, without members; null: it was not there. */
  readonly document: ScimResource | null;
  /** Ids; those that are not stored any more are left out. */
  readonly members: readonly string[];
}

/** Throws what create, replace and delete throw: a userName that somebody else has by now is `uniqueness`. */
export function putBackResource(
  context: OperationContext,
  model: ResourceModel,
  { id, document, members }: PutBackRequest,
): 'created' | 'replaced' | 'deleted' {
  if (document === null) {
    deleteResource(context, model, id);
    return 'deleted';
  }
  const { resources } = context.store;
  const known = members.filter((member) => resources.hasId(context.tenant.id, member));
  const body = {
    ...document,
    ...(hasMembers(model) && { members: known.map((value) => ({ value })) }),
  };
  if (resources.find(scopeOf(context, model), id) !== undefined) {
    replaceResource(context, model, { id, body, projection: UNREAD });
    return 'replaced';
  }
  const past = { ...scopeOf(context, model), resourceId: id };
  const created = context.store.history.summarize(past)?.created;
  createResource(context, model, { id, body, created, projection: UNREAD });
  return 'created';
}
