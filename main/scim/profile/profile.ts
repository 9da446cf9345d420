// A tenant's behaviour: named switches. The default accepts what Entra and Okta are known to send.

export interface Profile {
  /** PATCH on a User answers 200 with the resource, or 204 without a body. */
  readonly userPatchAnswer: 'resource' | 'no-content';
  /** The same for a Group. Entra: its documentation asks for no body, so that members are not sent back. */
  readonly groupPatchAnswer: 'resource' | 'no-content';
  /** Two groups may not share a displayName (compared without case). Entra matches groups by it. */
  readonly uniqueGroupDisplayName: boolean;
}

export const ENTRA_TOLERANT: Profile = {
  userPatchAnswer: 'resource',
  groupPatchAnswer: 'no-content',
  uniqueGroupDisplayName: true,
};
