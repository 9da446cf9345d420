// The resource a request names, and the clash with another one: the two ways a well-formed request meets the store
// and fails.
import { notFound, uniqueness } from '../scim/scim-error.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import type { ResourceRecord, ResourceScope } from '../store/resource-record.ts';
import type { IndexedOutcome } from '../store/attribute-index.ts';
import type { OperationContext } from './context.ts';

/** The resources that `model` describes in the tenant of the request. */
export function scopeOf(context: OperationContext, model: ResourceModel): ResourceScope {
  return { tenantId: context.tenant.id, resourceType: model.type.name };
}

/** Throws `notFound`. @see RFC 7644 §3.12 */
export function requireResource(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): ResourceRecord {
  const record = context.store.resources.find(scopeOf(context, model), id);
  if (record === undefined) throw notFound(`${model.type.name} "${id}"`);
  return record;
}

/** Throws `uniqueness` naming the attribute and the value that is taken. @see RFC 7644 §3.3 */
export function requireWritten(outcome: IndexedOutcome, document: ScimResource): ResourceRecord {
  if (outcome.kind === 'written') return outcome.record;
  if (outcome.kind === 'index-taken') {
    throw uniqueness(`${outcome.path} ${JSON.stringify(outcome.value)} is already in use`);
  }
  const { attribute } = outcome;
  throw uniqueness(`${attribute} ${JSON.stringify(document[attribute])} is already in use`);
}
