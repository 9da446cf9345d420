// The SCIM listener at its port: open, closed, or shut out by another program. Callers take turns (./scim-listener.ts).
import type { Clock } from '../base/clock.ts';
import { isSystemError } from '../base/system-error.ts';
import { listen, type Listener, type ListenerApp, type ListenOptions } from './listen.ts';
import { keepPortState, type PortState } from './port-state.ts';
import { isStartError } from './start-error.ts';
import type { ServedTls } from './tls/prepare-tls.ts';

export interface ScimPortParts {
  readonly app: ListenerApp;
  readonly clock: Pick<Clock, 'now'>;
  /** As options and settings say at the moment. */
  readonly wanted: () => Omit<ListenOptions, 'tls'>;
  readonly tls: PortTls;
  /** It is open at the address that the settings of the moment say. */
  readonly onOpen: () => void;
  readonly onChange: () => void;
}

export interface PortTls {
  /** Rejects with a StartError. undefined: plain HTTP. */
  readonly prepare: () => Promise<ServedTls | undefined>;
  readonly isWanted: () => boolean;
  readonly noteServed: (served: ServedTls | undefined) => void;
}

export interface ScimPort {
  readonly read: () => PortState;
  readonly isOpen: () => boolean;
  /** Rejects with a StartError where the port cannot be had, or TLS not be served. */
  readonly open: () => Promise<void>;
  /** A port that is taken is a state, and so is TLS that cannot be served as it is set. */
  readonly openOrTell: () => Promise<void>;
  readonly openNextFree: () => Promise<void>;
  /** With TLS or without, from now on; connections that are open stay as they are until their answers are sent. */
  readonly serveAs: (served: ServedTls | undefined) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PORTS_TRIED = 100;

export function createScimPort(parts: ScimPortParts): ScimPort {
  const { clock, wanted, tls, onOpen, onChange } = parts;
  const firstPort = wanted().port;
  const state = keepPortState({ clock, firstPort, isTlsWanted: tls.isWanted, onChange });
  const opening = createOpening(parts, state.serving);

  async function openAt(port: number, served: ServedTls | undefined): Promise<void> {
    if (opening.listener() !== undefined) return;
    await opening.open(port, served);
    onOpen();
  }

  async function openOrTaken(port: number, open: () => Promise<void>): Promise<void> {
    try {
      await open();
    } catch (error) {
      if (!isTaken(error)) throw error;
      await state.taken(port);
    }
  }

  async function openIfServed(
    open: (port: number, served: ServedTls | undefined) => Promise<void>,
  ): Promise<void> {
    const port = opening.nextPort();
    let served: ServedTls | undefined;
    try {
      served = await tls.prepare();
    } catch (error) {
      if (!isStartError(error)) throw error;
      return state.failed(port, error.message);
    }
    await open(port, served);
  }

  return {
    read: state.read,
    isOpen: () => opening.listener() !== undefined,
    open: async () => openAt(opening.nextPort(), await tls.prepare()),
    openOrTell: () => openIfServed((port, served) => openOrTaken(port, () => openAt(port, served))),
    openNextFree: () =>
      openIfServed((first, served) => findFree(first, (port) => openAt(port, served))),
    async serveAs(served) {
      const now = opening.listener();
      if (now === undefined) return state.schemeChanged();
      if (served !== undefined && now.setTls !== undefined) {
        now.setTls(served);
        tls.noteServed(served);
        onChange();
      } else if (served !== undefined || now.setTls !== undefined) {
        const port = state.port();
        await openOrTaken(port, () => opening.replace(port, served));
      }
    },
    async close() {
      await opening.close();
      state.stopped();
    },
  };
}

/** Where it was open last, and what had been wanted then: that port is kept until something else is wanted. */
interface LastOpen {
  readonly wanted: Omit<ListenOptions, 'tls'>;
  readonly port: number;
}

/** The listener of the moment, and those before it that have answers on their way. */
function createOpening({ app, wanted, tls }: ScimPortParts, onServing: (origin: string) => void) {
  const retiring = new Set<Listener>();
  let listener: Listener | undefined;
  let last: LastOpen | undefined;

  async function openWith(
    options: ListenOptions,
    served: ServedTls | undefined,
  ): Promise<Listener> {
    const opened = await listen({ ...options, ...(served && { tls: served }) }, () => app);
    listener = opened;
    tls.noteServed(served);
    onServing(opened.origin);
    return opened;
  }

  return {
    listener: () => listener,
    async open(port: number, served: ServedTls | undefined): Promise<void> {
      const asked = wanted();
      const opened = await openWith({ ...asked, port }, served);
      last = { wanted: asked, port: opened.port };
    },
    /** At the same port: the listener before takes nothing more, and answers what it has accepted. */
    async replace(port: number, served: ServedTls | undefined): Promise<void> {
      const before = listener;
      listener = undefined;
      if (before !== undefined) {
        retiring.add(before);
        void before.retire().then(() => retiring.delete(before));
      }
      await openWith({ ...(last?.wanted ?? wanted()), port }, served);
    },
    /** "Any free port" was settled when it was first open, and so was the next one after a port that was taken. */
    nextPort(): number {
      const { port, host } = wanted();
      return last?.wanted.port === port && last.wanted.host === host ? last.port : port;
    },
    async close(): Promise<void> {
      await Promise.all([...retiring].map((each) => each.close()));
      await listener?.close();
      listener = undefined;
    },
  };
}

async function findFree(first: number, open: (port: number) => Promise<void>): Promise<void> {
  const highest = Math.min(first + PORTS_TRIED, 65_535);
  for (let port = first; ; port += 1) {
    try {
      return await open(port);
    } catch (error) {
      if (!isTaken(error) || port === highest) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && isSystemError(error.cause) && error.cause.code === 'EADDRINUSE';
}
