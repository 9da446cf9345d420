// The table of a tenant's switches, by group: the type of a profile, its defaults and its schemas follow from it.
import type { SwitchDefinition, SwitchTable, SwitchValue } from './switch-types.ts';
import { answerSwitches } from './switches/answer-switches.ts';
import { capabilitySwitches } from './switches/capability-switches.ts';
import { limitSwitches } from './switches/limit-switches.ts';
import { patchSwitches } from './switches/patch-switches.ts';
import { pathSwitches } from './switches/path-switches.ts';
import { readingSwitches } from './switches/reading-switches.ts';
import { transportSwitches } from './switches/transport-switches.ts';
import { deletionSwitches, uniquenessSwitches } from './switches/uniqueness-switches.ts';

/** Titles of the groups, in the order in which they are shown. */
export const SWITCH_GROUPS = [
  'Reading',
  'Paths and filters',
  'PATCH',
  'Answers',
  'Uniqueness',
  'Deletion',
  'Capabilities',
  'Limits',
  'Transport',
] as const;

export type SwitchGroup = (typeof SWITCH_GROUPS)[number];

const groups: Readonly<Record<SwitchGroup, SwitchTable>> = {
  Reading: readingSwitches,
  'Paths and filters': pathSwitches,
  PATCH: patchSwitches,
  Answers: answerSwitches,
  Uniqueness: uniquenessSwitches,
  Deletion: deletionSwitches,
  Capabilities: capabilitySwitches,
  Limits: limitSwitches,
  Transport: transportSwitches,
};

export const switches = {
  ...readingSwitches,
  ...pathSwitches,
  ...patchSwitches,
  ...answerSwitches,
  ...uniquenessSwitches,
  ...deletionSwitches,
  ...capabilitySwitches,
  ...limitSwitches,
  ...transportSwitches,
} as const;

export type SwitchName = keyof typeof switches;

/** How a tenant behaves: the value of every switch. */
export type Profile = {
  readonly [Name in SwitchName]: SwitchValue<(typeof switches)[Name]>;
};

/** One switch with its name and group. */
export type Switch = SwitchDefinition & {
  readonly name: SwitchName;
  readonly group: SwitchGroup;
};

/** Every switch, group by group. */
export const switchList: readonly Switch[] = SWITCH_GROUPS.flatMap((group) =>
  Object.entries(groups[group]).flatMap(([name, definition]) =>
    isSwitchName(name) ? [{ ...definition, name, group }] : [],
  ),
);

export function isSwitchName(name: string): name is SwitchName {
  return Object.hasOwn(switches, name);
}
