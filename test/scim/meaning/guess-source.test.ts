// Who sent a request, as a table.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { guessSource, type SourceFacts } from '../../../main/scim/meaning/guess-source.ts';

const PROBE = 'filter=userName+eq+%22cf4d78e8-5d1c-4c3b-9b0a-0d5f6ad1e001%22';

const cases: readonly (readonly [title: string, facts: Partial<SourceFacts>, source: string])[] = [
  ['the adscimversion header', { headers: [['ADSCIMVersion', '2026-01-05']] }, 'entra'],
  ['the flag of a tenant URL', { query: `aadOptscim062020&${PROBE}` }, 'entra'],
  ['the flag glued into the path', { path: '/scim/v2/aadOptscim062020/Users' }, 'entra'],
  ['the probe without a user agent', { query: PROBE }, 'entra'],
  [
    'PascalCase operations without a user agent',
    { body: { Operations: [{ op: 'Add' }] } },
    'entra',
  ],
  [
    'the ADSCIM group schema without a user agent',
    {
      body: {
        schemas: ['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      },
    },
    'entra',
  ],
  [
    'PascalCase operations from curl',
    { ...agent('curl/8.5.0'), body: { Operations: [{ op: 'Add' }] } },
    'curl',
  ],
  ['Okta', agent('Okta SCIM Client 1.0.0'), 'okta'],
  ['OneLogin', agent('OneLogin SCIM'), 'onelogin'],
  ['JumpCloud', agent('JumpCloud/1.0'), 'jumpcloud'],
  ['authentik', agent('goauthentik.io/2026.2.0'), 'authentik'],
  ['SailPoint', agent('SailPoint IdentityNow'), 'sailpoint'],
  ['Keycloak', agent('Keycloak SCIM'), 'keycloak'],
  ['Ping', agent('PingFederate/12.1'), 'ping'],
  ['Google', agent('Google-Auto-Provisioning'), 'google'],
  ['Postman', agent('PostmanRuntime/7.43.0'), 'postman'],
  ['a browser', agent('Mozilla/5.0 (X11; Linux x86_64)'), 'browser'],
  [
    'our own test request',
    { headers: [['x-scim-mock-tenant', 'test-request']], query: PROBE },
    'app',
  ],
  ['an unknown user agent', agent('acme/1'), 'unknown'],
  ['nothing at all', {}, 'unknown'],
  ['a plain look-up without a user agent', { query: 'filter=userName+eq+%22a%22' }, 'unknown'],
];

describe('the source of a request', () => {
  for (const [title, facts, source] of cases) {
    test(`${title} reads as ${source}`, () => {
      const guess = guessSource({
        headers: [],
        query: '',
        path: '/Users',
        body: undefined,
        ...facts,
      });
      assert.equal(guess.source, source);
      assert.match(guess.reason, /^\S.+/);
    });
  }
});

function agent(value: string): Partial<SourceFacts> {
  return { headers: [['User-Agent', value]] };
}
