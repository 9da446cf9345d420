// What a tenant's profile lets a query ask for. @see RFC 7644 §3.4.2, RFC 7643 §5
import { strict as assert } from 'node:assert';
import { describe, test, type TestContext } from 'node:test';
import {
  queryAllTypes,
  queryResources,
  type QueryRequest,
} from '../../main/provider/query-resources.ts';
import { userModel } from '../../main/scim/schema/resource-models.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  openContext,
} from '../support/open-context.ts';

type Query = Omit<QueryRequest, 'projection'>;

describe('the profile of a tenant and its queries', () => {
  test('R7 tooManyResults refuses a query that matches more, whatever its page', (t) => {
    const context = openThree(t, { tooManyResults: 2 });

    assert.throws(() => ask(context, { count: 1 }), {
      status: 400,
      scimType: 'tooMany',
      detail: 'The query matches 3 resources, more than the limit of 2',
    });
    assert.throws(() => ask(context, { cursor: '', count: 1 }), { scimType: 'tooMany' });
    assert.deepEqual(namesOf(ask(context, { filter: 'userName eq "b"' })), ['b']);
  });

  test('R7 without it answers in pages', (t) => {
    assert.equal(ask(openThree(t), { count: 1 })['totalResults'], 3);
  });

  test('maxFilterResults bounds a page of a filter only', (t) => {
    const context = openThree(t, { maxFilterResults: 2 });

    assert.deepEqual(namesOf(ask(context, { filter: 'userName pr' })), ['c', 'a']);
    assert.deepEqual(namesOf(ask(context, {})), ['c', 'a', 'b']);
  });

  test('O6 sortSupported off ignores sortBy and sortOrder, whatever they say', (t) => {
    const context = openThree(t, { sortSupported: false });

    for (const sortBy of ['userName', 'name', 'password']) {
      const page = ask(context, { sortBy, sortOrder: 'upwards' });
      assert.deepEqual(namesOf(page), ['c', 'a', 'b']);
    }
  });

  test('F24 filterSupported off answers a filter with 501, and lists all the same', (t) => {
    const context = openThree(t, { filterSupported: false });

    assert.throws(() => ask(context, { filter: 'userName pr' }), { status: 501 });
    assert.equal(ask(context, { filter: ' ' })['totalResults'], 3);
  });

  test('R3 emptyResources decides whether an empty list is there', (t) => {
    const filter = 'userName eq "nobody"';

    const present = ask(openThree(t, { emptyResources: 'empty-list' }), { filter });
    const absent = ask(openThree(t, { emptyResources: 'absent' }), { filter });

    assert.deepEqual(present['Resources'], []);
    assert.equal('Resources' in absent, false);
  });

  test('R4 noMatchAnswer makes a filter without a match 404, as some servers have it', (t) => {
    const context = openThree(t, { noMatchAnswer: 'not-found' });

    assert.throws(() => ask(context, { filter: 'userName eq "nobody"' }), { status: 404 });
    assert.equal(ask(context, { filter: 'userName eq "a"' })['totalResults'], 1);
  });

  test('R5 unknownFilterAttribute refuses for one type, but not over all types', (t) => {
    const context = openThree(t, { unknownFilterAttribute: 'reject' });
    const request = { filter: 'members eq "id-1"', projection: EVERYTHING };

    assert.throws(() => ask(context, { filter: request.filter }), { scimType: 'invalidFilter' });
    assert.equal(bodyOf(queryAllTypes(context, request))['totalResults'], 1);
  });
});

describe('N6 a filter by password', () => {
  const filter = 'password eq "s3cret"';

  test('in a URL is 403 sensitive', (t) => {
    assert.throws(() => ask(openThree(t), { filter, isInUrl: true }), {
      status: 403,
      scimType: 'sensitive',
    });
  });

  test('in a body is invalidFilter: passwords are not asked for', (t) => {
    assert.throws(() => ask(openThree(t), { filter }), { status: 400, scimType: 'invalidFilter' });
  });
});

describe('RFC 7644 §3.4.2.1: a query over all types', () => {
  test('R5 takes an attribute that a type does not know for one without a value', (t) => {
    const context = openThree(t);
    const filters = [
      ['userName eq "a"', ['a']],
      ['members pr', ['crew']],
      ['userName ne "a"', ['c', 'b', 'crew']],
      ['meta.resourceType eq "Group"', ['crew']],
      ['meta.resourceType eq "User" and displayName pr', []],
      ['not (userName pr)', ['crew']],
    ] as const;

    for (const [filter, names] of filters) {
      const page = bodyOf(queryAllTypes(context, { filter, projection: EVERYTHING }));
      assert.deepEqual(
        [filter, namesOf(page), page['totalResults']],
        [filter, names, names.length],
      );
    }
  });

  test('O6 sorts by an attribute of either type, and pages across them', (t) => {
    const context = openThree(t);
    const walk = (sortBy: string) =>
      [1, 3].flatMap((startIndex) => {
        const request = { sortBy, startIndex, count: 2, projection: EVERYTHING };
        return namesOf(bodyOf(queryAllTypes(context, request)));
      });

    assert.deepEqual(walk('userName'), ['a', 'b', 'c', 'crew']);
    assert.deepEqual(walk('displayName'), ['crew', 'c', 'a', 'b']);
    assert.deepEqual(walk('meta.created'), ['c', 'a', 'b', 'crew']);
  });

  test('J5 projects each resource by its own schema', (t) => {
    const context = openThree(t);
    const projection = { attributes: ['members.value', 'userName'], excludedAttributes: [] };
    const { Resources } = bodyOf(queryAllTypes(context, { projection, startIndex: 3 }));

    assert.deepEqual(Resources, [
      { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], id: 'id-3', userName: 'b' },
      {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
        id: 'id-4',
        members: [{ value: 'id-1' }],
      },
    ]);
  });
});

/** Users c, a, b and a group, in this order. */
function openThree(t: TestContext, profile: Partial<Profile> = {}) {
  const { context } = openContext(t, profile);
  for (const name of ['c', 'a', 'b']) createUser(context, name);
  createGroup(context, 'crew', ['id-1']);
  return context;
}

function ask(context: Parameters<typeof queryResources>[0], query: Query): JsonObject {
  return bodyOf(queryResources(context, userModel, { ...query, projection: EVERYTHING }));
}

function namesOf({ Resources }: JsonObject) {
  assert.ok(isJsonArray(Resources));
  return Resources.map((each) => isJsonObject(each) && (each['userName'] ?? each['displayName']));
}
