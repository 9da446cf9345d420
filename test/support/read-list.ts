// ListResponses as tests look at them. @see RFC 7644 §3.4.2
import assert from 'node:assert/strict';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { DEFAULT_PRESET } from '../../shared/scim/profile/profile-setting.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import type { ScimAnswer, TestTenant } from './start-tenant.ts';

export interface ListPage {
  /** userName of users, displayName of anything else. */
  readonly names: readonly string[];
  readonly resources: readonly JsonObject[];
  readonly totalResults: JsonValue | undefined;
  readonly startIndex: JsonValue | undefined;
  readonly itemsPerPage: JsonValue | undefined;
  readonly nextCursor: string | undefined;
  readonly previousCursor: string | undefined;
}

/** Checks that the answer is 200 with a ListResponse that counts its own resources right. */
export function readList({ status, body, headers, text }: ScimAnswer): ListPage {
  assert.equal(status, 200, text);
  assert.match(String(headers['content-type']), /^application\/scim\+json/);
  assert.ok(isJsonObject(body));
  const { schemas, Resources, totalResults, startIndex, itemsPerPage } = body;
  assert.deepEqual(schemas, ['urn:ietf:params:scim:api:messages:2.0:ListResponse']);
  assert.ok(isJsonArray(Resources));
  const resources = Resources.filter((each) => isJsonObject(each));
  assert.equal(itemsPerPage, Resources.length);
  return {
    names: resources.map((each) => readText(each['userName'] ?? each['displayName']) ?? ''),
    resources,
    totalResults,
    startIndex,
    itemsPerPage,
    nextCursor: readText(body['nextCursor']),
    previousCursor: readText(body['previousCursor']),
  };
}

/** What a GET with these parameters lists; `path` such as `/Users`. */
export async function list(
  tenant: TestTenant,
  path: string,
  query: Readonly<Record<string, string | number>> = {},
): Promise<ListPage> {
  return readList(await tenant.scim('GET', withQuery(path, query)));
}

export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}

/** Creates a resource; returns its id. */
export async function post(tenant: TestTenant, path: string, body: JsonObject): Promise<string> {
  const answer = await tenant.scim('POST', path, { body });
  assert.equal(answer.status, 201, answer.text);
  assert.ok(isJsonObject(answer.body));
  return readText(answer.body['id']) ?? '';
}

/** Creates users of these names, each with what `more` says. */
export async function postUsers(
  tenant: TestTenant,
  users: Readonly<Record<string, JsonObject>>,
): Promise<void> {
  for (const [userName, more] of Object.entries(users)) {
    await post(tenant, '/Users', { schemas: [USER], userName, ...more });
  }
}

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** Another profile for the default tenant: switches that differ from the preset. */
export function setProfile(tenant: TestTenant, overrides: Partial<Profile>): void {
  const { tenants } = tenant.store;
  const record = tenants.find('default');
  assert.ok(record !== undefined);
  tenants.update(record, { profileSetting: { preset: DEFAULT_PRESET, overrides } });
}

function readText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
