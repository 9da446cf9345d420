// A context of operations over a real store in memory: the clock moves one second at each look, ids count up.
import { strict as assert } from 'node:assert';
import SQLite from 'better-sqlite3';
import type { TestContext } from 'node:test';
import type { Clock } from '../../main/base/clock.ts';
import type { OperationContext, Projection, ScimResponse } from '../../main/provider/context.ts';
import { createResource } from '../../main/provider/create-resource.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import { createStore, type Store } from '../../main/store/open-store.ts';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import type { Effect } from '../../shared/admin/request-log.ts';
import { DEFAULT_PRESET } from '../../shared/scim/profile/profile-setting.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import { isJsonObject, type JsonObject, type ScimResource } from '../../shared/scim/json.ts';

export const EVERYTHING: Projection = { attributes: [], excludedAttributes: [] };

export interface TestOperations {
  readonly context: OperationContext;
  readonly store: Store;
  /** What the operations reported, oldest first. */
  readonly effects: readonly Effect[];
  /** Every SQL statement that was run, with its values in place. */
  readonly statements: string[];
}

/** Closed after the test. */
export function openContext(t: TestContext, profile: Partial<Profile> = {}): TestOperations {
  const statements: string[] = [];
  const verbose = (sql: unknown) => statements.push(String(sql));
  const clock = createTestClock();
  const store = createStore(prepareDatabase(new SQLite(':memory:', { verbose })), { clock });
  t.after(() => store.close());
  const tenant = store.tenants.create({
    slug: 'default',
    name: 'My SCIM app',
    secretToken: 'secret',
    profileSetting: { preset: DEFAULT_PRESET, overrides: profile },
  });
  const effects: Effect[] = [];
  const context = {
    store,
    tenant,
    models: store.schemas.modelsOf(tenant.id),
    clock,
    newId: createTestIds(),
    baseUrl: 'https://scim.test/scim/v2',
    requestId: 7,
    reportEffect: (effect: Effect) => effects.push(effect),
  };
  return { context, store, effects, statements };
}

/** The first look is 2026-01-01T00:00:00Z, each further one a second later. */
export function createTestClock(): Clock {
  let seconds = -1;
  return {
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, ++seconds)),
    monotonicMs: () => seconds * 1000,
  };
}

/** The resource as created; its id is the next of `id-1`, `id-2`… */
export function createUser(
  context: OperationContext,
  userName: string,
  more: JsonObject = {},
): ScimResource {
  const body = { schemas: [userModel.core.id], userName, ...more };
  return bodyOf(createResource(context, userModel, { body, projection: EVERYTHING }));
}

export function createGroup(
  context: OperationContext,
  displayName: string,
  members: readonly string[] = [],
): ScimResource {
  const body = {
    schemas: [groupModel.core.id],
    displayName,
    members: members.map((value) => ({ value })),
  };
  return bodyOf(createResource(context, groupModel, { body, projection: EVERYTHING }));
}

export function bodyOf(response: ScimResponse): JsonObject {
  const { body } = response;
  assert.ok(isJsonObject(body), 'the response has no object as its body');
  return body;
}

export function idOf(resource: ScimResource): string {
  const { id } = resource;
  assert.ok(typeof id === 'string', 'the resource has no id');
  return id;
}

function createTestIds(): () => string {
  let last = 0;
  return () => `id-${++last}`;
}
