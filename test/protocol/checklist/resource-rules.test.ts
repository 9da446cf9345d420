// Checklist S: common attributes, and the rules that schemas lay down for every resource.
import { strict as assert } from 'node:assert';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { ALL_DOCUMENTS, BADGE_URN, DEVICE_URN } from '../../support/device-documents.ts';
import {
  ENTERPRISE_URN,
  outcome,
  pick,
  textOf,
  user,
  USER_URN,
  type TenantClient,
} from '../switches/switch-case.ts';
import { underBothPresets } from './both-presets.ts';

const DEVICE: JsonObject = { schemas: [DEVICE_URN], displayName: 'Drill' };

async function createDevice({ send }: TenantClient, more: JsonObject = {}) {
  return send('POST', '/Devices', { body: { ...DEVICE, ...more } });
}

function idOf(body: JsonValue | undefined): string {
  return textOf(body, 'id');
}

underBothPresets('Common attributes (RFC 7643 §3)', {
  'S1 schemas lists the core schema and the extensions that hold something': async ({ send }) => {
    const body = user('ada', {
      schemas: [USER_URN, ENTERPRISE_URN],
      [ENTERPRISE_URN]: { department: 'Sales' },
    });
    const full = await send('POST', '/Users', { body });
    const plain = await send('POST', '/Users', { body: user('bob') });

    assert.deepEqual(pick(full.body, 'schemas'), [USER_URN, ENTERPRISE_URN]);
    assert.deepEqual(pick(plain.body, 'schemas'), [USER_URN]);
  },
  'S2 id, S5 meta: what the client sends of them means nothing': async ({ send }) => {
    const meta = { resourceType: 'Group', created: '2001-01-01T00:00:00Z', version: 'W/"9"' };
    const { body } = await send('POST', '/Users', { body: user('ada', { id: 'mine', meta }) });

    assert.notEqual(idOf(body), 'mine');
    assert.equal(pick(body, 'meta', 'resourceType'), 'User');
    assert.notEqual(pick(body, 'meta', 'created'), meta.created);
  },
  'S3 externalId is kept as it is, with its case': async ({ send }) => {
    await send('POST', '/Users', { body: user('ada', { externalId: 'eXt-1' }) });
    const [same, other] = ['eXt-1', 'ext-1'].map((id) =>
      send('GET', `/Users?filter=externalId+eq+"${id}"`),
    );

    assert.equal(pick((await same)?.body, 'Resources', 0, 'externalId'), 'eXt-1');
    assert.equal(pick((await other)?.body, 'totalResults'), 0);
  },
  'S4 meta is complete, and its location is that of the header': async ({ send }) => {
    const { body, headers } = await send('POST', '/Users', { body: user('ada') });
    const read = await send('GET', `/Users/${idOf(body)}`);

    assert.deepEqual(pick(read.body, 'meta'), pick(body, 'meta'));
    assert.equal(pick(body, 'meta', 'location'), headers['location']);
    assert.deepEqual(Object.keys(Object(pick(body, 'meta'))).toSorted(), [
      'created',
      'lastModified',
      'location',
      'resourceType',
      'version',
    ]);
  },
  'S6 lastModified moves with a change, created does not': async ({ send, createUser, patch }) => {
    const id = await createUser('ada');
    const before = await send('GET', `/Users/${id}`);
    const after = await patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Dr.' });

    assert.equal(pick(after.body, 'meta', 'created'), pick(before.body, 'meta', 'created'));
    assert.notEqual(pick(after.body, 'meta', 'version'), pick(before.body, 'meta', 'version'));
  },
  'S7, S8 names have no case, and come back in the spelling of the schema': async ({ send }) => {
    const body = { SCHEMAS: [USER_URN.toUpperCase()], USERNAME: 'ada', Name: { GivenName: 'Ada' } };
    const answer = await send('POST', '/Users', { body });

    assert.equal(answer.status, 201, answer.text);
    assert.equal(pick(answer.body, 'userName'), 'ada');
    assert.deepEqual(pick(answer.body, 'name'), { givenName: 'Ada' });
  },
  'S9 null and the empty list are no value': async ({ send }) => {
    const { body } = await send('POST', '/Users', {
      body: user('ada', { title: null, emails: [], name: null }),
    });

    assert.deepEqual(Object.keys(Object(body)).toSorted(), ['id', 'meta', 'schemas', 'userName']);
  },
});

