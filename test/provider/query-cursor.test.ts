// RFC 9865: paging by cursor, and what a cursor belongs to.
import { strict as assert } from 'node:assert';
import { describe, test, type TestContext } from 'node:test';
import type { OperationContext } from '../../main/provider/context.ts';
import { deleteResource } from '../../main/provider/delete-resource.ts';
import { patchResource } from '../../main/provider/patch-resource.ts';
import {
  queryAllTypes,
  queryResources,
  type QueryRequest,
} from '../../main/provider/query-resources.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { bodyOf, createUser, EVERYTHING, openContext } from '../support/open-context.ts';

type Query = Partial<QueryRequest>;

describe('RFC 9865 §2: a walk by cursor', () => {
  test('G1 G2 G3 G8 begins with an empty cursor, ends without a nextCursor, tells its total', (t) => {
    const { context } = openUsers(t, 5);
    const pages = [ask(context, { cursor: '', count: 2 })];
    for (let at = 0; at < 2; at += 1) {
      pages.push(ask(context, { cursor: nextOf(pages[at]), count: 2 }));
    }

    const seen = pages.map((page) => ({
      names: namesOf(page),
      totalResults: page['totalResults'],
      itemsPerPage: page['itemsPerPage'],
      members: Object.keys(page).filter((name) => /cursor|index/i.test(name)),
    }));

    assert.deepEqual(seen, [
      {
        names: ['user-1', 'user-2'],
        totalResults: 5,
        itemsPerPage: 2,
        members: ['nextCursor'],
      },
      {
        names: ['user-3', 'user-4'],
        totalResults: 5,
        itemsPerPage: 2,
        members: ['previousCursor', 'nextCursor'],
      },
      { names: ['user-5'], totalResults: 5, itemsPerPage: 1, members: ['previousCursor'] },
    ]);
  });

  test('G2 a last page that is full has no nextCursor either', (t) => {
    const { context } = openUsers(t, 4);
    const first = ask(context, { cursor: '', count: 2 });
    const last = ask(context, { cursor: nextOf(first), count: 2 });

    assert.deepEqual([namesOf(last), 'nextCursor' in last], [['user-3', 'user-4'], false]);
  });

  test('G5 count 0 and below ask for the total alone', (t) => {
    const { context } = openUsers(t, 3);

    for (const count of [0, -4]) {
      const { schemas: _schemas, ...page } = ask(context, { cursor: '', count });
      assert.deepEqual(page, { totalResults: 3, itemsPerPage: 0, Resources: [] });
    }
  });

  test('G5 a page is never larger than the tenant allows', (t) => {
    const { context } = openUsers(t, 5, { maxPageSize: 2 });
    const first = ask(context, { cursor: '', count: 100 });
    const second = ask(context, { cursor: nextOf(first), count: 100 });

    assert.deepEqual([first, second].map(namesOf), [
      ['user-1', 'user-2'],
      ['user-3', 'user-4'],
    ]);
  });

  test('G10 is the way of a tenant whose default it is, without being asked', (t) => {
    const { context } = openUsers(t, 3, { defaultPaging: 'cursor', defaultPageSize: 2 });
    const first = ask(context, {});

    assert.deepEqual(namesOf(first), ['user-1', 'user-2']);
    assert.deepEqual(namesOf(ask(context, { cursor: nextOf(first) })), ['user-3']);
    assert.equal('startIndex' in first, false);
  });

  test('is not offered where the tenant pages by index alone', (t) => {
    const { context } = openUsers(t, 3, { cursorPaging: false });
    const page = ask(context, { cursor: '', count: 2 });

    assert.deepEqual([page['startIndex'], 'nextCursor' in page], [1, false]);
  });

  test('shows of each resource what each request asks for', (t) => {
    const { context } = openUsers(t, 4);
    const first = ask(context, { cursor: '', count: 2 });
    const projection = { attributes: ['active'], excludedAttributes: [] };
    const second = ask(context, { cursor: nextOf(first), count: 2, projection });

    assert.deepEqual(namesOf(second), [undefined, undefined]);
  });
});

describe('RFC 9865 §2: G14 what changes between pages', () => {
  test('neither comes twice nor is left out', (t) => {
    const { context } = openUsers(t, 6);
    const first = ask(context, { cursor: '', count: 3, sortBy: 'userName' });

    createUser(context, 'user-0');
    createUser(context, 'user-35');
    for (const id of ['id-1', 'id-3', 'id-4']) deleteResource(context, userModel, id);
    const second = ask(context, { cursor: nextOf(first), count: 3, sortBy: 'userName' });

    assert.deepEqual(namesOf(first), ['user-1', 'user-2', 'user-3']);
    assert.deepEqual(namesOf(second), ['user-35', 'user-5', 'user-6']);
    assert.equal('nextCursor' in second, false);
  });

  test('may empty what was still to come', (t) => {
    const { context } = openUsers(t, 4);
    const first = ask(context, { cursor: '', count: 2 });

    for (const id of ['id-3', 'id-4']) deleteResource(context, userModel, id);
    const { schemas: _schemas, ...second } = ask(context, { cursor: nextOf(first), count: 2 });

    assert.deepEqual(second, { totalResults: 2, itemsPerPage: 0, Resources: [] });
  });

  test('does not move a page that is sorted by something else', (t) => {
    const { context } = openUsers(t, 4);
    const first = ask(context, { cursor: '', count: 2, sortBy: 'userName' });

    const Operations = [{ op: 'replace', path: 'displayName', value: 'Zed' }];
    patchResource(context, userModel, {
      id: 'id-3',
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations },
      projection: EVERYTHING,
    });

    const second = ask(context, { cursor: nextOf(first), count: 2, sortBy: 'userName' });
    assert.deepEqual(namesOf(second), ['user-3', 'user-4']);
  });
});

