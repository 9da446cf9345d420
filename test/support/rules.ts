// What bodies and filters are read by in tests of main/scim: the built-in resource types under a profile.
import type { Rules } from '../../main/scim/profile/rules.ts';
import { profileModels } from '../../main/scim/profile/profile-models.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import { DEFAULT_PROFILE } from '../../shared/scim/profile/profile-setting.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';

/** The default profile but for `differences`. */
export function rulesOf(model: ResourceModel, differences: Partial<Profile> = {}): Rules {
  const profile = { ...DEFAULT_PROFILE, ...differences };
  const [shaped = model] = profileModels([model], profile);
  return { model: shaped, profile };
}

export const USER_RULES = rulesOf(userModel);
export const GROUP_RULES = rulesOf(groupModel);
