// DELETE of a resource. @see RFC 7644 §3.6
import {
  type ExchangeFacts,
  type Intent,
  noun,
  readResource,
  type ResourceKind,
} from './exchange.ts';

export function describeDelete(
  facts: ExchangeFacts,
  { resource, id }: { readonly resource: ResourceKind; readonly id: string },
): Intent {
  const { resourceName } = readResource(facts, id);
  return { operation: 'delete', action: `Delete ${noun(resource)} ${resourceName ?? id}` };
}
