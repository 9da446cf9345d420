// What the palette knows without asking the server: commands, screens, tenants, settings, help.
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { SETTING_KEYS } from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { COMMAND_IDS, describeCommand } from '../../../shared/commands.ts';
import { BLOCK_PARTS } from '../settings/setting-blocks.ts';
import { HELP_TOPICS } from '../help/help-topics.ts';
import { findAction } from '../shortcuts/command-store.ts';
import type { PaletteItem } from './palette-item.ts';

/** Commands that can be done on the screen below the palette. */
export function listCommandItems(): PaletteItem[] {
  const possible = COMMAND_IDS.filter((id) => id !== 'app.palette' && findAction(id) !== undefined);
  return possible.map((id): PaletteItem => {
    const { section, title, words } = describeCommand(id);
    return {
      id,
      title,
      section: section === 'Go to' ? 'Go to' : 'Commands',
      ...(section !== 'Go to' && { detail: section }),
      ...(words !== undefined && { words }),
      target: { kind: 'command', command: id },
    };
  });
}

export function listTenantItems(tenants: readonly Tenant[]): PaletteItem[] {
  if (tenants.length < 2) return [];
  return tenants.map(({ slug, name }) => ({
    id: `tenant:${slug}`,
    section: 'Tenants',
    title: name,
    detail: slug,
    words: `${slug} switch tenant`,
    target: { kind: 'address', address: `/?tenant=${encodeURIComponent(slug)}` },
  }));
}

export function listSettingItems(): PaletteItem[] {
  const keys = SETTING_KEYS.filter((key) => key !== 'general.tenantColours');
  const settings = keys.map((key) => {
    const { title, group, sentence, words = '' } = SETTING_WORDS[key];
    return toSettingItem({ find: key, title, group, words: `${words} ${key} ${sentence}` });
  });
  return [...settings, ...BLOCK_PARTS.map(toSettingItem)];
}

interface FoundSetting {
  readonly find: string;
  readonly title: string;
  readonly group: string;
  readonly words: string;
}

function toSettingItem({ find, title, group, words }: FoundSetting): PaletteItem {
  return {
    id: `setting:${find}`,
    section: 'Settings',
    title,
    detail: group,
    words,
    target: { kind: 'address', address: `/settings?find=${encodeURIComponent(find)}` },
  };
}

export function listHelpItems(): PaletteItem[] {
  return HELP_TOPICS.map(({ id, title, words }) => ({
    id: `help:${id}`,
    section: 'Help',
    title,
    words,
    target: { kind: 'address', address: `/help?topic=${id}` },
  }));
}
