// What the desktop shell offers the UI as `window.shell`; absent in a browser. No data calls: data goes over HTTP.
// Both sides parse what reaches them: the shell every argument, the page every event.
import { z } from 'zod';
import { COMMAND_IDS, type CommandId } from './commands.ts';

export const ServerState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('serving'), uiUrl: z.url() }),
  /** `asked`: by a person, not after a crash. */
  z.object({ state: z.literal('restarting'), asked: z.boolean(), message: z.string() }),
  z.object({ state: z.literal('failed'), message: z.string() }),
]);
export type ServerState = z.infer<typeof ServerState>;

export const OpenExternalArgument = z.url({ protocol: /^https$/ });

/** Route of the UI with its search, such as `/requests?id=12`. */
export const AppPath = z
  .string()
  .max(2_048)
  .regex(/^\/(?:[^/\\\p{Cc}][^\\\p{Cc}]*)?$/u, 'must be a route of the UI');

const CommandName = z.literal(COMMAND_IDS);

/** Each once at most. */
export const OfferCommandsArgument = z.array(CommandName).max(COMMAND_IDS.length);

export const ShellCommand = z.discriminatedUnion('type', [
  /** A menu entry; it is enabled while the page offers the command. */
  z.object({ type: z.literal('run'), id: CommandName }),
  z.object({ type: z.literal('open'), path: AppPath }),
  /** The page had to be loaded again; the server went on. */
  z.object({ type: z.literal('tell-recovered'), reason: z.enum(['crashed', 'hung']) }),
]);
export type ShellCommand = z.infer<typeof ShellCommand>;

export interface Shell {
  readonly getServerState: () => Promise<ServerState>;
  readonly restartServer: () => Promise<void>;
  /** Opens an https address in the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** What the page can do from now on; commands wait until its first call. */
  readonly offerCommands: (ids: readonly CommandId[]) => Promise<void>;
  /** Calls back at every change; returns the function that ends it. */
  readonly onServerState: (listener: (state: ServerState) => void) => () => void;
  readonly onCommand: (listener: (command: ShellCommand) => void) => () => void;
}
