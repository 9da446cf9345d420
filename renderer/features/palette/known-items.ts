// What the palette knows without asking the server: commands, screens, tenants.
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { COMMAND_IDS, describeCommand } from '../../../shared/commands.ts';
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
