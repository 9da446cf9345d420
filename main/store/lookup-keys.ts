// The key columns of a document: what matching and filters look a resource up by. Names compared without case
// (caseExact false, RFC 7643 §4.1.1 and §4.2) are stored folded; externalId is caseExact (RFC 7643 §3.1).
import type { JsonValue, ScimResource } from '../../shared/scim/json.ts';
import { foldCase } from '../scim/fold-case.ts';

export interface LookupKeys {
  readonly userNameKey: string | null;
  readonly displayNameKey: string | null;
  readonly externalId: string | null;
  /** 1, 0, or null when unassigned. */
  readonly active: number | null;
}

/** Only a User has a userName key: an attribute of that name in another resource type is not the RFC's. */
export function lookupKeys(resourceType: string, document: ScimResource): LookupKeys {
  const { userName, displayName, externalId, active } = document;
  return {
    userNameKey: resourceType === 'User' ? folded(userName) : null,
    displayNameKey: folded(displayName),
    externalId: typeof externalId === 'string' ? externalId : null,
    active: typeof active === 'boolean' ? Number(active) : null,
  };
}

function folded(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? foldCase(value) : null;
}
