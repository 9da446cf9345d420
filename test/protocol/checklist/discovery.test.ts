// Checklist D: discovery tells the truth of the tenant's profile, whichever it is.
import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { presets, type PresetId } from '../../../shared/scim/profile/presets.ts';
import { PresetName, resolveProfile } from '../../../shared/scim/profile/profile-setting.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { openClient } from '../switches/open-client.ts';
import { outcome, pick, USER_URN, type TenantClient } from '../switches/switch-case.ts';
import { underBothPresets } from './both-presets.ts';

const CHARACTERISTICS = [
  'type',
  'multiValued',
  'required',
  'caseExact',
  'mutability',
  'returned',
  'uniqueness',
] as const;

/** The attribute at a path of names in a schema document. */
function attributeOf(schema: JsonValue | undefined, ...names: readonly string[]): JsonValue {
  return names.reduce<JsonValue>((holder, name, index) => {
    const attributes = pick(holder, index === 0 ? 'attributes' : 'subAttributes');
    const list = Array.isArray(attributes) ? attributes : [];
    return list.find((one) => pick(one, 'name') === name) ?? null;
  }, schema ?? null);
}

underBothPresets('Discovery (RFC 7643 §5 to §7, RFC 7644 §4)', {
  'D1, D2, D3 ServiceProviderConfig has all its members': async ({ send }) => {
    const { status, body } = await send('GET', '/ServiceProviderConfig');
    const features = ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'];

    assert.equal(status, 200);
    assert.deepEqual(
      features.map((name) => typeof pick(body, name, 'supported')),
      features.map(() => 'boolean'),
    );
    assert.equal(typeof pick(body, 'bulk', 'maxPayloadSize'), 'number');
    for (const name of ['type', 'name', 'description']) {
      assert.equal(typeof pick(body, 'authenticationSchemes', 0, name), 'string');
    }
  },
  'D4, D5 resource types, all and one': async ({ send }) => {
    const list = await send('GET', '/ResourceTypes');
    const one = await send('GET', '/ResourceTypes/User');

    assert.deepEqual(pick(list.body, 'Resources', 0), one.body);
    assert.equal(pick(one.body, 'schema'), USER_URN);
  },
  'D6, D7, D11 every schema, each with all characteristics of its attributes': async ({ send }) => {
    const list = await send('GET', '/Schemas');
    const one = await send('GET', `/Schemas/${USER_URN}`);

    assert.equal(pick(list.body, 'totalResults'), 3);
    assert.deepEqual(pick(list.body, 'Resources', 0), one.body);
    for (const path of [['userName'], ['emails', 'value'], ['name', 'givenName']]) {
      const attribute = attributeOf(one.body, ...path);
      for (const name of CHARACTERISTICS) assert.notEqual(pick(attribute, name), undefined, name);
    }
  },
  'D8 parameters mean nothing, a filter is 403': async ({ send }) => {
    const plain = await send('GET', '/Schemas');
    const paged = await send('GET', '/Schemas?startIndex=2&count=1&sortBy=id&attributes=id');

    assert.deepEqual(paged.body, plain.body);
    assert.equal(outcome(await send('GET', '/Schemas?filter=id+eq+"x"')), '403');
  },
  'D9 an unknown schema or resource type is 404': async ({ send }) => {
    assert.equal(outcome(await send('GET', '/Schemas/urn:none')), '404');
    assert.equal(outcome(await send('GET', '/ResourceTypes/Device')), '404');
  },
  'D12, D13 the facts of the schemas are those of the errata': async ({ send }) => {
    const { body: user } = await send('GET', `/Schemas/${USER_URN}`);
    const { body: group } = await send('GET', `/Schemas/${USER_URN.replace('User', 'Group')}`);

    assert.equal(pick(attributeOf(group, 'displayName'), 'required'), true);
    assert.equal(pick(attributeOf(user, 'profileUrl'), 'caseExact'), true);
    assert.equal(pick(attributeOf(user, 'x509Certificates', 'value'), 'caseExact'), true);
    assert.equal(pick(attributeOf(user, 'photos', 'value'), 'caseExact'), true);
  },
  'D14 discovery resources have meta': async ({ send, baseUrl }) => {
    const { body } = await send('GET', '/ResourceTypes/User');

    assert.deepEqual(pick(body, 'meta'), {
      resourceType: 'ResourceType',
      location: `${baseUrl}/ResourceTypes/User`,
    });
  },
  'A13 other methods are 405 with Allow': async ({ send }) => {
    for (const path of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas']) {
      const { status, headers } = await send('POST', path, { body: {} });
      assert.deepEqual([status, headers['allow']], [405, 'GET, HEAD, OPTIONS']);
    }
  },
});

describe('D10 what discovery says of a preset is so', () => {
  let server: TestTenant;
  before(async () => (server = await startTenant()));
  after(() => server.close());

  for (const preset of PresetName.options) {
    test(presets[preset].name, async () => {
      const client = await openClient(server, {}, preset);
      const { body } = await client.send('GET', '/ServiceProviderConfig');

      assert.deepEqual(await tryCapabilities(client, preset), {
        patch: pick(body, 'patch', 'supported'),
        filter: pick(body, 'filter', 'supported'),
        bulk: pick(body, 'bulk', 'supported'),
        etag: pick(body, 'etag', 'supported'),
        cursor: pick(body, 'pagination', 'cursor'),
        index: pick(body, 'pagination', 'index'),
        async: pick(body, 'securityEvents', 'asyncRequest') !== 'none',
      });
    });
  }
});

async function tryCapabilities(client: TenantClient, preset: PresetId): Promise<JsonObject> {
  const names = { givenName: 'Ada', familyName: 'Byron' };
  const id = await client.createUser('ada', { displayName: 'Ada', name: names });
  const patched = await client.patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Dr.' });
  const filtered = await client.send('GET', '/Users?filter=userName+eq+"ada"');
  const bulk = await client.send('POST', '/Bulk', { body: {} });
  const read = await client.send('GET', `/Users/${id}`);
  const { cursorPaging } = resolveProfile(preset);
  const paged = await client.send('GET', '/Users?cursor=&count=0');
  const later = await client.send('DELETE', `/Users/${id}`, {
    headers: { Prefer: 'respond-async' },
  });
  return {
    patch: patched.status < 300,
    filter: filtered.status === 200,
    bulk: bulk.status !== 501,
    etag: read.headers['etag'] !== undefined,
    cursor: cursorPaging && paged.status === 200 && pick(paged.body, 'startIndex') === undefined,
    index: pick(filtered.body, 'startIndex') === 1,
    async: later.status === 202,
  };
}
