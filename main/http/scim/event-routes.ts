// The event feed of a tenant, polled over HTTP (RFC 8936), and the public key of its tokens (RFC 7517). A poll without
// `returnImmediately` is answered as soon as there is something to tell, or after a while with nothing.
// Its paths begin with a dot, so that no resource type can have them.
import type { Router } from 'express';
import { invariant } from '../../base/assert.ts';
import type { Feed } from '../../base/feed.ts';
import { eventKeys, settleEvents, takeEvents } from '../../provider/poll-events.ts';
import { readPrefer } from '../../scim/async/read-prefer.ts';
import { readPoll } from '../../scim/events/read-poll.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { readBody } from './perform-operation.ts';
import { refuseMethod } from './refuse.ts';
import { requireCapability } from './require-capability.ts';
import { sendJson } from './send-scim.ts';

/** How long a poll may wait; a client may ask for less by `Prefer: wait`. */
const LONG_POLL_SECONDS = 25;

export function mountEventFeed(router: Router, dependencies: ScimAppDependencies): void {
  const hasFeed = requireCapability('eventsSupported', 'asyncSupported');
  router
    .route('/.events')
    .all(hasFeed)
    .post(pollEvents(dependencies))
    .all(refuseMethod(['POST', 'OPTIONS']));
  router
    .route('/.events/keys')
    .all(hasFeed)
    .get(function sendKeys(_request: ScimRequest, response: ScimAnswer): void {
      sendJson(response.locals.exchange, eventKeys(dependencies.store));
    })
    .all(refuseMethod(['GET', 'HEAD', 'OPTIONS']));
}

/** @see RFC 8936 §2.4, §2.5 */
function pollEvents({ store, feed }: ScimAppDependencies): ScimHandler {
  return async function pollEvents(request: ScimRequest, response: ScimAnswer): Promise<void> {
    const { exchange } = response.locals;
    const { tenant } = exchange;
    invariant(tenant !== null, 'the tenant was found before');
    const poll = readPoll(readBody(request, exchange));
    const context = { store, tenant };
    settleEvents(context, poll);
    const isWaiting = !poll.returnImmediately && poll.maxEvents > 0;
    if (isWaiting && store.events.counts(tenant.id).waiting === 0) {
      const { wait = LONG_POLL_SECONDS } = readPrefer(request.get('prefer'));
      const waitMs = Math.min(wait, LONG_POLL_SECONDS) * 1000;
      const hasNews = () => store.events.counts(tenant.id).waiting > 0;
      await nextChange(feed, { tenant: tenant.slug, waitMs, response, hasNews });
    }
    if (response.destroyed) return; // the peer went away, and its record is closed
    sendJson(exchange, takeEvents(context, poll.maxEvents));
  };
}

interface Waiting {
  readonly tenant: string;
  readonly waitMs: number;
  readonly response: ScimAnswer;
  /** Whether there is anything to tell by now. */
  readonly hasNews: () => boolean;
}

/** Until something happens in the tenant, time is up, the peer goes away or the server closes. */
function nextChange(feed: Feed, { tenant, waitMs, response, hasNews }: Waiting): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, waitMs);
    const unsubscribe = feed.subscribe(undefined, {
      onEvent(event) {
        const isOurs = event.type === 'resource-changed' || event.type === 'async-request-finished';
        if (isOurs && event.data.tenant === tenant) finish();
        // A job changes many resources, and tells of itself alone.
        const isJob = event.type === 'job-progress' && event.data.job.tenant === tenant;
        if (isJob && hasNews()) finish();
      },
      onEnd: () => queueMicrotask(finish), // a closed feed calls before it has returned
    });
    response.once('close', finish);

    function finish(): void {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    }
  });
}
