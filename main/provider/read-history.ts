// The revisions of a resource, for the UI. A deleted resource still has its history.
import type { ResourceHistory } from '../../shared/admin/resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { OperationContext } from './context.ts';
import { requireResource, scopeOf } from './find-resource.ts';

/** Newest first. Throws `notFound` for an id that never was. */
export function readHistory(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): ResourceHistory {
  const resource = { ...scopeOf(context, model), resourceId: id };
  const revisions = context.store.history.list(resource);
  if (revisions.length === 0) requireResource(context, model, id);
  return { revisions: [...revisions] };
}
