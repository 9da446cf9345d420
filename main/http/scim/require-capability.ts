// What a profile leaves out is 501, whatever the request says. @see RFC 7644 §3.12
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { invariant } from '../../base/assert.ts';
import type { ScimAnswer, ScimHandler, ScimRequest } from './exchange.ts';
import { refuseUnserved } from './refuse.ts';

/** Switches that a part of the protocol hangs on. */
export type Capability = {
  [Name in keyof Profile]: Profile[Name] extends boolean ? Name : never;
}[keyof Profile];

/** @throws notImplemented unless the tenant's profile has one of the capabilities. */
export function requireCapability(...capabilities: readonly Capability[]): ScimHandler {
  return function requireCapability(request: ScimRequest, response: ScimAnswer, next): void {
    const { tenant } = response.locals.exchange;
    invariant(tenant !== null, 'the tenant was found before');
    if (!capabilities.some((name) => tenant.profile[name]))
      return refuseUnserved(request, response);
    next();
  };
}
