// RFC 7644 §3.3: creating resources.
import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createResource } from '../../main/provider/create-resource.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { queryResources } from '../../main/provider/query-resources.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../main/scim/schema/urns.ts';
import { openStore } from '../../main/store/open-store.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';

const BASE = 'https://scim.test/scim/v2';

describe('RFC 7644 §3.3 POST', () => {
  test('answers 201 with the resource, id and meta given by the server', (t) => {
    const { context } = openContext(t);
    const body = {
      schemas: [USER_URN],
      id: 'mine',
      meta: { version: 'W/"9"' },
      userName: 'ada@x.test',
      externalId: 'A-1',
    };

    const response = createResource(context, userModel, { body, projection: EVERYTHING });

    assert.deepEqual(response, {
      status: 201,
      headers: { Location: `${BASE}/Users/id-1`, ETag: 'W/"1"' },
      body: {
        schemas: [USER_URN],
        id: 'id-1',
        userName: 'ada@x.test',
        externalId: 'A-1',
        meta: {
          resourceType: 'User',
          created: '2026-01-01T00:00:01.000Z',
          lastModified: '2026-01-01T00:00:01.000Z',
          location: `${BASE}/Users/id-1`,
          version: 'W/"1"',
        },
      },
    });
  });

  test('answers a new group with an empty list of members (Entra)', (t) => {
    const { context } = openContext(t);

    const group = createGroup(context, 'Sales');

    assert.deepEqual(group['members'], []);
  });

  test('stores the members of a group and tells type, reference and name', (t) => {
    const { context } = openContext(t);
    const ada = idOf(createUser(context, 'ada@x.test', { displayName: 'Ada' }));

    const group = createGroup(context, 'Sales', [ada, 'unknown']);

    assert.deepEqual(group['members'], [
      { value: ada, $ref: `${BASE}/Users/${ada}`, type: 'User', display: 'Ada' },
      { value: 'unknown' },
    ]);
  });

  test('refuses a userName that is taken in another case, and stores nothing', (t) => {
    const { context, effects } = openContext(t);
    createUser(context, 'ada@x.test');

    assert.throws(() => createUser(context, 'ADA@x.test'), {
      status: 409,
      scimType: 'uniqueness',
      detail: 'userName "ADA@x.test" is already in use',
    });
    const list = bodyOf(queryResources(context, userModel, { projection: EVERYTHING }));
    assert.equal(list['totalResults'], 1);
    assert.equal(effects.length, 1);
  });

  test('refuses a second group of the same displayName unless the profile allows it', (t) => {
    const strict = openContext(t).context;
    const lenient = openContext(t, { uniqueGroupDisplayName: false }).context;
    createGroup(strict, 'Sales');
    createGroup(lenient, 'Sales');

    assert.throws(() => createGroup(strict, 'sales'), { status: 409, scimType: 'uniqueness' });
    assert.equal(createGroup(lenient, 'sales')['displayName'], 'sales');
  });

  test('honours excludedAttributes', (t) => {
    const { context } = openContext(t);
    const projection = { attributes: [], excludedAttributes: ['members', 'meta'] };
    const body = { displayName: 'Sales', members: [{ value: 'a' }] };

    const group = bodyOf(createResource(context, groupModel, { body, projection }));

    assert.deepEqual(group, { schemas: [GROUP_URN], id: 'id-1', displayName: 'Sales' });
  });
});

describe('a password', () => {
  test('U3 is never returned and never stored as sent', (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'scim-password-'));
    t.after(() => rmSync(dataDir, { recursive: true, force: true }));
    const { context } = openContext(t);
    const store = openStore({ dataDir, clock: context.clock });
    const tenant = store.tenants.create({ slug: 'default', name: 'x', secretToken: 'token' });
    const onDisk = { ...context, store, tenant };

    const user = createUser(onDisk, 'ada@x.test', { password: 'correct-horse' });
    const asked = { attributes: ['password'], excludedAttributes: [] };
    const read = getResource(onDisk, userModel, { id: idOf(user), projection: asked });
    store.close();

    const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));
    assert.equal(files.join('').includes('scrypt$'), true);
    assert.equal(files.join('').includes('correct-horse'), false);
    assert.deepEqual([user['password'], bodyOf(read)['password']], [undefined, undefined]);
  });
});

describe('the manager of a user', () => {
  test('has reference and displayName while such a user exists', (t) => {
    const { context } = openContext(t);
    const boss = idOf(createUser(context, 'boss@x.test', { displayName: 'The Boss' }));

    const ada = createUser(context, 'ada@x.test', { [ENTERPRISE_USER_URN]: { manager: boss } });
    const bob = createUser(context, 'bob@x.test', { [ENTERPRISE_USER_URN]: { manager: 'gone' } });

    assert.deepEqual(
      [ada[ENTERPRISE_USER_URN], bob[ENTERPRISE_USER_URN]],
      [
        {
          manager: { value: boss, $ref: `${BASE}/Users/${boss}`, displayName: 'The Boss' },
        },
        { manager: { value: 'gone' } },
      ],
    );
  });
});
