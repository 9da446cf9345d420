// What the settings page has besides settings: what can be done there, found by the same search and by the palette.
import type { SettingGroup } from '../../../shared/admin/setting.ts';

export type SettingBlock = 'api' | 'privacy' | 'workspace';

interface BlockPart {
  readonly block: SettingBlock;
  /** The heading that it stands under. */
  readonly group: SettingGroup | 'Privacy' | 'Workspace';
  readonly title: string;
  /** What finds it on the page and is in the address. */
  readonly find: string;
  readonly words: string;
}

export const BLOCK_PARTS: readonly BlockPart[] = [
  {
    block: 'api',
    group: 'Admin API and CLI',
    title: 'Admin key and calls by script',
    find: 'admin key',
    words: 'rest curl automation terminal command line serve token rotate kept fixed',
  },
  {
    block: 'api',
    group: 'Admin API and CLI',
    title: 'Language models (MCP)',
    find: 'mcp',
    words: 'ai agent claude desktop cursor vs code copilot model context protocol',
  },
  {
    block: 'privacy',
    group: 'Privacy',
    title: 'What leaves this machine',
    find: 'privacy',
    words: 'telemetry account network offline secrets masked crash',
  },
  {
    block: 'privacy',
    group: 'Privacy',
    title: 'Diagnostics',
    find: 'diagnostics',
    words: 'bundle support report versions log bug issue',
  },
  {
    block: 'privacy',
    group: 'Privacy',
    title: 'Delete all data',
    find: 'delete all',
    words: 'erase remove wipe clear privacy',
  },
  {
    block: 'workspace',
    group: 'Workspace',
    title: 'Data folder',
    find: 'data folder',
    words: 'directory path location where stored database size snapshots workspace',
  },
  {
    block: 'workspace',
    group: 'Workspace',
    title: 'Log folder',
    find: 'log folder',
    words: 'file directory path own app stderr terminal',
  },
  {
    block: 'workspace',
    group: 'Workspace',
    title: 'Compact the workspace',
    find: 'compact',
    words: 'vacuum shrink size disk database megabytes',
  },
  {
    block: 'workspace',
    group: 'Workspace',
    title: 'Reset all settings',
    find: 'reset all',
    words: 'defaults restore factory',
  },
];

/** The blocks with a part that has every word; all of them when nothing is searched for. */
export function findBlocks(text: string): ReadonlySet<SettingBlock> {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const parts = BLOCK_PARTS.filter(({ group, title, find, words }) => {
    const all = [group, title, find, words].join(' ').toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  return new Set(parts.map(({ block }) => block));
}
