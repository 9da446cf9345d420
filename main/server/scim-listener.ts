// Whether SCIM requests are served: the listener at its port, and the pause of what it serves. The admin listener
// outlives all of it. What is asked for is done one after the other, however many windows ask at once.
import type { Serving } from '../../shared/admin/serving.ts';
import type { Clock } from '../base/clock.ts';
import type { ServingControl } from '../http/admin/dependencies.ts';
import type { Availability } from '../provider/availability.ts';
import type { Store } from '../store/open-store.ts';
import type { DiskWatch } from './disk-watch.ts';
import type { ScimPort } from './scim-port.ts';

export interface ScimListenerParts {
  readonly port: ScimPort;
  readonly disk: Pick<DiskWatch, 'read' | 'look'>;
  readonly availability: Availability;
  readonly store: Pick<Store, 'tenants' | 'probeWrite'>;
  readonly clock: Pick<Clock, 'now'>;
}

export interface ScimListener extends Omit<ServingControl, 'tls'> {
  /** Rejects with a StartError where the port cannot be had; one that is taken may be waited for. */
  readonly open: (ifTaken: 'fail' | 'wait') => Promise<void>;
  readonly close: () => Promise<void>;
  /** What else works on the port waits for its turn. */
  readonly takeTurn: (work: () => Promise<void>) => Promise<void>;
}

export function createScimListener(parts: ScimListenerParts): ScimListener {
  const { port, availability, store, clock, disk } = parts;
  let pausedSince = '';
  let turn: Promise<unknown> = Promise.resolve();

  function read(): Serving {
    const now = port.read();
    const isPaused = now.state === 'serving' && availability.isPaused();
    return {
      ...now,
      ...(isPaused && { state: 'paused', since: pausedSince }),
      tenants: describeTenants(parts),
      storage: availability.storage(),
      disk: disk.read(),
    };
  }

  function takeTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function inTurn(work: () => Promise<void>): Promise<Serving> {
    await takeTurn(work);
    return read();
  }

  async function close(): Promise<void> {
    await port.close();
    availability.setPaused(false);
  }

  async function setPaused(isPaused: boolean): Promise<void> {
    if (!port.isOpen() || availability.isPaused() === isPaused) return;
    pausedSince = clock.now().toISOString();
    availability.setPaused(isPaused);
  }

  return {
    read,
    origin: () => port.read().origin,
    open: (ifTaken) => takeTurn(() => (ifTaken === 'wait' ? port.openOrTell() : port.open())),
    takeTurn,
    close: () => takeTurn(close), // asks the store nothing: it may be closed already
    start: ({ useNextFreePort }) =>
      inTurn(async () => {
        availability.setPaused(false);
        await (useNextFreePort ? port.openNextFree() : port.openOrTell());
      }),
    stop: () => inTurn(close),
    restart: () =>
      inTurn(async () => {
        await close();
        await port.openOrTell();
      }),
    pause: () => inTurn(() => setPaused(true)),
    resume: () => inTurn(() => setPaused(false)),
    setTenant: availability.setTenant,
    async checkStorage() {
      await disk.look();
      store.probeWrite();
      availability.noteWrite();
    },
  };
}

function describeTenants({ store, availability }: ScimListenerParts): Serving['tenants'] {
  return store.tenants
    .list()
    .map(({ id, slug }) => ({ tenant: slug, state: availability.stateOf(id) }))
    .filter(({ state }) => state !== 'serving');
}
