// POST to a collection. @see RFC 7644 §3.3
import {
  type ExchangeFacts,
  type Intent,
  nameOf,
  noun,
  type ResourceKind,
  textMember,
} from './exchange.ts';

export function describeCreate(facts: ExchangeFacts, kind: ResourceKind): Intent {
  const effect = facts.effects.find(({ action }) => action === 'created');
  const resourceId = effect?.resourceId ?? textMember(facts.responseBody, 'id');
  const resourceName = effect?.resourceName ?? nameOf(facts.requestBody);
  const action =
    resourceName === null ? `Create ${noun(kind)}` : `Create ${noun(kind)} ${resourceName}`;
  return { operation: 'create', action, resource: { resourceId, resourceName } };
}
