// What the desktop shell offers the UI as `window.shell`; absent in a browser. No data calls: data goes over HTTP.
import { z } from 'zod';

export const ServerState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('serving'), uiUrl: z.url() }),
  z.object({ state: z.literal('restarting'), message: z.string() }),
  z.object({ state: z.literal('failed'), message: z.string() }),
]);
export type ServerState = z.infer<typeof ServerState>;

export const OpenExternalArgument = z.url({ protocol: /^https$/ });

export interface Shell {
  readonly getServerState: () => Promise<ServerState>;
  readonly restartServer: () => Promise<void>;
  /** Opens an https address in the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Calls back at every change; returns the function that ends it. */
  readonly onServerState: (listener: (state: ServerState) => void) => () => void;
}
