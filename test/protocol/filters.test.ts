// RFC 7644 §3.4.2.2 over HTTP: filters on users and groups, one claim for each line of the checklist.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
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
} from '../support/read-list.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;
/** Ids by userName or displayName. */
const ids: Record<string, string> = {};

before(async () => {
  tenant = await startTenant();
  ids['ada'] = await post(tenant, '/Users', {
    schemas: [USER, ENTERPRISE],
    userName: 'ada',
    externalId: 'Ext-A',
    displayName: 'Ada "the Countess" Byron',
    name: { givenName: 'Ada', familyName: 'Byron' },
    active: true,
    title: 'back\\slash é',
    emails: [
      { type: 'work', value: 'ada@work.test', primary: true },
      { type: 'home', value: 'ada@home.test' },
    ],
    [ENTERPRISE]: { department: 'Engines' },
  });
  ids['bob'] = await post(tenant, '/Users', {
    schemas: [USER, ENTERPRISE],
    userName: 'bob',
    externalId: 'ext-b',
    active: false,
    emails: [{ type: 'work', value: 'bob@home.test' }],
    [ENTERPRISE]: { department: 'engines', manager: { value: ids['ada'] } },
  });
  ids['cay'] = await post(tenant, '/Users', { schemas: [USER], userName: 'cay', nickName: '7' });
  ids['crew'] = await post(tenant, '/Groups', {
    schemas: [GROUP],
    displayName: 'Crew',
    members: [{ value: ids['ada'] }],
  });
});
after(() => tenant.close());

/** Filters on /Users and whom they find; `$name` in a filter is the id of that resource. */
const FOUND: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'F1 eq, ne, co, sw, ew and pr on text': {
    'userName eq "ada"': ['ada'],
    'userName ne "ada"': ['bob', 'cay'],
    'userName co "o"': ['bob'],
    'userName sw "c"': ['cay'],
    'userName ew "b"': ['bob'],
    'nickName pr': ['cay'],
  },
  'F2 gt, ge, lt and le on text and dates': {
    'userName gt "bob"': ['cay'],
    'userName ge "bob"': ['bob', 'cay'],
    'userName lt "bob"': ['ada'],
    'userName le "bob"': ['ada', 'bob'],
    'meta.created gt "2020-01-01T00:00:00Z"': ['ada', 'bob', 'cay'],
    'meta.created lt "2020-01-01T00:00:00Z"': [],
  },
  'F4 not binds before and, and before or; grouping before all': {
    'userName eq "ada" or userName eq "bob" and active eq true': ['ada'],
    '(userName eq "ada" or userName eq "bob") and active eq true': ['ada'],
    '(userName eq "ada" or userName eq "bob") and active eq false': ['bob'],
    'userName eq "cay" or not (active eq true) and active pr': ['bob', 'cay'],
    'not (userName eq "ada" or userName eq "bob")': ['cay'],
  },
  'F5 not with and without a space': {
    'not (userName eq "ada")': ['bob', 'cay'],
    'not(userName eq "ada")': ['bob', 'cay'],
  },
  'F6 a value path matches inside one element': {
    'emails[type eq "work" and value co "@work"]': ['ada'],
    'emails[type eq "work" and value co "@home"]': ['bob'],
    'emails.type eq "work" and emails.value co "@home"': ['ada', 'bob'],
    'emails[type eq "home" or value sw "bob"]': ['ada', 'bob'],
    'emails[not (type eq "work")]': ['ada'],
  },
  'F7 dotted sub-attributes': {
    'name.familyName eq "byron"': ['ada'],
    'emails.value ew "@home.test"': ['ada', 'bob'],
    'meta.lastModified pr': ['ada', 'bob', 'cay'],
  },
  'F8 a bare multi-valued complex attribute means its value': {
    'emails co "@work"': ['ada'],
    'emails eq "bob@home.test"': ['bob'],
  },
  'F9 full URNs, of extensions too, with their sub-attributes': {
    [`${USER}:userName eq "ada"`]: ['ada'],
    [`${USER}:name.givenName eq "ada"`]: ['ada'],
    [`${ENTERPRISE}:manager.value eq "$ada"`]: ['bob'],
    [`${ENTERPRISE}:manager.displayName sw "ada"`]: ['bob'],
    [`${ENTERPRISE}:department pr`]: ['ada', 'bob'],
  },
  'F10 operators and names have no case': {
    'USERNAME EQ "ada"': ['ada'],
    'UserName Sw "B" AND Active Eq FALSE': ['bob'],
    [`${ENTERPRISE.toUpperCase()}:DEPARTMENT PR`]: ['ada', 'bob'],
  },
  'F11 text compares as caseExact says': {
    'userName eq "ADA"': ['ada'],
    [`${ENTERPRISE}:department eq "ENGINES"`]: ['ada', 'bob'],
    'externalId eq "Ext-A"': ['ada'],
    'externalId eq "ext-a"': [],
    'id eq "$ada"': ['ada'],
  },
  'F12 pr is false for empty and absent, true for a complex value': {
    'name pr': ['ada'],
    'emails pr': ['ada', 'bob'],
    'phoneNumbers pr': [],
    'active pr': ['ada', 'bob'],
  },
  'F13 literals: true, false, null and text with escapes': {
    'active eq true': ['ada'],
    'active eq false': ['bob'],
    'nickName eq null': ['ada', 'bob'],
    'displayName co "\\"the Countess\\""': ['ada'],
    'title eq "back\\\\slash \\u00e9"': ['ada'],
    'title ew "é"': ['ada'],
  },
  'F14 ne holds for what is absent; eq null is what has no value': {
    'displayName ne "Bob"': ['ada', 'bob', 'cay'],
    'active ne true': ['bob', 'cay'],
    'emails ne "ada@home.test"': ['bob', 'cay'],
    'displayName eq null': ['bob', 'cay'],
    'displayName ne null': ['ada'],
  },
  'F16 an unknown attribute has no value': {
    'favouriteColour eq "red"': [],
    'favouriteColour pr': [],
    'favouriteColour eq "red" or userName eq "bob"': ['bob'],
  },
  'F18 id, externalId, and who is a member of what': {
    'id eq "$bob" and userName pr': ['bob'],
    'id eq "$bob" and manager eq "$ada"': ['bob'],
    'groups.value eq "$crew"': ['ada'],
    'groups[display eq "crew"]': ['ada'],
  },
  'F19 schemas and meta.resourceType': {
    [`schemas eq "${ENTERPRISE}"`]: ['ada', 'bob'],
    'meta.resourceType eq "User"': ['ada', 'bob', 'cay'],
    'meta.resourceType eq "Group"': [],
  },
  'F21 a sub-attribute behind a value path, as Entra sends it': {
    'emails[type eq "work"].value eq "ada@work.test"': ['ada'],
    'emails[type eq "work"].value co "@home"': ['bob'],
  },
  'F22 values without quotes, as older clients send them': {
    'userName eq ada': ['ada'],
    'userName sw B': ['bob'],
    'nickName eq 7': ['cay'],
  },
  'F25 booleans as text, as Entra sends them': {
    'active eq "True"': ['ada'],
    'active eq "false"': ['bob'],
  },
};

