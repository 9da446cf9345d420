import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findLink, parseDeepLink } from '../../main/desktop/deep-link.ts';

describe('A link from outside', () => {
  const good = [
    ['scimtenant://open', '/'],
    ['scimtenant://open/', '/'],
    ['scimtenant://open/requests', '/requests'],
    ['scimtenant://open/requests/', '/requests'],
    ['SCIMTENANT://OPEN/requests', '/requests'],
    ['scimtenant://open/requests?filter=status%3A5xx', '/requests?filter=status%3A5xx'],
    ['scimtenant://open/requests/12?tab=effect', '/requests?tab=effect&id=12'],
    ['scimtenant://open/users/2f1c-9', '/users?id=2f1c-9'],
    ['scimtenant://open/groups/2f1c-9?tab=members', '/groups?tab=members&id=2f1c-9'],
    ['scimtenant://open/settings', '/settings'],
    ['scimtenant://open/integration/scim', '/integration/scim'],
    ['scimtenant://open/entra/overview/', '/entra/overview'],
    ['scimtenant://open/entra/logs/2f1c-9?tab=steps', '/entra/logs?tab=steps&id=2f1c-9'],
    ['scimtenant://open/entra/mapping?object=Group', '/entra/mapping?object=Group'],
    ['scimtenant://open/types/Device/2f1c-9', '/types/Device?id=2f1c-9'],
    ['scimtenant://open/types/Device?filter=a', '/types/Device?filter=a'],
    ['scimtenant://open/scenario/velpic', '/scenarios?scenario=velpic'],
  ] as const;
  for (const [link, route] of good) {
    test(`${link} leads to ${route}`, () => assert.equal(parseDeepLink(link), route));
  }

  const bad = [
    'scimtenant:open/requests',
    'scimtenant://close/requests',
    'scimtenant://open:8080/requests',
    'scimtenant://ada@open/requests',
    'scimtenant://open/requests#/users',
    'scimtenant://open/unknown',
    'scimtenant://open/entra',
    'scimtenant://open/entra/unknown',
    'scimtenant://open/entra/directory?form=create',
    'scimtenant://open/entra/overview/2f1c-9',
    'scimtenant://open/types',
    'scimtenant://open/types/a.b',
    'scimtenant://open/scenario/velpic/run',
    'scimtenant://open/scenario/velpic?run=1',
    'scimtenant://open/requests?text=ada',
    'scimtenant://open/requests/abc',
    'scimtenant://open/requests/12/34',
    'scimtenant://open/users/..%2f..%2fetc',
    'scimtenant://open/users/a%20b',
    'scimtenant://open/users//2f1c-9',
    'scimtenant://open/settings/desktop',
    'scimtenant://open/settings?reset=all',
    'scimtenant://open/users?id=1&delete=yes',
    'scimtenant://open//example.test/',
    'https://open/requests',
    'javascript:alert(1)',
    'not a link',
    '',
    `scimtenant://open/requests?filter=${'a'.repeat(3_000)}`,
    'scimtenant://open/__proto__',
  ];
  for (const link of bad) {
    test(`${link.slice(0, 60) || 'nothing'} is ignored`, () =>
      assert.equal(parseDeepLink(link), undefined));
  }

  test('control characters in its search stay encoded', () => {
    const route = parseDeepLink('scimtenant://open/requests?filter=a%0d%0ab%00');
    assert.equal(route, '/requests?filter=a%0D%0Ab%00');
  });

  test('is found among the words of a start', () => {
    const argv = ['app', '--flag', 'ScimTenant://open/users', 'scimtenant://open/groups'];
    assert.equal(findLink(argv), 'ScimTenant://open/users');
    assert.equal(findLink(['app']), undefined);
  });
});
