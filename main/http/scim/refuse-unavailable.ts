// While serving is paused, every SCIM request is told to come again, whoever sends it. A tenant that is stopped alone
// cannot close the port that it shares with the others: its connections are closed without an answer.
// @see RFC 9110 §15.6.4
import { unavailable } from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { isForPeople } from './find-tenant.ts';
import { namedSlug, noteTenant } from './note-tenant.ts';

const RETRY_AFTER_SECONDS = 30;

/** @throws unavailable */
export function refuseUnavailable({ store, availability }: ScimAppDependencies): ScimHandler {
  return function refuseUnavailable(
    request: ScimRequest,
    response: ScimAnswer,
    next: () => void,
  ): void {
    const { exchange } = response.locals;
    const slug = namedSlug(exchange);
    const tenant = slug === undefined ? undefined : store.tenants.find(slug);
    const state = availability.stateFor(tenant?.id);
    if (state === 'serving' || isForPeople(request, exchange.target)) return next();
    if (tenant !== undefined) noteTenant(request, exchange, tenant);
    if (state === 'stopped') {
      exchange.isCut = true;
      response.destroy();
      return;
    }
    const detail = `Serving is paused; try again in ${RETRY_AFTER_SECONDS} seconds`;
    throw unavailable(detail, RETRY_AFTER_SECONDS);
  };
}
