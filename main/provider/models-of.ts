// The resource types of a tenant as its profile shapes them: what every operation and discovery go by.
import { profileModels } from '../scim/profile/profile-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';

/** User and Group first. The same tenant gives the same models until its schemas or its profile change. */
export function modelsOf(
  store: Pick<Store, 'schemas'>,
  { id, profile }: TenantRecord,
): readonly ResourceModel[] {
  return profileModels(store.schemas.modelsOf(id), profile);
}