underBothPresets(
  'Characteristics of attributes (RFC 7643 §2.2 and §2.3)',
  {
    'S10 a required attribute, sub-attribute or extension attribute that is missing': async (
      client,
    ) => {
      const answers = [
        await client.send('POST', '/Users', { body: { schemas: [USER_URN], title: 'x' } }),
        await client.send('POST', '/Users', { body: user('  ') }),
        await createDevice(client, { location: { floor: 3 } }),
        await createDevice(client, {
          schemas: [DEVICE_URN, BADGE_URN],
          [BADGE_URN]: { doors: ['main'] },
        }),
      ];

      assert.deepEqual(answers.map(outcome), Array(4).fill('400 invalidValue'));
      assert.match(textOf(answers[2]?.body, 'detail'), /location\.building is required/);
      assert.match(textOf(answers[3]?.body, 'detail'), /Badge:number is required/);
    },
    'S11 readOnly attributes in POST and PUT mean nothing': async (client) => {
      const lastSeen = '2026-01-05T10:00:00Z';
      const created = await createDevice(client, { lastSeen });
      const path = `/Devices/${idOf(created.body)}`;
      const replaced = await client.send('PUT', path, { body: { ...DEVICE, lastSeen } });

      assert.deepEqual([created.status, replaced.status], [201, 200]);
      assert.equal(pick(replaced.body, 'lastSeen'), undefined);
    },
    'S12, W2 an immutable attribute is set once: the same value is fine, another is not': async (
      client,
    ) => {
      const { body } = await createDevice(client, { hardwareId: 'hw-1' });
      const path = `/Devices/${idOf(body)}`;
      const put = (hardwareId?: string) =>
        client.send('PUT', path, { body: { ...DEVICE, ...(hardwareId && { hardwareId }) } });
      const patch = (op: string, value?: string) =>
        client.patch(path, { op, path: 'hardwareId', ...(value && { value }) });

      assert.deepEqual(
        [
          outcome(await put('hw-1')),
          outcome(await put('hw-2')),
          outcome(await put()),
          outcome(await patch('replace', 'hw-1')),
          outcome(await patch('replace', 'hw-2')),
          outcome(await patch('remove')),
        ],
        ['200', '400 mutability', '200', '200', '400 mutability', '400 mutability'],
      );
      assert.equal(pick((await client.send('GET', path)).body, 'hardwareId'), 'hw-1');
    },
    'S12 an immutable attribute that is not set yet can be': async (client) => {
      const { body } = await createDevice(client);
      const operation = { op: 'add', path: 'hardwareId', value: 'hw-1' };

      assert.equal(outcome(await client.patch(`/Devices/${idOf(body)}`, operation)), '200');
    },
    'S13 writeOnly is taken and never returned': async ({ send }) => {
      const body = user('ada', { password: 'secret word' });
      const created = await send('POST', '/Users?attributes=password,userName', { body });
      const read = await send('GET', `/Users/${idOf(created.body)}?attributes=password`);

      assert.equal(created.status, 201);
      assert.ok(!created.text.includes('secret word') && !read.text.includes('password'));
    },
    'S14 always, default, request: excluded, by name, and when just written': async (client) => {
      const { body: created } = await createDevice(client, { notes: 'for you' });
      const path = `/Devices/${idOf(created)}`;
      const read = await client.send('GET', `${path}?excludedAttributes=id,schemas,displayName`);
      const named = await client.send('GET', `${path}?attributes=notes`);

      assert.equal(pick(created, 'notes'), 'for you');
      assert.deepEqual(Object.keys(Object(read.body)).toSorted(), ['id', 'meta', 'schemas']);
      assert.deepEqual(Object.keys(Object(named.body)).toSorted(), ['id', 'notes', 'schemas']);
    },
    'S15 a value that must be unique is taken': async (client) => {
      await createDevice(client, { serial: 'S-1' });

      assert.equal(outcome(await createDevice(client, { serial: 'S-1' })), '409 uniqueness');
    },
    'S16 userName is unique without case': async ({ createUser, send }) => {
      await createUser('ada');

      assert.equal(outcome(await send('POST', '/Users', { body: user('ADA') })), '409 uniqueness');
    },
    'S17, S19 a value of another type': async (client) => {
      const wrong: readonly JsonObject[] = [
        { active: 1 },
        { weight: '2.5' },
        { ports: 2.5 },
        { displayName: 7 },
        { location: 'North' },
        { tags: [{}] },
        { firmware: '***' },
      ];
      const answers = wrong.map(async (more) => outcome(await createDevice(client, more)));

      assert.deepEqual(await Promise.all(answers), Array(wrong.length).fill('400 invalidValue'));
    },
    'S18 a dateTime is a date that the calendar has, with its time': async (client) => {
      const values = [
        '2026-02-30T10:00:00Z',
        '2026-01-05',
        'yesterday',
        '2026-01-05T10:00:00+02:00',
      ];
      const answers = values.map(async (boughtAt) =>
        outcome(await createDevice(client, { boughtAt })),
      );

      assert.deepEqual(await Promise.all(answers), [...Array(3).fill('400 invalidValue'), '201']);
    },
    'S20 a reference is kept as it was sent': async (client) => {
      const manual = '../manuals/Drill.pdf?page=1#top';

      assert.equal(pick((await createDevice(client, { manual })).body, 'manual'), manual);
    },
    'S21 a new primary value turns the old one off': async ({ createUser, patch }) => {
      const emails = [{ value: 'a@x.test', type: 'work', primary: true }];
      const id = await createUser('ada', { emails });
      const value = [{ value: 'b@x.test', type: 'home', primary: true }];
      const { body } = await patch(`/Users/${id}`, { op: 'add', path: 'emails', value });

      assert.deepEqual(
        [0, 1].map((index) => pick(body, 'emails', index, 'primary')),
        [false, true],
      );
    },
    'S24 a complex value within a complex one': async ({ send }) => {
      const body = user('ada', { name: { givenName: { first: 'Ada' } } });

      assert.equal(outcome(await send('POST', '/Users', { body })), '400 invalidValue');
    },
    'S25 extension attributes sit under their URN': async (client) => {
      const { body } = await createDevice(client, {
        schemas: [DEVICE_URN, BADGE_URN],
        [BADGE_URN]: { number: 'N-1' },
      });

      assert.deepEqual(pick(body, BADGE_URN), { number: 'N-1' });
      assert.deepEqual(pick(body, 'schemas'), [DEVICE_URN, BADGE_URN]);
    },
    'S28 an error holds nothing but what the RFC names': async ({ send }) => {
      const { body } = await send('POST', '/Users', { body: { schemas: [USER_URN] } });

      assert.deepEqual(Object.keys(Object(body)).toSorted(), [
        'detail',
        'schemas',
        'scimType',
        'status',
      ]);
    },
  },
  [...ALL_DOCUMENTS],
);
