// RFC 7644 §3.4.2.5 and §3.9 over HTTP: which attributes an answer shows, on every verb.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import {
  ENTERPRISE,
  GROUP,
  list,
  post,
  readList,
  SEARCH_REQUEST,
  setProfile,
  USER,
  withQuery,
} from '../support/read-list.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../support/start-tenant.ts';

const ADA = {
  schemas: [USER, ENTERPRISE],
  userName: 'ada',
  password: 'Tr0ub4dor',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [
    { type: 'work', value: 'ada@work.test' },
    { type: 'home', value: 'ada@home.test' },
  ],
  [ENTERPRISE]: { department: 'Engines', costCenter: '7' },
};
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

let tenant: TestTenant;
let id: string;

before(async () => {
  tenant = await startTenant();
  id = await post(tenant, '/Users', ADA);
});
after(() => tenant.close());

async function readAda(query: Readonly<Record<string, string>>): Promise<JsonObject> {
  return bodyOf(await tenant.scim('GET', withQuery(`/Users/${id}`, query)));
}

function bodyOf({ status, body, text }: ScimAnswer): JsonObject {
  assert.ok(status < 300 && isJsonObject(body), text);
  return body;
}

describe('RFC 7644 §3.4.2.5: attributes', () => {
  const cases: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
    'J1 shows what is named, and what always comes': {
      userName: { userName: 'ada' },
      'userName,id': { userName: 'ada' },
      favouriteColour: {},
    },
    'J3 takes sub-attributes': {
      'name.familyName': { name: { familyName: 'Byron' } },
      'emails.value': { emails: ADA.emails.map(({ value }) => ({ value })) },
      'name.familyName, emails.type': {
        name: { familyName: 'Byron' },
        emails: ADA.emails.map(({ type }) => ({ type })),
      },
    },
    'J3 takes URNs: of an attribute, and of an extension as a whole': {
      [`${USER}:userName`]: { userName: 'ada' },
      [`${USER}:name.givenName`]: { name: { givenName: 'Ada' } },
      [`${ENTERPRISE}:department`]: { [ENTERPRISE]: { department: 'Engines' } },
      [ENTERPRISE]: { [ENTERPRISE]: { department: 'Engines', costCenter: '7' } },
    },
    'J3 has names without case': {
      USERNAME: { userName: 'ada' },
      'Name.FamilyNAME': { name: { familyName: 'Byron' } },
      [`${ENTERPRISE.toUpperCase()}:DEPARTMENT`]: { [ENTERPRISE]: { department: 'Engines' } },
    },
    'S13 never shows a password': { 'password,userName': { userName: 'ada' } },
    'J7 takes a value path for the attribute, as Microsoft sends it': {
      'emails[type eq "work"]': { emails: ADA.emails },
    },
  };
  for (const [claim, projections] of Object.entries(cases)) {
    test(claim, async () => {
      for (const [attributes, shown] of Object.entries(projections)) {
        const { schemas, id: shownId, ...rest } = await readAda({ attributes });

        assert.deepEqual([attributes, rest], [attributes, shown]);
        assert.deepEqual([schemas, shownId], [ADA.schemas, id]);
      }
    });
  }
});

describe('RFC 7644 §3.4.2.5: excludedAttributes', () => {
  test('J2 leaves out what is named, except what always comes', async () => {
    const shown = await readAda({ excludedAttributes: 'name,emails,meta,id,schemas,groups' });

    assert.deepEqual(shown, {
      schemas: ADA.schemas,
      id,
      userName: 'ada',
      [ENTERPRISE]: ADA[ENTERPRISE],
    });
  });

  test('J3 takes sub-attributes and extensions', async () => {
    const excludedAttributes = `name.givenName,emails.type,${ENTERPRISE}:costCenter,meta`;
    const { name, emails, [ENTERPRISE]: enterprise } = await readAda({ excludedAttributes });
    const without = await readAda({ excludedAttributes: ENTERPRISE });

    assert.deepEqual(
      { name, emails, enterprise },
      {
        name: { familyName: 'Byron' },
        emails: ADA.emails.map(({ value }) => ({ value })),
        enterprise: { department: 'Engines' },
      },
    );
    assert.equal(ENTERPRISE in without, false);
  });

  test('J6 of members makes the answer for a group small', async () => {
    const members = Array.from({ length: 500 }, (_, index) => ({ value: `member-${index}` }));
    const group = await post(tenant, '/Groups', { schemas: [GROUP], displayName: 'big', members });

    const answers = await Promise.all([
      tenant.scim('GET', `/Groups/${group}?excludedAttributes=members`),
      tenant.scim('GET', '/Groups?excludedAttributes=members&filter=displayName+eq+%22big%22'),
    ]);

    for (const { status, text } of answers) {
      assert.equal(status, 200);
      assert.equal(text.includes('member-1'), false);
      assert.ok(text.length < 800);
    }
  });
});

