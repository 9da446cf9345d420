// What a client wrote, parted by where it is kept: the document, the password (only its hash is stored, RFC 7643
// §4.1.1 and §9.2) and the members (rows of their own).
import type { ScimResource } from '../../shared/scim/json.ts';
import { type Member, readMembers } from '../scim/patch/split-members.ts';
import { mutability } from '../scim/scim-error.ts';
import type { AttributeRole, ResourceModel } from '../scim/schema/schema-types.ts';
import { hashPassword } from '../store/password-hash.ts';
import type { ResourceContent } from '../store/resources.ts';
import type { OperationContext } from './context.ts';

export interface WrittenParts {
  readonly document: ScimResource;
  /** undefined when the client set none; the stored one then stays. */
  readonly password: string | undefined;
  readonly members: readonly Member[];
}

const KEPT_APART: ReadonlySet<AttributeRole> = new Set(['password', 'members']);

/** Parts a resource as `readResource` or `applyPatch` gives it. Throws `invalidValue` for a member without a value. */
export function partResource(resource: ScimResource, model: ResourceModel): WrittenParts {
  const apart = model.core.attributes.filter(({ role }) => role && KEPT_APART.has(role));
  const names = new Set(apart.map(({ name }) => name));
  const entries = Object.entries(resource);
  const { password, members } = Object.fromEntries(entries.filter(([name]) => names.has(name)));
  return {
    document: Object.fromEntries(entries.filter(([name]) => !names.has(name))),
    password: typeof password === 'string' ? password : undefined,
    members: readMembers(members, 'members'),
  };
}

/** Throws `mutability` where the profile lets only a creation set a password. @see RFC 7643 §5 (changePassword) */
export function checkPasswordChange(
  { tenant }: OperationContext,
  password: string | undefined,
): void {
  if (password === undefined || tenant.profile.changePasswordSupported) return;
  throw mutability('password is set once, when the user is created');
}

/** What the store is given, `at` being the instant of the change. */
export function toContent(
  context: OperationContext,
  { document, password }: Omit<WrittenParts, 'members'>,
  at: string,
): ResourceContent {
  return {
    document,
    passwordHash: password === undefined ? undefined : hashPassword(password, context.newId()),
    keyRules: context.tenant.profile,
    at,
  };
}
