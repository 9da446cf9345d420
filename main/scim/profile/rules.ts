// What a body, a path or a filter is read by: the schemas of a resource type and the switches of the tenant.
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import type { ResourceModel } from '../schema/schema-types.ts';

export interface Rules {
  readonly model: ResourceModel;
  readonly profile: Profile;
}
