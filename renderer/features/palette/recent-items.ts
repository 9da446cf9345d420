// What was chosen last in the palette, newest first; kept in this browser.
import { z } from 'zod';
import { PaletteItem } from './palette-item.ts';

const STORAGE_NAME = 'scim-mock-tenant.palette';
const MOST_KEPT = 6;

export function readRecent(): readonly PaletteItem[] {
  const stored = localStorage.getItem(STORAGE_NAME);
  if (stored === null) return [];
  const parsed = z.array(PaletteItem).safeParse(parseJson(stored));
  return parsed.success ? parsed.data.map((item) => ({ ...item, section: 'Recent' })) : [];
}

export function storeRecent(item: PaletteItem): void {
  const others = readRecent().filter(({ id }) => id !== item.id);
  localStorage.setItem(STORAGE_NAME, JSON.stringify([item, ...others].slice(0, MOST_KEPT)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not ours: as if nothing had been kept
  }
}
