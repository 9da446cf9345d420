// What is told of the SCIM listener's port: whether it is open, at which origin, and why not.
import type { Serving, ServingState } from '../../shared/admin/serving.ts';
import type { Clock } from '../base/clock.ts';
import { findPortOwner } from './find-port-owner.ts';

export interface PortState {
  readonly state: Exclude<ServingState, 'paused'>;
  readonly since: string;
  readonly origin: string;
  readonly portOwner: Serving['portOwner'];
  readonly problem: string | null;
}

interface PortStateParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly firstPort: number;
  /** Whether it is to speak TLS where it is closed. */
  readonly isTlsWanted: () => boolean;
  readonly onChange: () => void;
}

export function keepPortState({ clock, firstPort, isTlsWanted, onChange }: PortStateParts) {
  let current = describe('stopped', firstPort);

  function describe(state: PortState['state'], port: number): PortState {
    const origin = originOf(port, isTlsWanted());
    return { state, origin, since: clock.now().toISOString(), portOwner: null, problem: null };
  }

  function become(next: PortState): void {
    current = next;
    onChange();
  }

  const port = () => portOf(current.origin);

  return {
    read: () => current,
    port,
    serving: (origin: string) => become({ ...describe('serving', port()), origin }),
    stopped: () => become(describe('stopped', port())),
    /** TLS cannot be served as it is set. */
    failed: (at: number, problem: string) => become({ ...describe('stopped', at), problem }),
    async taken(at: number): Promise<void> {
      const portOwner = await findPortOwner(at);
      become({ ...describe('port-in-use', at), portOwner });
    },
    /** Closed, and to speak something else when it opens. */
    schemeChanged: () =>
      become({ ...current, origin: originOf(port(), isTlsWanted()), problem: null }),
  };
}

/** Every address of a machine holds the loopback one, which is how this machine names it. */
function originOf(port: number, isTls: boolean): string {
  return `${isTls ? 'https' : 'http'}://127.0.0.1:${port}`;
}

/** That of the scheme is left out of a URL. */
function portOf(origin: string): number {
  const { port, protocol } = new URL(origin);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
