import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { queryValue, readTarget } from '../../../main/http/scim/read-target.ts';

describe('the tenant and path of a request target', () => {
  const cases: readonly (readonly [target: string, tenant: string | null, path: string | null])[] =
    [
      ['/scim/v2/Users', 'default', '/Users'],
      ['/scim/v2/Users/', 'default', '/Users'],
      ['//scim//v2///Users//2f9/', 'default', '/Users/2f9'],
      ['/SCIM/V2/users', 'default', '/users'],
      ['/scim/Users/2f9', 'default', '/Users/2f9'],
      ['/scim', 'default', '/'],
      ['/scim/v2', 'default', '/'],
      ['/scim/v2?aadOptscim062020', 'default', '/'],
      ['/t/acme/scim/v2/Groups', 'acme', '/Groups'],
      ['/t/acme/scim/Groups', 'acme', '/Groups'],
      ['/t/a%20b/scim/v2/Users', 'a b', '/Users'],
      ['/scim/v2/Users/a%2Fb', 'default', '/Users/a/b'],
      ['http://host.example/scim/v2/Users?count=1', 'default', '/Users'],
      ['/', null, null],
      ['/t/acme', null, null],
      ['/t/acme/Users', null, null],
      ['/favicon.ico', null, null],
      ['/scimmer/v2/Users', null, null],
      ['*', null, null],
    ];
  for (const [target, tenant, path] of cases) {
    test(`${target} is ${path === null ? 'outside of every base' : `${path} of ${tenant}`}`, () => {
      const read = readTarget(target);

      assert.deepEqual([read.tenantSlug, read.path, read.problem], [tenant, path, undefined]);
    });
  }
});

describe('flags in the tenant URL (Entra)', () => {
  const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    [
      '/scim/v2/Users?aadOptscim062020&filter=a+eq+1',
      '/Users',
      [
        ['aadOptscim062020', ''],
        ['filter', 'a eq 1'],
      ],
    ],
    [
      '/scim/?aadOptscim062020/Users?filter=a+eq+1&count=2',
      '/Users',
      [
        ['aadOptscim062020', ''],
        ['filter', 'a eq 1'],
        ['count', '2'],
      ],
    ],
    ['/scim/v2/?aadOptscim062020/Users/2f9', '/Users/2f9', [['aadOptscim062020', '']]],
    [
      '/scim/v2?AzureAdScimPatch062020/Groups&count=0',
      '/Groups',
      [
        ['AzureAdScimPatch062020', ''],
        ['count', '0'],
      ],
    ],
    ['/scim/v2/Users?other/Groups', '/Users', [['other/Groups', '']]],
  ];
  for (const [target, path, query] of cases) {
    test(`${target} asks for ${path}`, () => {
      const read = readTarget(target);

      assert.deepEqual([read.path, read.query], [path, query]);
    });
  }
});

describe('query parameters', () => {
  test('are percent-decoded once, with + for a space', () => {
    const { query } = readTarget('/scim/v2/Users?filter=userName+eq+%22a%2Bb%2525%22');

    assert.deepEqual(query, [['filter', 'userName eq "a+b%25"']]);
  });

  test('are found by their name in any case, the first of several', () => {
    const { query } = readTarget('/scim/v2/Users?StartIndex=2&startIndex=3');

    assert.equal(queryValue(query, 'startIndex'), '2');
    assert.equal(queryValue(query, 'count'), undefined);
  });

  test('that are not percent-encoding are a problem: invalidFilter for a filter', () => {
    assert.equal(readTarget('/scim/v2/Users?filter=%zz').problem?.scimType, 'invalidFilter');
    assert.equal(readTarget('/scim/v2/Users?count=%').problem?.scimType, 'invalidSyntax');
    assert.equal(readTarget('/scim/v2/Users/%zz').problem?.scimType, 'invalidSyntax');
  });
});
