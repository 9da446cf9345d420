// The settings that fit what is searched for, by group; and what a number that was typed is worth.
import {
  SETTING_GROUPS,
  SETTING_KEYS,
  SettingsChange,
  type SettingGroup,
  type SettingKey,
} from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { formatNumber } from '../../ui/format.ts';

export interface SettingSection {
  readonly group: SettingGroup;
  readonly keys: readonly SettingKey[];
}

/** Set where tenants are, or together with another one. */
const ELSEWHERE: readonly SettingKey[] = [
  'general.tenantColours',
  'server.tlsCertificate',
  'server.tlsKey',
];

export function findSettings(text: string): readonly SettingSection[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const keys = SETTING_KEYS.filter((key) => !ELSEWHERE.includes(key) && fits(key, words));
  return SETTING_GROUPS.map((group) => ({
    group,
    keys: keys.filter((key) => SETTING_WORDS[key].group === group),
  })).filter((section) => section.keys.length > 0);
}

function fits(key: SettingKey, words: readonly string[]): boolean {
  const { group, title, sentence, unit, words: others, labels, needsRestart } = SETTING_WORDS[key];
  const choices = Object.values(labels ?? {}).join(' ');
  const restart = needsRestart === true ? 'restart' : '';
  const text = [key, group, title, sentence, unit, others, choices, restart]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A sentence about a value that the setting does not take; nothing when it does. */
export function describeProblem(key: SettingKey, value: unknown): string | undefined {
  const result = SettingsChange.safeParse({ [key]: value });
  return result.success ? undefined : result.error.issues[0]?.message;
}

/** How a value reads to people. */
export function showValue(key: SettingKey, value: unknown): string {
  const { labels, unit } = SETTING_WORDS[key];
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (typeof value === 'number') {
    const number = key.endsWith('Port') ? String(value) : formatNumber(value);
    return unit === undefined ? number : `${number} ${unit}`;
  }
  if (typeof value === 'string') return value === '' ? 'None' : (labels?.[value] ?? value);
  if (Array.isArray(value)) return value.join(' ') || 'None';
  return 'None changed';
}
