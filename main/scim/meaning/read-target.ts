// What a path under the SCIM base names. Endpoint names are compared without case and empty segments are skipped, as the
// router does, so that `/users//2f9/` means what it did.
import type { ExchangeFacts, ResourceKind } from './exchange.ts';

export type Target =
  | { readonly kind: 'base' }
  | { readonly kind: 'collection'; readonly resource: ResourceKind }
  | { readonly kind: 'resource'; readonly resource: ResourceKind; readonly id: string }
  | { readonly kind: 'discovery'; readonly endpoint: DiscoveryEndpoint; readonly id: string | null }
  /** A query by POST; null over all resource types. */
  | { readonly kind: 'search'; readonly resource: ResourceKind | null }
  | { readonly kind: 'bulk' }
  /** The User of whoever asks. */
  | { readonly kind: 'me' }
  | { readonly kind: 'events' }
  /** What became of a request that was accepted for later. */
  | { readonly kind: 'outcome' }
  /** Of the RFC, but no endpoint of a resource. */
  | { readonly kind: 'unserved'; readonly name: string }
  | { readonly kind: 'unknown' };

type ResourceTypes = NonNullable<ExchangeFacts['resourceTypes']>;

export type DiscoveryEndpoint = 'Schemas' | 'ResourceTypes' | 'ServiceProviderConfig';

const CORE_TYPES: ResourceTypes = [
  { name: 'User', endpoint: '/Users' },
  { name: 'Group', endpoint: '/Groups' },
];

const DISCOVERY = new Map<string, DiscoveryEndpoint>([
  ['schemas', 'Schemas'],
  ['resourcetypes', 'ResourceTypes'],
  ['serviceproviderconfig', 'ServiceProviderConfig'],
  // Entra: early SCIM 2.0 samples use this name.
  ['serviceconfiguration', 'ServiceProviderConfig'],
]);

const SINGLE = new Map<string, Target>([
  ['bulk', { kind: 'bulk' }],
  ['me', { kind: 'me' }],
  ['.events', { kind: 'events' }],
  ['.async', { kind: 'outcome' }],
  ['.search', { kind: 'search', resource: null }],
]);

/** `own`: resource types beside User and Group. @see RFC 7644 §3.2 */
export function readTarget(path: string, own: ResourceTypes = []): Target {
  const [endpoint, id, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (endpoint === undefined) return { kind: 'base' };
  const name = endpoint.toLowerCase();
  const single = SINGLE.get(name);
  if (single !== undefined) return single;
  if (rest.length > 0) return { kind: 'unknown' };
  const resource = findType([...CORE_TYPES, ...own], name);
  if (resource !== undefined) {
    if (id === undefined) return { kind: 'collection', resource };
    const isSearch = id.toLowerCase() === '.search';
    return isSearch ? { kind: 'search', resource } : { kind: 'resource', resource, id };
  }
  const discovery = DISCOVERY.get(name);
  return discovery === undefined
    ? { kind: 'unknown' }
    : { kind: 'discovery', endpoint: discovery, id: id ?? null };
}

function findType(types: ResourceTypes, name: string): ResourceKind | undefined {
  return types.find(({ endpoint }) => endpoint.toLowerCase() === `/${name}`)?.name;
}
