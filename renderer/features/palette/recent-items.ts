// What was chosen last in the palette, newest first; kept in this browser for each workspace, whose ids it names.
import { z } from 'zod';
import { PaletteItem } from './palette-item.ts';

const STORAGE_NAME = 'scim-mock-tenant.palette';
const MOST_KEPT = 6;

export function readRecent(workspace: string | undefined): readonly PaletteItem[] {
  const stored = workspace === undefined ? null : localStorage.getItem(nameFor(workspace));
  if (stored === null) return [];
  const parsed = z.array(PaletteItem).safeParse(parseJson(stored));
  return parsed.success ? parsed.data.map((item) => ({ ...item, section: 'Recent' })) : [];
}

export function storeRecent(workspace: string | undefined, item: PaletteItem): void {
  if (workspace === undefined) return;
  const others = readRecent(workspace).filter(({ id }) => id !== item.id);
  localStorage.setItem(nameFor(workspace), JSON.stringify([item, ...others].slice(0, MOST_KEPT)));
}

function nameFor(workspace: string): string {
  return `${STORAGE_NAME} ${workspace}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not ours: as if nothing had been kept
  }
}
