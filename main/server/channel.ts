// The way to the process that hosts this one: Electron's parent port, or the IPC channel of a forked Node process.
// Typed here and not with Electron's own types: the server does not depend on Electron.
import { invariant } from '../base/assert.ts';

export interface Channel {
  readonly post: (message: unknown) => void;
}

export interface ChannelEvents {
  readonly onMessage: (message: unknown) => void;
  /** The host has ended. Electron ends a utility process with its host by itself. */
  readonly onGone: () => void;
}

interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
}

export function openChannel(events: ChannelEvents): Channel {
  const port = findParentPort();
  if (port === undefined) return openProcessChannel(events);
  port.on('message', ({ data }) => events.onMessage(data));
  return { post: (message) => port.postMessage(message) };
}

function findParentPort(): ParentPort | undefined {
  return 'parentPort' in process ? (process.parentPort as ParentPort) : undefined; // Electron's, by its documentation
}

function openProcessChannel({ onMessage, onGone }: ChannelEvents): Channel {
  invariant(process.send !== undefined, 'a server without a parent port was forked with a channel');
  process.on('message', onMessage);
  process.once('disconnect', onGone);
  return {
    post(message) {
      if (process.connected) process.send?.(message);
    },
  };
}