describe('RFC 7644 §3.4.2.2: a filter on /Users', () => {
  for (const [claim, filters] of Object.entries(FOUND)) {
    test(claim, async () => {
      for (const [text, names] of Object.entries(filters)) {
        const filter = withIds(text);
        const found = await list(tenant, '/Users', { filter });

        assert.deepEqual([filter, found.names, found.totalResults], [filter, names, names.length]);
      }
    });
  }

  test('F17 compares dates by instant, whatever their time zone', async () => {
    const [ada] = (await list(tenant, '/Users', { filter: 'userName eq "ada"' })).resources;
    const meta = ada?.['meta'];
    assert.ok(isJsonObject(meta) && typeof meta['created'] === 'string');
    const created = new Date(meta['created']);
    const elsewhere = new Date(created.getTime() + 3_600_000).toISOString().replace('Z', '+01:00');

    const [same, later] = await Promise.all([
      list(tenant, '/Users', { filter: `meta.created le "${elsewhere}" and userName eq "ada"` }),
      list(tenant, '/Users', { filter: `meta.created gt "${elsewhere}" and userName eq "ada"` }),
    ]);

    assert.deepEqual([same.names, later.names], [['ada'], []]);
  });

  test('F18 finds groups by members, in each of its spellings', async () => {
    const filters = [
      'members eq "$ada"',
      'members.value eq "$ada"',
      'members[value eq "$ada"]',
      'id eq "$crew" and members eq "$ada"',
      'displayName eq "CREW"',
    ];
    for (const text of filters) {
      const filter = withIds(text);
      const found = await list(tenant, '/Groups', { filter, excludedAttributes: 'members' });

      assert.deepEqual([filter, found.names], [filter, ['Crew']]);
    }
    const other = await list(tenant, '/Groups', { filter: withIds('members eq "$bob"') });
    assert.deepEqual(other.names, []);
  });

  test('A8 in a URL: + is a space, %2B a plus', async () => {
    const plus = await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%22');
    const literal = await tenant.scim('GET', '/Users?filter=userName%20eq%20%22a%2Bda%22');

    assert.deepEqual([readList(plus).names, readList(literal).names], [['ada'], []]);
  });

  test('F23 longer than any URL goes by POST', async () => {
    const terms = Array.from({ length: 1000 }, (_, index) => `externalId eq "nobody-${index}"`);
    const filter = [...terms, 'userName eq "bob"'].join(' or ');
    const body = { schemas: [SEARCH_REQUEST], filter };

    const found = readList(await tenant.scim('POST', '/Users/.search', { body }));

    assert.deepEqual(found.names, ['bob']);
  });
});

