// What a path under the SCIM base names. Endpoint names are compared without case and empty segments are skipped, as the
// router does, so that `/users//2f9/` means what it did.
import type { ResourceKind } from './exchange.ts';

export type Target =
  | { readonly kind: 'base' }
  | { readonly kind: 'collection'; readonly resource: ResourceKind }
  | { readonly kind: 'resource'; readonly resource: ResourceKind; readonly id: string }
  | { readonly kind: 'discovery'; readonly endpoint: DiscoveryEndpoint; readonly id: string | null }
  /** Of the RFC, but not served here. */
  | { readonly kind: 'unserved'; readonly name: string }
  | { readonly kind: 'unknown' };

export type DiscoveryEndpoint = 'Schemas' | 'ResourceTypes' | 'ServiceProviderConfig';

const COLLECTIONS = new Map<string, ResourceKind>([
  ['users', 'User'],
  ['groups', 'Group'],
]);

const DISCOVERY = new Map<string, DiscoveryEndpoint>([
  ['schemas', 'Schemas'],
  ['resourcetypes', 'ResourceTypes'],
  ['serviceproviderconfig', 'ServiceProviderConfig'],
  // Entra: early SCIM 2.0 samples use this name.
  ['serviceconfiguration', 'ServiceProviderConfig'],
]);

const UNSERVED = new Map([
  ['bulk', 'Bulk'],
  ['me', 'Me'],
  ['.search', 'Search'],
]);

/** @see RFC 7644 §3.2 */
export function readTarget(path: string): Target {
  const [endpoint, id, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (endpoint === undefined) return { kind: 'base' };
  const name = endpoint.toLowerCase();
  const unserved = UNSERVED.get(name) ?? (id?.toLowerCase() === '.search' ? 'Search' : undefined);
  if (unserved !== undefined) return { kind: 'unserved', name: unserved };
  if (rest.length > 0) return { kind: 'unknown' };
  const resource = COLLECTIONS.get(name);
  if (resource !== undefined) {
    return id === undefined ? { kind: 'collection', resource } : { kind: 'resource', resource, id };
  }
  const discovery = DISCOVERY.get(name);
  return discovery === undefined
    ? { kind: 'unknown' }
    : { kind: 'discovery', endpoint: discovery, id: id ?? null };
}
