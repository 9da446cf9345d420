// What the desktop shell offers the UI as `window.shell`; absent in a browser. No data calls: data goes over HTTP, and
// so does a file that was opened with the app, from the shell to the server.
// Both sides parse what reaches them: the shell every argument, the page every event.
import { z } from 'zod';
import { COMMAND_IDS, type CommandId } from './commands.ts';
import type { UpdateState } from './update.ts';

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

/** The stream of the admin API that takes a file of each kind that the app opens. */
export const OPENED_FILE_STREAMS = { snapshot: 'importSnapshot', har: 'importRequests' } as const;

/** A file that somebody has opened with the app. The page asks what to do with it; its path stays with the shell. */
export const OpenedFile = z.object({
  ticket: z.string().max(40),
  kind: z.enum(['snapshot', 'har']),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type OpenedFile = z.infer<typeof OpenedFile>;

export const SendFileArgument = z.object({
  ticket: z.string().max(40),
  /** Of the stream. */
  query: z.record(z.string().max(40), z.string().max(200)),
});
export type SendFileArgument = z.infer<typeof SendFileArgument>;

export const SentFile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), answer: z.unknown() }),
  /** In a sentence. */
  z.object({ kind: z.literal('refused'), reason: z.string() }),
]);
export type SentFile = z.infer<typeof SentFile>;

/** Folders that can be opened in the system's file manager: the workspace's, and that of the app's own log. */
export const ShellFolder = z.enum(['data', 'logs']);
export type ShellFolder = z.infer<typeof ShellFolder>;

/** What is done about a newer version; all but `check` are about the one that the state tells of. */
export const UpdateOrder = z.enum(['check', 'skip', 'later', 'download', 'install', 'agree']);
export type UpdateOrder = z.infer<typeof UpdateOrder>;

export const ShellCommand = z.discriminatedUnion('type', [
  /** A menu entry; it is enabled while the page offers the command. */
  z.object({ type: z.literal('run'), id: CommandName }),
  z.object({ type: z.literal('open'), path: AppPath }),
  z.object({ type: z.literal('ask-import'), file: OpenedFile }),
  /** The page had to be loaded again; the server went on. */
  z.object({ type: z.literal('tell-recovered'), reason: z.enum(['crashed', 'hung']) }),
]);
export type ShellCommand = z.infer<typeof ShellCommand>;

export interface Shell {
  readonly getServerState: () => Promise<ServerState>;
  readonly restartServer: () => Promise<void>;
  /** Opens an https address in the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Path of the folder with the log of the app. */
  readonly getLogFolder: () => Promise<string>;
  /** Rejects where the system cannot open it. */
  readonly showFolder: (folder: ShellFolder) => Promise<void>;
  /** What the page can do from now on; commands wait until its first call. */
  readonly offerCommands: (ids: readonly CommandId[]) => Promise<void>;
  /** The shell reads the file and sends it to the admin API: it may be too large for the page. */
  readonly sendOpenedFile: (argument: SendFileArgument) => Promise<SentFile>;
  readonly getUpdates: () => Promise<UpdateState>;
  /** Resolves when it is done, with what has become of it. */
  readonly orderUpdate: (order: UpdateOrder) => Promise<UpdateState>;
  readonly onUpdates: (listener: (state: UpdateState) => void) => () => void;
  /** Calls back at every change; returns the function that ends it. */
  readonly onServerState: (listener: (state: ServerState) => void) => () => void;
  readonly onCommand: (listener: (command: ShellCommand) => void) => () => void;
}
