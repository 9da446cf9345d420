// `attributes` and `excludedAttributes` exclude each other; whether a request that names both is refused, or `attributes`
// counts, is for the tenant's profile to say. @see RFC 7644 §3.9
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import type { Projection } from '../resource/project-resource.ts';
import { invalidValue } from '../scim-error.ts';

/** Throws `invalidValue` where the profile refuses a request that names both. */
export function checkProjection(
  { attributes, excludedAttributes }: Projection,
  { bothProjections }: Profile,
): void {
  if (bothProjections !== 'reject') return;
  if (attributes.length === 0 || excludedAttributes.length === 0) return;
  throw invalidValue('attributes and excludedAttributes exclude each other; send one of them');
}
