// A receiver polls the event feed of a tenant: it says what it has got and is handed what waits, signed.
// @see RFC 8936 §2, RFC 8417
import type { JsonObject } from '../../shared/scim/json.ts';
import { publicKeyOf, signJws } from '../base/jws.ts';
import type { PollRequest } from '../scim/events/read-poll.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';
import type { StoredEvent } from '../store/events.ts';

export interface FeedContext {
  readonly store: Store;
  readonly tenant: TenantRecord;
}

/** Acknowledged events are forgotten, refused ones are not sent again. */
export function settleEvents(
  { store, tenant }: FeedContext,
  { ack, setErrs }: Pick<PollRequest, 'ack' | 'setErrs'>,
): void {
  if (ack.length + setErrs.length === 0) return;
  store.transaction(() => {
    store.events.acknowledge(tenant.id, ack);
    for (const { jti, error } of setErrs) store.events.reject(tenant.id, jti, error);
  });
}

/** The body of an answer: at most `maxEvents` of what waits, oldest first. */
export function takeEvents({ store, tenant }: FeedContext, maxEvents: number): JsonObject {
  const waiting = store.events.waiting(tenant.id, maxEvents + 1);
  const told = waiting.slice(0, maxEvents);
  const { audience } = store.events.setting(tenant.id);
  const sets = told.map((event) => [event.jti, sign(store, event, audience)] as const);
  return {
    sets: Object.fromEntries(sets),
    ...(waiting.length > told.length && { moreAvailable: true }),
  };
}

/** The key that receivers check signatures with. @see RFC 7517 §5 */
export function eventKeys(store: Store): JsonObject {
  return { keys: [publicKeyOf(store.signingKeys.ofEvents())] };
}

function sign(
  store: Store,
  { jti, at, txn, claims }: StoredEvent,
  audience: string | null,
): string {
  const { iss = '', ...rest } = claims;
  const payload = {
    iss,
    jti,
    iat: Math.floor(Date.parse(at) / 1000),
    ...(audience !== null && { aud: audience }),
    txn,
    ...rest,
  };
  return signJws(store.signingKeys.ofEvents(), 'secevent+jwt', payload);
}
