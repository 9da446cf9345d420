// GET of one resource, and of the documents that describe the service provider. @see RFC 7644 §3.4.1 and §4
import {
  type ExchangeFacts,
  type Intent,
  noun,
  readResource,
  type ResourceKind,
} from './exchange.ts';
import type { DiscoveryEndpoint } from './read-target.ts';

const DOCUMENTS: Record<DiscoveryEndpoint, { readonly all: string; readonly one: string }> = {
  Schemas: { all: 'schemas', one: 'schema' },
  ResourceTypes: { all: 'resource types', one: 'resource type' },
  ServiceProviderConfig: {
    all: 'service provider configuration',
    one: 'service provider configuration',
  },
};

export function describeRead(
  facts: ExchangeFacts,
  { resource, id }: { readonly resource: ResourceKind; readonly id: string },
): Intent {
  const { resourceName } = readResource(facts, id);
  return { operation: 'read', action: `Read ${noun(resource)} ${resourceName ?? id}` };
}

export function describeDiscovery(target: {
  readonly endpoint: DiscoveryEndpoint;
  readonly id: string | null;
}): Intent {
  const { all, one } = DOCUMENTS[target.endpoint];
  const action = target.id === null ? `Read ${all}` : `Read ${one} ${target.id}`;
  return { operation: 'read-discovery', action };
}
