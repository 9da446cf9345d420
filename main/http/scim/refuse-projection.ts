// Looks at `attributes` and `excludedAttributes` of a URL before anything is done: a creation that is refused for them
// must not have happened. @see RFC 7644 §3.9
import { invariant } from '../../base/assert.ts';
import { checkProjection } from '../../scim/query/check-projection.ts';
import type { ScimAnswer, ScimRequest } from './exchange.ts';
import { readProjection } from './read-parameters.ts';

/** @throws invalidValue where the tenant's profile refuses both in one request. */
export function refuseProjection(
  _request: ScimRequest,
  response: ScimAnswer,
  next: () => void,
): void {
  const { tenant, target } = response.locals.exchange;
  invariant(tenant !== null, 'the tenant was found before');
  checkProjection(readProjection(target.query), tenant.profile);
  next();
}
