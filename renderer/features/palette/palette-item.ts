// What the palette lists. Items are data, so that those used last can be kept and shown again.
import { z } from 'zod';
import { isCommandId } from '../../../shared/commands.ts';

export const PaletteItem = z.object({
  /** Unique in the list. */
  id: z.string(),
  section: z.enum([
    'Recent',
    'Go to',
    'Commands',
    'Tenants',
    'Saved views',
    'Requests',
    'Users',
    'Groups',
    'Settings',
    'Help',
  ]),
  title: z.string(),
  /** Quiet text behind the title. */
  detail: z.string().optional(),
  words: z.string().optional(),
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('command'), command: z.string().refine(isCommandId) }),
    /** An address of the app, such as `/users?id=…`. */
    z.object({ kind: z.literal('address'), address: z.string() }),
  ]),
});
export type PaletteItem = z.infer<typeof PaletteItem>;
export type PaletteSection = PaletteItem['section'];

/** In the order in which they are shown. */
export const PALETTE_SECTIONS: readonly PaletteSection[] = PaletteItem.shape.section.options;
