// What keeps SCIM requests from being served while the listener is open: a pause of all tenants, tenants that are paused
// or stopped, and a database that takes no changes. The tenants' states are the workspace's, the others this run's.
import type { Serving, StorageProblem, TenantServing } from '../../shared/admin/serving.ts';
import type { Clock } from '../base/clock.ts';
import type { Feed } from '../base/feed.ts';
import type { Store } from '../store/open-store.ts';

export interface Availability {
  readonly isPaused: () => boolean;
  readonly setPaused: (isPaused: boolean) => void;
  /** Of a request's tenant, the pause of all included; `undefined` for a request that names none. */
  readonly stateFor: (tenantId: number | undefined) => TenantServing;
  /** As set for the tenant alone. */
  readonly stateOf: (tenantId: number) => TenantServing;
  readonly setTenant: (tenantId: number, state: TenantServing) => void;
  readonly storage: () => Serving['storage'];
  readonly noteFailedWrite: (problem: StorageProblem) => void;
  /** A change has been committed. */
  readonly noteWrite: () => void;
}

export interface AvailabilityDependencies {
  readonly store: Pick<Store, 'tenantServing'>;
  readonly feed: Pick<Feed, 'publish'>;
  readonly clock: Pick<Clock, 'now'>;
}

export function createAvailability({ store, feed, clock }: AvailabilityDependencies): Availability {
  let isPaused = false;
  let storage: Serving['storage'] = null;

  function announce(): void {
    feed.publish({ type: 'serving-changed', data: {} });
  }

  const stateOf = (tenantId: number): TenantServing => store.tenantServing.read(tenantId);

  return {
    isPaused: () => isPaused,
    setPaused(wanted) {
      if (wanted === isPaused) return;
      isPaused = wanted;
      announce();
    },
    stateFor(tenantId) {
      const own = tenantId === undefined ? 'serving' : stateOf(tenantId);
      return own === 'serving' && isPaused ? 'paused' : own;
    },
    stateOf,
    setTenant(tenantId, state) {
      store.tenantServing.write(tenantId, state);
      announce();
    },
    storage: () => storage,
    noteFailedWrite(problem) {
      if (storage?.problem === problem) return;
      storage = { problem, since: clock.now().toISOString() };
      announce();
    },
    noteWrite() {
      if (storage === null) return;
      storage = null;
      announce();
    },
  };
}
