// The SCIM events that a feed can tell, by their URIs. @see RFC 9967 §2.3 to §2.5
import type { Profile } from '../../../shared/scim/profile/switches.ts';

const PREFIX = 'urn:ietf:params:scim:event';

/** What became of a resource. */
export const CHANGE_EVENTS = {
  feedAdd: `${PREFIX}:feed:add`,
  feedRemove: `${PREFIX}:feed:remove`,
  createFull: `${PREFIX}:prov:create:full`,
  createNotice: `${PREFIX}:prov:create:notice`,
  patchFull: `${PREFIX}:prov:patch:full`,
  patchNotice: `${PREFIX}:prov:patch:notice`,
  putFull: `${PREFIX}:prov:put:full`,
  putNotice: `${PREFIX}:prov:put:notice`,
  delete: `${PREFIX}:prov:delete`,
  activate: `${PREFIX}:prov:activate`,
  deactivate: `${PREFIX}:prov:deactivate`,
} as const;

/** What became of a request that was accepted for later. */
export const ASYNC_RESPONSE_EVENT = `${PREFIX}:misc:asyncresp`;

/** `securityEvents.eventUris` of a tenant: what its feed can tell. @see RFC 9967 §4 */
export function eventUrisOf({ asyncSupported, eventsSupported }: Profile): readonly string[] {
  return [
    ...(eventsSupported ? Object.values(CHANGE_EVENTS) : []),
    ...(asyncSupported ? [ASYNC_RESPONSE_EVENT] : []),
  ];
}
