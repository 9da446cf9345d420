// RFC 7644 §3.4.2.3 over HTTP: the order of lists.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ALL_DOCUMENTS, DEVICE_URN } from '../support/device-documents.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { ENTERPRISE, GROUP, list, post, postUsers, setProfile } from '../support/read-list.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;

before(async () => {
  tenant = await startTenant();
  await postUsers(tenant, {
    u1: {
      displayName: 'beta',
      name: { familyName: 'Zorn' },
      active: true,
      externalId: 'b',
      emails: [{ value: 'z@x.test' }, { value: 'a@x.test', primary: true, type: 'work' }],
    },
    u2: { displayName: 'Alpha', externalId: 'C', active: false, emails: [{ value: 'm@x.test' }] },
    u3: { name: { familyName: 'abel' }, [ENTERPRISE]: { department: 'Sales' } },
    u4: { displayName: 'alpha', name: { familyName: 'Mann' }, externalId: 'a' },
    u5: { displayName: 'Émile', [ENTERPRISE]: { department: 'engines' } },
  });
});
after(() => tenant.close());

describe('RFC 7644 §3.4.2.3: a sorted list of users', () => {
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'O1 is ascending by default': {
      'sortBy=userName': 'u1 u2 u3 u4 u5',
      'sortBy=userName&sortOrder=ascending': 'u1 u2 u3 u4 u5',
      'sortBy=userName&sortOrder=descending': 'u5 u4 u3 u2 u1',
      'sortBy=userName&sortOrder=Descending': 'u5 u4 u3 u2 u1',
      'sortOrder=descending': 'u1 u2 u3 u4 u5',
    },
    'O2 missing values come last ascending, first descending': {
      'sortBy=name.familyName': 'u3 u4 u1 u2 u5',
      'sortBy=name.familyName&sortOrder=descending': 'u5 u2 u1 u4 u3',
      'sortBy=externalId&sortOrder=descending': 'u5 u3 u1 u4 u2',
    },
    'O3 text compares as caseExact says': {
      'sortBy=displayName': 'u2 u4 u1 u5 u3',
      'sortBy=externalId': 'u2 u4 u1 u3 u5',
    },
    'O4 of several values the primary one counts, or else the first': {
      'sortBy=emails': 'u1 u2 u3 u4 u5',
      'sortBy=emails.value&sortOrder=descending': 'u5 u4 u3 u2 u1',
      'sortBy=emails.type': 'u1 u2 u3 u4 u5',
    },
    'O4 names may be paths, URNs and of any case': {
      [`sortBy=${ENTERPRISE}:department`]: 'u5 u3 u1 u2 u4',
      [`sortBy=${ENTERPRISE.toUpperCase()}:DEPARTMENT`]: 'u5 u3 u1 u2 u4',
      'sortBy=NAME.FAMILYNAME': 'u3 u4 u1 u2 u5',
    },
    'O7 booleans and dates go by value': {
      'sortBy=active': 'u2 u1 u3 u4 u5',
      'sortBy=meta.created&sortOrder=descending': 'u5 u4 u3 u2 u1',
    },
    'an attribute that nobody knows has no value: the order is that of creation': {
      'sortBy=favouriteColour': 'u1 u2 u3 u4 u5',
      'sortBy=': 'u1 u2 u3 u4 u5',
    },
  };
  for (const [claim, queries] of Object.entries(cases)) {
    test(claim, async () => {
      for (const [query, names] of Object.entries(queries)) {
        const pairs = Object.fromEntries(new URLSearchParams(query));
        const sorted = await list(tenant, '/Users', pairs);

        assert.deepEqual([query, sorted.names.join(' ')], [query, names]);
      }
    });
  }

  test('O5 keeps its order from page to page, also of equal values', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((startIndex) =>
        list(tenant, '/Users', { sortBy: 'title', startIndex, count: 1 }),
      ),
    );

    assert.deepEqual(
      pages.flatMap(({ names }) => names),
      ['u1', 'u2', 'u3', 'u4', 'u5'],
    );
  });

  test('O6 is in the order of creation where the tenant does not sort', async (t) => {
    const plain = await startTenant({}, t);
    setProfile(plain, { sortSupported: false });
    await postUsers(plain, { b: {}, a: {} });

    assert.deepEqual((await list(plain, '/Users', { sortBy: 'userName' })).names, ['b', 'a']);
  });

  const refused = [
    ['sortBy=name', /^sortBy: "name" is complex/],
    ['sortBy=password', /^sortBy: "password" is never returned/],
    ['sortBy=userName&sortOrder=upwards', /^sortOrder must be ascending or descending/],
  ] as const;
  for (const [query, detail] of refused) {
    test(`${query} is invalidValue, naming the parameter`, async () => {
      const answer = await tenant.scim('GET', `/Users?${query}`);

      expectScimError(answer, { status: 400, scimType: 'invalidValue', detail });
    });
  }
});

describe('RFC 7644 §3.4.2.3: other resources', () => {
  test('O4 groups go by their first member', async (t) => {
    const own = await startTenant({}, t);
    for (const [displayName, members] of [
      ['later', ['m2', 'm1']],
      ['none', []],
      ['first', ['m1', 'm3']],
    ] as const) {
      const values = members.map((value) => ({ value }));
      await post(own, '/Groups', { schemas: [GROUP], displayName, members: values });
    }

    const sorted = await list(own, '/Groups', { sortBy: 'members.value' });

    assert.deepEqual(sorted.names, ['first', 'later', 'none']);
  });

  test("O7 numbers and dates of a tenant's own type go by value, not by text", async (t) => {
    const own = await startTenant({}, t);
    await own.admin('changeSchemas', {
      params: { tenant: 'default' },
      body: { put: [...ALL_DOCUMENTS] },
    });
    const devices = [
      { displayName: 'd1', ports: 10, weight: 1.5, boughtAt: '2026-01-01T00:30:00+02:00' },
      { displayName: 'd2', ports: 9, weight: 10, tags: ['b', 'a'] },
      { displayName: 'd3', weight: -3, boughtAt: '2025-12-31T23:00:00Z', tags: ['a'] },
    ];
    for (const device of devices) {
      await post(own, '/Devices', { schemas: [DEVICE_URN], ...device });
    }
    const orders = ['ports', 'weight', 'boughtAt', 'tags', `${DEVICE_URN}:weight`].map(
      async (sortBy) => (await list(own, '/Devices', { sortBy })).names.join(' '),
    );

    assert.deepEqual(await Promise.all(orders), [
      'd2 d1 d3',
      'd3 d1 d2',
      'd1 d3 d2',
      'd3 d2 d1',
      'd3 d1 d2',
    ]);
  });
});
