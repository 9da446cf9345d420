// What a tenant stores of its profile: a preset, and the switches that are set otherwise than there.
import { z } from 'zod';
import { presets, type PresetId } from './presets.ts';
import { isSwitchName, switches, switchList, type Profile, type SwitchName } from './switches.ts';
import type { SwitchDefinition } from './switch-types.ts';

const presetIds = Object.keys(presets).filter(isPresetId);

export const PresetName = z.enum(presetIds);

/** Any part of a profile. A switch that is no switch, or a value that it has not, is an issue. */
export const ProfileOverrides: z.ZodType<Partial<Profile>, Partial<Profile>> = z.strictObject(
  Object.fromEntries(switchList.map((one) => [one.name, valueSchema(one).optional()])),
);

export const ProfileSetting = z.object({
  preset: PresetName,
  overrides: ProfileOverrides,
});
export type ProfileSetting = z.infer<typeof ProfileSetting>;

export const DEFAULT_PRESET: PresetId = 'entra-tolerant';

/** The profile of a tenant that nobody has changed. */
export const DEFAULT_PROFILE: Profile = readDefaults();

/** The value of every switch: the tenant's own, else the preset's, else the default. */
export function resolveProfile(preset: PresetId, overrides: Partial<Profile> = {}): Profile {
  return { ...DEFAULT_PROFILE, ...presets[preset].differences, ...overrides };
}

/** The overrides that say something else than the preset does. */
export function trimOverrides(preset: PresetId, overrides: Partial<Profile>): Partial<Profile> {
  const base = resolveProfile(preset);
  const kept = switchList.filter(
    ({ name }) => overrides[name] !== undefined && overrides[name] !== base[name],
  );
  return Object.fromEntries(kept.map(({ name }) => [name, overrides[name]]));
}

/** A stored setting, read whatever an older or newer version wrote: what is not understood has its default. */
export function readProfileSetting(stored: unknown): ProfileSetting {
  const { preset, overrides } = STORED.parse(stored);
  return { preset, overrides: trimOverrides(preset, overrides) };
}

const STORED = z
  .object({
    preset: PresetName.catch(DEFAULT_PRESET),
    overrides: z.record(z.string(), z.unknown()).catch({}).transform(dropUnknown),
  })
  .catch({ preset: DEFAULT_PRESET, overrides: {} });

function dropUnknown(stored: Readonly<Record<string, unknown>>): Partial<Profile> {
  const known = Object.entries(stored).filter(
    ([name, value]) => isSwitchName(name) && isValueOf(name, value),
  );
  return Object.fromEntries(known);
}

/** Whether a switch can take the value. */
export function isValueOf(name: SwitchName, value: unknown): boolean {
  return valueSchema(switches[name]).safeParse(value).success;
}

function valueSchema(definition: SwitchDefinition): z.ZodType<boolean | number | string> {
  switch (definition.kind) {
    case 'boolean':
      return z.boolean();
    case 'integer':
      return z.int().min(definition.min).max(definition.max);
    case 'choice':
      return z.enum(definition.choices.map(({ value }) => value));
  }
}

function readDefaults(): Profile {
  const defaults = Object.fromEntries(switchList.map((one) => [one.name, one.default]));
  return defaults as Profile; // a value for each switch, of the type that its own table entry has
}

function isPresetId(name: string): name is PresetId {
  return Object.hasOwn(presets, name);
}
