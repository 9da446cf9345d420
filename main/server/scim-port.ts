// The SCIM listener at its port: open, closed, or shut out by another program. Callers take turns (./scim-listener.ts).
import type { Serving, ServingState } from '../../shared/admin/serving.ts';
import type { Clock } from '../base/clock.ts';
import { isSystemError } from '../base/system-error.ts';
import { findPortOwner } from './find-port-owner.ts';
import { listen, type Listener, type ListenerApp, type ListenOptions } from './listen.ts';

export interface ScimPortParts {
  readonly app: ListenerApp;
  readonly clock: Pick<Clock, 'now'>;
  /** As options and settings say at the moment. */
  readonly wanted: () => ListenOptions;
  /** It is open at the address that the settings of the moment say. */
  readonly onOpen: () => void;
  readonly onChange: () => void;
}

interface PortState {
  readonly state: Exclude<ServingState, 'paused'>;
  readonly since: string;
  readonly origin: string;
  readonly portOwner: Serving['portOwner'];
}

/** Where it was open last, and what had been wanted then: that port is kept until something else is wanted. */
interface LastOpen {
  readonly wanted: ListenOptions;
  readonly port: number;
}

const PORTS_TRIED = 100;

export type ScimPort = ReturnType<typeof createScimPort>;

export function createScimPort({ app, clock, wanted, onOpen, onChange }: ScimPortParts) {
  let listener: Listener | undefined;
  let last: LastOpen | undefined;
  let current = describe('stopped', originOf(wanted()));

  function describe(state: PortState['state'], origin: string): PortState {
    return { state, origin, since: clock.now().toISOString(), portOwner: null };
  }

  function become(next: PortState): void {
    current = next;
    onChange();
  }

  async function openAt(port: number): Promise<void> {
    if (listener !== undefined) return;
    listener = await listen({ ...wanted(), port }, () => app);
    last = { wanted: wanted(), port: Number(new URL(listener.origin).port) };
    onOpen();
    become(describe('serving', listener.origin));
  }

  /** "Any free port" was settled when it was first open, and so was the next one after a port that was taken. */
  function nextPort(): number {
    const { port, host } = wanted();
    return last?.wanted.port === port && last.wanted.host === host ? last.port : port;
  }

  return {
    read: () => current,
    isOpen: () => listener !== undefined,
    /** Rejects with a StartError where the port cannot be had. */
    open: () => openAt(nextPort()),
    /** A port that is taken is a state. */
    async openOrTell(): Promise<void> {
      const port = nextPort();
      try {
        await openAt(port);
      } catch (error) {
        if (!isTaken(error)) throw error;
        const portOwner = await findPortOwner(port);
        become({ ...describe('port-in-use', originOf({ port })), portOwner });
      }
    },
    async openNextFree(): Promise<void> {
      const first = nextPort();
      const highest = Math.min(first + PORTS_TRIED, 65_535);
      for (let port = first; ; port += 1) {
        try {
          return await openAt(port);
        } catch (error) {
          if (!isTaken(error) || port === highest) throw error;
        }
      }
    },
    async close(): Promise<void> {
      await listener?.close();
      listener = undefined;
      become(describe('stopped', current.origin));
    },
  };
}

/** Every address of a machine holds the loopback one, which is how this machine names it. */
function originOf({ port }: Pick<ListenOptions, 'port'>): string {
  return `http://127.0.0.1:${port}`;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && isSystemError(error.cause) && error.cause.code === 'EADDRINUSE';
}
