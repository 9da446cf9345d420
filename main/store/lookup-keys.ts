// The key columns of a document: what matching and filters look a resource up by, and what must be unique.
// Names compared without case (caseExact false, RFC 7643 §4.1.1 and §4.2) are stored folded; externalId is caseExact
// (RFC 7643 §3.1). Which keys are unique, and whether userName has case, is for the tenant's profile to say.
import type { Profile } from '../../shared/scim/profile/switches.ts';
import type { JsonValue, ScimResource } from '../../shared/scim/json.ts';
import { foldCase } from '../scim/fold-case.ts';

/** The switches that key columns follow. */
export type KeyRules = Pick<
  Profile,
  'uniqueGroupDisplayName' | 'uniqueExternalId' | 'userNameCaseExact'
>;

export interface LookupKeys {
  readonly userNameKey: string | null;
  readonly displayNameKey: string | null;
  readonly uniqueDisplayNameKey: string | null;
  readonly externalId: string | null;
  readonly uniqueExternalId: string | null;
  /** 1, 0, or null when unassigned. */
  readonly active: number | null;
}

/** Only a User has a userName key: an attribute of that name in another resource type is not the RFC's. */
export function lookupKeys(
  resourceType: string,
  document: ScimResource,
  rules: KeyRules,
): LookupKeys {
  const { active } = document;
  const userName = resourceType === 'User' ? readText(document['userName']) : null;
  const displayNameKey = fold(readText(document['displayName']));
  const externalId = readText(document['externalId']);
  const isUniqueGroup = resourceType === 'Group' && rules.uniqueGroupDisplayName;
  return {
    userNameKey: rules.userNameCaseExact ? userName : fold(userName),
    displayNameKey,
    uniqueDisplayNameKey: isUniqueGroup ? displayNameKey : null,
    externalId,
    uniqueExternalId: rules.uniqueExternalId ? externalId : null,
    active: typeof active === 'boolean' ? Number(active) : null,
  };
}

function readText(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function fold(text: string | null): string | null {
  return text === null ? null : foldCase(text);
}
