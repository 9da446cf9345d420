// The SCIM events that a feed can tell, by their URIs. @see RFC 9967 §2.3 to §2.5

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

/** `securityEvents.eventUris` of a provider with a feed. @see RFC 9967 §4 */
export const EVENT_URIS: readonly string[] = Object.values(CHANGE_EVENTS);
