// What the desktop app knows of newer versions of itself. The shell looks and keeps the state; the page shows it.
import { z } from 'zod';

/** Why nothing is looked for, whatever the setting says. */
export const UpdateObstacle = z.enum(['source', 'no-feed']);
export type UpdateObstacle = z.infer<typeof UpdateObstacle>;

/** Why an update is not installed by the app itself: its package cannot be, it has no signature, or nobody has agreed. */
export const InstallObstacle = z.enum(['package', 'unsigned', 'not-agreed']);
export type InstallObstacle = z.infer<typeof InstallObstacle>;

export const UpdateOffer = z.object({
  version: z.string(),
  /** Plain text; empty without any. */
  notes: z.string(),
  /** Where it can be had by hand: the file itself, a page that lists it, or nowhere that is known. */
  download: z.enum(['file', 'page']).nullable(),
  /** It was skipped or put off, and nobody has asked since. */
  isHidden: z.boolean(),
});
export type UpdateOffer = z.infer<typeof UpdateOffer>;

const UpdateCheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('newest') }),
  /** In a sentence or two. */
  z.object({ kind: z.literal('failed'), message: z.string() }),
  z.object({ kind: z.literal('available'), offer: UpdateOffer }),
  /** `share` from 0 to 1. */
  z.object({ kind: z.literal('downloading'), offer: UpdateOffer, share: z.number() }),
  /** It is installed when the app is quit. */
  z.object({ kind: z.literal('downloaded'), offer: UpdateOffer }),
  z.object({ kind: z.literal('not-installed'), offer: UpdateOffer, message: z.string() }),
]);
export type UpdateCheck = z.infer<typeof UpdateCheck>;

export const UpdateState = z.object({
  /** That runs now. */
  version: z.string(),
  mode: z.enum(['off', 'notify', 'auto']),
  /** Where newer versions are looked for, for people to read. */
  feed: z.string().nullable(),
  obstacle: UpdateObstacle.nullable(),
  installObstacle: InstallObstacle.nullable(),
  check: UpdateCheck,
});
export type UpdateState = z.infer<typeof UpdateState>;

/** Of a feed: `https`, or `http` on this machine. */
export const UPDATE_ADDRESS =
  /^(?:https:\/\/[^\s/?#@]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?)(?:\/[^\s?#]*)?$/;
