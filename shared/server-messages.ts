// The messages between the desktop shell and the server process it hosts.
import { z } from 'zod';
import { ReadyEvent, ServerOptions } from './server-options.ts';

export const ToServer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), options: ServerOptions }),
  z.object({ type: z.literal('shutdown') }),
]);
export type ToServer = z.infer<typeof ToServer>;

export const FromServer = z.discriminatedUnion('type', [
  /** The process runs and waits for `start`; `runtime` reads `node v24.1.0` or `electron v45.1.0`. */
  z.object({ type: z.literal('hello'), runtime: z.string() }),
  /** Again when the admin key has become another. */
  z.object({ type: z.literal('ready'), ready: ReadyEvent }),
  /** One sentence for people: port in use, data directory locked or unreadable, newer workspace. */
  z.object({ type: z.literal('failed'), message: z.string() }),
]);
export type FromServer = z.infer<typeof FromServer>;
