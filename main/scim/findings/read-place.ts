// What a path below the tenant's base names, in terms of the resource types that are known.
import { findModelByEndpoint, findModelByName } from '../schema/resource-models.ts';
import type { ResourceModel } from '../schema/schema-types.ts';

export type Place =
  | { readonly kind: 'root' }
  | { readonly kind: 'collection'; readonly model: ResourceModel }
  /** `id` is undefined at `/Me`. */
  | { readonly kind: 'resource'; readonly model: ResourceModel; readonly id: string | undefined }
  | { readonly kind: 'search'; readonly model: ResourceModel | undefined }
  | { readonly kind: 'bulk' }
  | { readonly kind: 'discovery' }
  | { readonly kind: 'other' };

/** Endpoints that are no resource type's. */
const ENDPOINTS: Readonly<Record<string, Place>> = {
  '.search': { kind: 'search', model: undefined },
  bulk: { kind: 'bulk' },
  schemas: { kind: 'discovery' },
  resourcetypes: { kind: 'discovery' },
  serviceproviderconfig: { kind: 'discovery' },
  serviceconfiguration: { kind: 'discovery' },
};

/** @see RFC 7644 §3.2 */
export function readPlace(path: string | null, models: readonly ResourceModel[]): Place {
  if (path === null) return { kind: 'other' };
  const [endpoint, id, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (endpoint === undefined) return { kind: 'root' };
  if (rest.length > 0) return { kind: 'other' };
  const name = endpoint.toLowerCase();
  if (name === 'me') return id === undefined ? readMe(models) : { kind: 'other' };
  if (Object.hasOwn(ENDPOINTS, name)) return ENDPOINTS[name] ?? { kind: 'other' };
  const model = findModelByEndpoint(models, `/${endpoint}`);
  if (model === undefined) return { kind: 'other' };
  if (id === undefined) return { kind: 'collection', model };
  return id.toLowerCase() === '.search'
    ? { kind: 'search', model }
    : { kind: 'resource', model, id };
}

function readMe(models: readonly ResourceModel[]): Place {
  const model = findModelByName(models, 'User');
  return model === undefined ? { kind: 'other' } : { kind: 'resource', model, id: undefined };
}
