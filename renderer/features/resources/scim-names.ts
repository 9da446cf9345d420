// URNs that the Users and Groups screens write, and the titles they show for the ones people know.

export const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const CORE_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A title for an extension: its own name where it is well known, else the last telling part of the URN. */
export function extensionTitle(urn: string): string {
  if (urn.toLowerCase() === ENTERPRISE_USER.toLowerCase()) return 'Enterprise user';
  const parts = urn.split(':').filter((part) => !/^(\d+(\.\d+)*|User|Group)$/i.test(part));
  return parts.at(-1) ?? urn;
}

/** Extensions are the attributes whose name is a URN (RFC 7643 §3.3). */
export function isExtensionName(name: string): boolean {
  return /^urn:/i.test(name);
}
