// The form of a claim about a switch: the same requests against tenants that differ in this switch alone, and what each
// position of it makes of them.
import type { Profile, SwitchName } from '../../../shared/scim/profile/switches.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { ScimAnswer, ScimCall } from '../../support/start-tenant.ts';

/** A SCIM client of one tenant. */
export interface TenantClient {
  /** `path` below the tenant's base URL. */
  readonly send: (method: string, path: string, options?: ScimCall) => Promise<ScimAnswer>;
  /** Creates a User with this userName and returns its id. */
  readonly createUser: (userName: string, more?: JsonObject) => Promise<string>;
  /** Creates a Group with these members and returns its id. */
  readonly createGroup: (displayName: string, members?: readonly string[]) => Promise<string>;
  /** Sends a PatchOp with these operations. */
  readonly patch: (path: string, ...operations: readonly JsonObject[]) => Promise<ScimAnswer>;
  /** Origin and base path of the tenant. */
  readonly baseUrl: string;
  readonly token: string;
}

export interface SwitchCase {
  readonly name: SwitchName;
  /** What is looked at, for the title of the test. */
  readonly claim: string;
  /** Other switches that have to stand differently for this one to be seen. */
  readonly profile?: Partial<Profile>;
  readonly observe: (client: TenantClient) => Promise<JsonValue | undefined>;
  /** By position, as text: `true`, `ignore`, `50`. */
  readonly expected: Readonly<Record<string, JsonValue | undefined>>;
}

export const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP_URN = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A User body with its schema. */
export function user(userName: string, more: JsonObject = {}): JsonObject {
  return { schemas: [USER_URN], userName, ...more };
}

export function group(displayName: string, more: JsonObject = {}): JsonObject {
  return { schemas: [GROUP_URN], displayName, ...more };
}

/** Status and, of an error, its scimType: `400 invalidValue`. */
export function outcome({ status, body }: ScimAnswer): string {
  const scimType = isObject(body) ? body['scimType'] : undefined;
  return typeof scimType === 'string' ? `${status} ${scimType}` : String(status);
}

/** The member at a path of names and indexes; undefined when there is none. */
export function pick(
  value: JsonValue | undefined,
  ...names: readonly (string | number)[]
): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>((held, name) => {
    if (Array.isArray(held)) return typeof name === 'number' ? held[name] : undefined;
    return isObject(held) && Object.hasOwn(held, name) ? held[String(name)] : undefined;
  }, value);
}

/** The text at a path; empty when there is none. */
export function textOf(
  value: JsonValue | undefined,
  ...names: readonly (string | number)[]
): string {
  const held = pick(value, ...names);
  return typeof held === 'string' ? held : '';
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