describe('RFC 7644 §3.9: both', () => {
  const query = { attributes: 'userName,name', excludedAttributes: 'name' };

  test('J4 attributes counts', async () => {
    assert.deepEqual(await readAda(query), {
      schemas: ADA.schemas,
      id,
      userName: 'ada',
      name: ADA.name,
    });
  });

  test('J4 is 400 on every verb where the tenant refuses it, and nothing is done', async (t) => {
    const strict = await startTenant({}, t);
    const own = await post(strict, '/Users', ADA);
    setProfile(strict, { bothProjections: 'reject' });
    const user = { schemas: [USER], userName: 'eve' };
    const search = { schemas: [SEARCH_REQUEST], attributes: ['id'], excludedAttributes: ['name'] };
    const calls = [
      ['GET', withQuery(`/Users/${own}`, query), undefined],
      ['GET', withQuery('/Users', query), undefined],
      ['GET', withQuery('/', query), undefined],
      ['POST', withQuery('/Users', query), user],
      ['PUT', withQuery(`/Users/${own}`, query), user],
      ['POST', '/Users/.search', search],
      ['POST', '/.search', search],
    ] as const;

    for (const [method, path, body] of calls) {
      const answer = await strict.scim(method, path, body && { body });
      expectScimError(answer, {
        status: 400,
        scimType: 'invalidValue',
        detail: /^attributes and excludedAttributes exclude each other/,
      });
    }

    assert.deepEqual((await list(strict, '/Users')).names, ['ada']);
  });
});

describe('RFC 7644 §3.9: J5 every verb', () => {
  test('shows what its request asks for', async () => {
    const attributes = 'userName';
    const body = { schemas: [USER], userName: 'bob', title: 'Dr', active: true };
    const path = withQuery('/Users', { attributes });

    const created = await tenant.scim('POST', path, { body });
    const { id: bob } = bodyOf(created);
    assert.ok(typeof bob === 'string');
    const one = withQuery(`/Users/${bob}`, { attributes });
    const Operations = [{ op: 'replace', path: 'title', value: 'Sir' }];
    const replaced = await tenant.scim('PUT', one, { body: { ...body, title: 'Mr' } });
    const patched = await tenant.scim('PATCH', one, { body: { schemas: [PATCH_OP], Operations } });
    const read = await tenant.scim('GET', one);
    const filter = 'userName eq "bob"';
    const listed = await list(tenant, '/Users', { filter, attributes });
    const searched = await tenant.scim('POST', '/.search', {
      body: { schemas: [SEARCH_REQUEST], filter, attributes: [attributes] },
    });

    const shown = { schemas: [USER], id: bob, userName: 'bob' };
    assert.deepEqual([created, replaced, patched, read].map(bodyOf), [shown, shown, shown, shown]);
    assert.deepEqual([listed.resources, readList(searched).resources], [[shown], [shown]]);
    assert.deepEqual(
      [created, replaced, patched].map(({ status }) => status),
      [201, 200, 200],
    );
  });

  test('leaves out what its request does not want', async () => {
    const body = { schemas: [USER], userName: 'cay', title: 'Dr' };
    const path = withQuery('/Users', { excludedAttributes: 'meta,title' });

    const created = bodyOf(await tenant.scim('POST', path, { body }));

    assert.deepEqual(Object.keys(created).toSorted(), ['id', 'schemas', 'userName']);
  });
});