describe('RFC 7644 §3.4.2.2: a filter that is refused as invalidFilter', () => {
  const refused: Readonly<Record<string, readonly string[]>> = {
    'F3 order of booleans and of binary': [
      'active gt true',
      'emails.primary le false',
      'x509Certificates.value gt "a"',
    ],
    'F15 syntax errors and unknown operators': [
      'userName',
      'userName eq',
      'userName like "a"',
      'userName eq "a',
      '(userName eq "a"',
      'userName eq "a" and',
      'and userName eq "a"',
      'not userName eq "a"',
      'emails[type eq "work"',
      'emails[]',
      'userName eq "a" xor active eq true',
    ],
    'F20 nesting of 200 levels': [`${'('.repeat(200)}userName eq "a"${')'.repeat(200)}`],
    'F22 a bare word': ['ada'],
    'F25 a value that is none of its type': ['active eq "maybe"', 'meta.created gt "yesterday"'],
    'a complex attribute without a value': ['name eq "Ada"'],
  };
  for (const [claim, filters] of Object.entries(refused)) {
    test(claim, async () => {
      for (const filter of filters) {
        const query = new URLSearchParams({ filter }).toString();
        const answer = await tenant.scim('GET', `/Users?${query}`);

        expectScimError(answer, { status: 400, scimType: 'invalidFilter', detail: /^Filter: / });
      }
    });
  }

  test('N6 a password, with 403 sensitive when it is in a URL; it is not recorded', async () => {
    const query = new URLSearchParams({ filter: 'password eq "Tr0ub4dor"' }).toString();
    const answer = await tenant.scim('GET', `/Users?${query}`);

    expectScimError(answer, { status: 403, scimType: 'sensitive', detail: /"password"/ });
    const body = { schemas: [SEARCH_REQUEST], filter: 'userName pr and password sw "Tr0ub"' };
    const search = await tenant.scim('POST', '/Users/.search', { body });
    expectScimError(search, { status: 400, scimType: 'invalidFilter', detail: /"password"/ });

    const { requests } = await tenant.admin('listRequests', {});
    for (const { id } of requests) {
      const details = await tenant.admin('getRequest', { params: { id } });
      assert.equal(JSON.stringify(details).includes('Tr0ub'), false, details.sentence);
    }
  });
});

describe('a tenant with a stricter profile', () => {
  test('F16 F21 F22 F24 F25 refuses what its switches say', async (t) => {
    const strict = await startTenant({}, t);
    const cases = [
      [{ unknownFilterAttribute: 'reject' }, 'colour eq "red"', 400],
      [{ acceptSubAttributeAfterValuePath: false }, 'emails[type eq "work"].value eq "a"', 400],
      [{ acceptUnquotedFilterValues: false }, 'userName eq ada', 400],
      [{ acceptStringBooleans: false }, 'active eq "True"', 400],
      [{ filterOperators: 'eq-and' }, 'userName sw "a"', 400],
      [{ filterSupported: false }, 'userName eq "a"', 501],
    ] as const;
    for (const [overrides, filter, status] of cases) {
      setProfile(strict, overrides);
      const query = new URLSearchParams({ filter }).toString();
      const answer = await strict.scim('GET', `/Users?${query}`);

      expectScimError(answer, { status, ...(status === 400 && { scimType: 'invalidFilter' }) });
    }
  });
});

function withIds(filter: string): string {
  return filter.replace(/\$(\w+)/g, (_, name: string) => ids[name] ?? name);
}
