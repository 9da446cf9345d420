// What keeps SCIM requests from being served while the listener is open: a pause of all tenants, tenants that are paused
// or stopped, and a database that takes no changes. Memory of this run of the server; a tenant is known by its key, so
// that a new one of an old slug does not inherit.
import type { Serving, StorageProblem, TenantServing } from '../../shared/admin/serving.ts';
import type { Clock } from '../base/clock.ts';
import type { Feed } from '../base/feed.ts';

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
  readonly feed: Pick<Feed, 'publish'>;
  readonly clock: Pick<Clock, 'now'>;
}

export function createAvailability({ feed, clock }: AvailabilityDependencies): Availability {
  const tenants = new Map<number, TenantServing>();
  let isPaused = false;
  let storage: Serving['storage'] = null;

  function announce(): void {
    feed.publish({ type: 'serving-changed', data: {} });
  }

  const stateOf = (tenantId: number): TenantServing => tenants.get(tenantId) ?? 'serving';

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
      if (state === 'serving') tenants.delete(tenantId);
      else tenants.set(tenantId, state);
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