describe('RFC 9865 §2.1: a cursor that is refused', () => {
  const otherQueries: readonly (readonly [title: string, query: Query])[] = [
    ['another filter', { filter: 'userName sw "user-1"' }],
    ['no filter', { filter: undefined }],
    ['another sortBy', { sortBy: 'displayName' }],
    ['another sortOrder', { sortOrder: 'descending' }],
  ];
  for (const [title, query] of otherQueries) {
    test(`G7 for ${title} is invalidCursor`, (t) => {
      const { context } = openUsers(t, 4);
      const same = { filter: 'userName pr', sortBy: 'userName', count: 2 };
      const cursor = nextOf(ask(context, { ...same, cursor: '' }));

      assert.deepEqual(namesOf(ask(context, { ...same, cursor })), ['user-3', 'user-4']);
      assert.throws(() => ask(context, { ...same, ...query, cursor }), {
        status: 400,
        scimType: 'invalidCursor',
        detail: /^cursor belongs to another query/,
      });
    });
  }

  test('G7 for another resource type, or for all of them, is invalidCursor', (t) => {
    const { context } = openUsers(t, 4);
    const cursor = nextOf(ask(context, { cursor: '', count: 2 }));
    const request = { cursor, count: 2, projection: EVERYTHING };

    for (const read of [
      () => queryResources(context, groupModel, request),
      () => queryAllTypes(context, request),
    ]) {
      assert.throws(read, { status: 400, scimType: 'invalidCursor' });
    }
  });

  test('Z1 of another tenant is invalidCursor', (t) => {
    const { context, store } = openUsers(t, 4);
    const cursor = nextOf(ask(context, { cursor: '', count: 2 }));
    const { id: _id, ...settings } = context.tenant;
    const tenant = store.tenants.create({ ...settings, slug: 'other' });

    assert.throws(() => ask({ ...context, tenant }, { cursor, count: 2 }), {
      status: 400,
      scimType: 'invalidCursor',
    });
  });

  for (const cursor of [
    'x',
    '.',
    'a.b',
    'é',
    '\u0000',
    ' ',
    'eyJrZXkiOjF9.AAAAAAAAAAAAAAAAAAAAAA',
  ]) {
    test(`G6 that nobody gave out is invalidCursor: ${JSON.stringify(cursor)}`, (t) => {
      const { context } = openUsers(t, 1);

      assert.throws(() => ask(context, { cursor }), {
        status: 400,
        scimType: 'invalidCursor',
        detail: /^cursor is none that this server has given out/,
      });
    });
  }

  test('G6 for another count, or none, is invalidCount', (t) => {
    const { context } = openUsers(t, 4);
    const cursor = nextOf(ask(context, { cursor: '', count: 2 }));

    for (const count of [3, 0, undefined]) {
      assert.throws(() => ask(context, { cursor, count }), {
        status: 400,
        scimType: 'invalidCount',
        detail: 'count must stay 2, as it was when the cursor was given out',
      });
    }
  });

  test('G6 for its age is expiredCursor, until then it works', (t) => {
    const { context } = openUsers(t, 4, { cursorTimeoutSeconds: 5 });
    const cursor = nextOf(ask(context, { cursor: '', count: 2 }));
    const read = () => ask(context, { cursor, count: 2 });

    assert.deepEqual(namesOf(read()), ['user-3', 'user-4']);
    for (let seconds = 0; seconds < 5; seconds += 1) context.clock.now();
    assert.throws(read, {
      status: 400,
      scimType: 'expiredCursor',
      detail: 'cursor was given out more than 5 seconds ago',
    });
  });
});

function openUsers(t: TestContext, count: number, profile: Partial<Profile> = {}) {
  const opened = openContext(t, profile);
  for (let number = 1; number <= count; number += 1) createUser(opened.context, `user-${number}`);
  return opened;
}

function ask(context: OperationContext, query: Query): JsonObject {
  return bodyOf(queryResources(context, userModel, { projection: EVERYTHING, ...query }));
}

function nextOf(page: JsonObject | undefined): string {
  const next = page?.['nextCursor'];
  assert.ok(typeof next === 'string', 'the page has no nextCursor');
  return next;
}

function namesOf({ Resources }: JsonObject) {
  assert.ok(isJsonArray(Resources));
  return Resources.map((user) => (isJsonObject(user) ? user['userName'] : undefined));
}
