// How tenants behave: the table of switches, the presets, and the profile of one tenant.
import { z } from 'zod';
import { PresetName, ProfileOverrides, ProfileSetting } from '../scim/profile/profile-setting.ts';
import { SWITCH_GROUPS } from '../scim/profile/switches.ts';
import { JsonObject } from './json-schema.ts';

const about = {
  name: z.string(),
  group: z.enum(SWITCH_GROUPS),
  title: z.string(),
  sentence: z.string(),
  source: z.string(),
  seenIn: z.string(),
};

export const SwitchDescription = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('boolean'), default: z.boolean() }),
  z.object({
    ...about,
    kind: z.literal('choice'),
    choices: z.array(z.object({ value: z.string(), label: z.string() })).readonly(),
    default: z.string(),
  }),
  z.object({
    ...about,
    kind: z.literal('integer'),
    min: z.int(),
    max: z.int(),
    unit: z.string(),
    default: z.int(),
  }),
]);
export type SwitchDescription = z.infer<typeof SwitchDescription>;

export const SwitchList = z.object({
  /** Titles of the groups, in the order in which they are shown. */
  groups: z.array(z.string()),
  switches: z.array(SwitchDescription),
});
export type SwitchList = z.infer<typeof SwitchList>;

export const PresetDescription = z.object({
  preset: PresetName,
  name: z.string(),
  sentence: z.string(),
  /** What differs from the defaults of the switches. */
  differences: ProfileOverrides,
});

export const PresetList = z.object({ presets: z.array(PresetDescription) });
export type PresetList = z.infer<typeof PresetList>;

export const ProfileChange = ProfileSetting.extend({ overrides: ProfileOverrides.default({}) });
export type ProfileChange = z.infer<typeof ProfileChange>;

export const TenantProfile = ProfileSetting.extend({
  /** The value of every switch. */
  effective: ProfileOverrides,
  /** What discovery says of it. */
  serviceProviderConfig: JsonObject,
});
export type TenantProfile = z.infer<typeof TenantProfile>;
