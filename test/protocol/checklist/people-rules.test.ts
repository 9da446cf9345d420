// Checklist U: users, groups and the enterprise extension.
import { strict as assert } from 'node:assert';
import type { JsonValue } from '../../../shared/scim/json.ts';
import {
  ENTERPRISE_URN,
  group,
  outcome,
  pick,
  textOf,
  user,
  USER_URN,
} from '../switches/switch-case.ts';
import { underBothPresets } from './both-presets.ts';

function idOf(body: JsonValue | undefined): string {
  return textOf(body, 'id');
}

underBothPresets('User, Group and Enterprise User (RFC 7643 §4)', {
  'U2 active is kept; absent is not the same as false': async ({ send }) => {
    const off = await send('POST', '/Users', { body: user('ada', { active: false }) });
    const none = await send('POST', '/Users', { body: user('bob') });

    assert.deepEqual([pick(off.body, 'active'), pick(none.body, 'active')], [false, undefined]);
  },
  'U4, U5, U14 values of people are kept as they were sent': async ({ send }) => {
    const more = {
      emails: [{ value: 'Ada.Byron@Example.com', type: 'work' }],
      phoneNumbers: [{ value: '+44 (0)20 7946 0018', type: 'work' }],
      addresses: [{ type: 'work', streetAddress: '12 St James’s Sq.', country: 'GB' }],
      x509Certificates: [{ value: 'AAECAw==' }],
      locale: 'en-GB',
      timezone: 'Europe/London',
      preferredLanguage: 'en-GB',
    };
    const { body } = await send('POST', '/Users', { body: user('ada', more) });

    for (const [name, value] of Object.entries(more)) assert.deepEqual(pick(body, name), value);
  },
  'U6 groups of a user cannot be written, and show the membership': async (client) => {
    const body = user('ada', { groups: [{ value: 'none' }] });
    const ada = idOf((await client.send('POST', '/Users', { body })).body);
    const sales = await client.createGroup('Sales', [ada]);
    const read = await client.send('GET', `/Users/${ada}`);

    assert.deepEqual(pick(read.body, 'groups'), [
      { value: sales, $ref: `${client.baseUrl}/Groups/${sales}`, display: 'Sales', type: 'direct' },
    ]);
  },
  'U8 a member has value, $ref and type': async (client) => {
    const ada = await client.createUser('ada');
    const id = await client.createGroup('Sales', [ada]);
    const read = await client.send('GET', `/Groups/${id}`);

    assert.deepEqual(pick(read.body, 'members'), [
      { value: ada, $ref: `${client.baseUrl}/Users/${ada}`, type: 'User', display: 'ada' },
    ]);
  },
  'U8 sub-attributes of a member cannot be changed': async ({ createUser, createGroup, patch }) => {
    const ada = await createUser('ada');
    const id = await createGroup('Sales', [ada]);
    const path = `members[value eq "${ada}"].display`;

    assert.equal(
      outcome(await patch(`/Groups/${id}`, { op: 'replace', path, value: 'Countess' })),
      '400 mutability',
    );
  },
  'U11 the manager of the enterprise extension is shown with name and $ref': async (client) => {
    const boss = await client.createUser('boss', { displayName: 'The Boss' });
    const body = user('ada', {
      schemas: [USER_URN, ENTERPRISE_URN],
      [ENTERPRISE_URN]: { manager: { value: boss, displayName: 'Somebody' } },
    });
    const created = await client.send('POST', '/Users', { body });

    assert.deepEqual(pick(created.body, ENTERPRISE_URN, 'manager'), {
      value: boss,
      $ref: `${client.baseUrl}/Users/${boss}`,
      displayName: 'The Boss',
    });
  },
  'U13 a deleted user is no member any more': async ({ createUser, createGroup, send }) => {
    const ada = await createUser('ada');
    const id = await createGroup('Sales', [ada]);
    await send('DELETE', `/Users/${ada}`);

    assert.deepEqual(pick((await send('GET', `/Groups/${id}`)).body, 'members') ?? [], []);
  },
  'U10 groups in groups, in a circle too': async ({ createGroup, patch, send }) => {
    const outer = await createGroup('Outer');
    const inner = await createGroup('Inner', [outer]);
    const operation = { op: 'add', path: 'members', value: [{ value: inner }] };
    await patch(`/Groups/${outer}`, operation);
    const read = await send('GET', `/Groups/${outer}`);

    assert.equal(pick(read.body, 'members', 0, 'type'), 'Group');
    assert.equal((await send('GET', '/Groups')).status, 200);
  },
  'U7 a group needs a displayName': async ({ send }) => {
    assert.equal(outcome(await send('POST', '/Groups', { body: group('') })), '400 invalidValue');
  },
});
