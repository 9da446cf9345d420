// Checklist X: PATCH.
import { strict as assert } from 'node:assert';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import {
  ENTERPRISE_URN,
  outcome,
  PATCH_OP,
  pick,
  textOf,
  USER_URN,
  type TenantClient,
} from '../switches/switch-case.ts';
import { underBothPresets } from './both-presets.ts';

const WORK = { value: 'ada@work.test', type: 'work', primary: true };
const HOME = { value: 'ada@home.test', type: 'home' };

/** A user after the operations; fails when they are refused. */
async function patched(
  client: TenantClient,
  before: JsonObject,
  ...operations: readonly JsonObject[]
): Promise<JsonValue | undefined> {
  const answer = await client.patch(
    `/Users/${await client.createUser('ada', before)}`,
    ...operations,
  );
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

/** How the operations are refused, and that they have changed nothing. */
async function refused(
  client: TenantClient,
  ...operations: readonly JsonObject[]
): Promise<string> {
  const id = await client.createUser(`ada-${Math.trunc(performance.now() * 1000)}`, {
    title: 'Dr.',
    emails: [WORK, HOME],
  });
  const before = await client.send('GET', `/Users/${id}`);
  const answer = await client.patch(`/Users/${id}`, ...operations);
  assert.deepEqual((await client.send('GET', `/Users/${id}`)).body, before.body);
  return outcome(answer);
}

underBothPresets('PATCH, the message (RFC 7644 §3.5.2)', {
  'X1 no operation, or no list of them': async ({ createUser, send }) => {
    const path = `/Users/${await createUser('ada')}`;
    const bodies = [
      { schemas: [PATCH_OP], Operations: [] },
      { schemas: [PATCH_OP] },
      { schemas: [PATCH_OP], Operations: { op: 'add' } },
      { schemas: [USER_URN], Operations: [{ op: 'add', path: 'title', value: 'x' }] },
    ];
    const answers = bodies.map(async (body) => outcome(await send('PATCH', path, { body })));

    assert.deepEqual(await Promise.all(answers), Array(4).fill('400 invalidSyntax'));
  },
  'X2 an unknown op': async (client) => {
    assert.equal(
      await refused(client, { op: 'merge', path: 'title', value: 'x' }),
      '400 invalidSyntax',
    );
  },
  'X3 all or nothing, and the detail names the operation': async (client) => {
    const id = await client.createUser('ada');
    const answer = await client.patch(
      `/Users/${id}`,
      { op: 'add', path: 'title', value: 'Dr.' },
      { op: 'replace', path: 'id', value: 'mine' },
    );

    assert.match(textOf(answer.body, 'detail'), /^Operations\[1\]/);
    assert.equal(pick((await client.send('GET', `/Users/${id}`)).body, 'title'), undefined);
  },
  'X4 operations follow each other': async (client) => {
    const body = await patched(
      client,
      {},
      { op: 'add', path: 'title', value: 'first' },
      { op: 'replace', path: 'title', value: 'second' },
    );

    assert.equal(pick(body, 'title'), 'second');
  },
  'X28 a change that changes nothing keeps version and lastModified': async (client) => {
    const id = await client.createUser('ada', { title: 'Dr.', emails: [WORK] });
    const before = await client.send('GET', `/Users/${id}`);
    const answer = await client.patch(
      `/Users/${id}`,
      { op: 'replace', path: 'title', value: 'Dr.' },
      { op: 'add', path: 'emails', value: [WORK] },
    );

    assert.deepEqual(pick(answer.body, 'meta'), pick(before.body, 'meta'));
  },
});

underBothPresets('PATCH add (RFC 7644 §3.5.2.1)', {
  'X6 without a path merges, and appends to lists': async (client) => {
    const value = { nickName: 'Bird', emails: [HOME] };
    const body = await patched(client, { title: 'Dr.', emails: [WORK] }, { op: 'add', value });

    assert.deepEqual(
      [pick(body, 'title'), pick(body, 'nickName'), pick(body, 'emails')],
      ['Dr.', 'Bird', [WORK, HOME]],
    );
  },
  'X7 a value that is there is not added twice': async (client) => {
    const body = await patched(
      client,
      { emails: [WORK] },
      { op: 'add', path: 'emails', value: [WORK] },
    );

    assert.deepEqual(pick(body, 'emails'), [WORK]);
  },
  'X8 to a single value replaces it': async (client) => {
    const body = await patched(
      client,
      { title: 'Dr.' },
      { op: 'add', path: 'title', value: 'Prof.' },
    );

    assert.equal(pick(body, 'title'), 'Prof.');
  },
  'X9 to a complex value merges into it': async (client) => {
    const value = { familyName: 'Byron' };
    const body = await patched(
      client,
      { name: { givenName: 'Ada' } },
      { op: 'add', path: 'name', value },
    );

    assert.deepEqual(pick(body, 'name'), { givenName: 'Ada', familyName: 'Byron' });
  },
  'X21 by full URN, of the core and of an extension, and the extension as a whole': async (
    client,
  ) => {
    const body = await patched(
      client,
      {},
      { op: 'add', path: `${USER_URN}:name.givenName`, value: 'Ada' },
      { op: 'add', path: `${ENTERPRISE_URN}:department`, value: 'Sales' },
      { op: 'add', path: ENTERPRISE_URN, value: { costCenter: '7' } },
      { op: 'add', value: { [ENTERPRISE_URN]: { division: 'North' } } },
    );

    assert.deepEqual(pick(body, 'name'), { givenName: 'Ada' });
    assert.deepEqual(pick(body, ENTERPRISE_URN), {
      department: 'Sales',
      costCenter: '7',
      division: 'North',
    });
  },
  'X22 names of paths have no case': async (client) => {
    const body = await patched(client, {}, { op: 'add', path: 'NAME.GIVENNAME', value: 'Ada' });

    assert.deepEqual(pick(body, 'name'), { givenName: 'Ada' });
  },
  'X33 an extension brings its URN, and takes it along': async (client) => {
    const id = await client.createUser('ada');
    const path = `${ENTERPRISE_URN}:department`;
    const added = await client.patch(`/Users/${id}`, { op: 'add', path, value: 'Sales' });
    const removed = await client.patch(`/Users/${id}`, { op: 'remove', path });

    assert.deepEqual(pick(added.body, 'schemas'), [USER_URN, ENTERPRISE_URN]);
    assert.deepEqual(pick(removed.body, 'schemas'), [USER_URN]);
  },
});

underBothPresets('PATCH replace (RFC 7644 §3.5.2.3)', {
  'X11 of what is not set yet adds it': async (client) => {
    const body = await patched(client, {}, { op: 'replace', path: 'title', value: 'Dr.' });

    assert.equal(pick(body, 'title'), 'Dr.');
  },
  'X12 of a list replaces all of it': async (client) => {
    const operation = { op: 'replace', path: 'emails', value: [HOME] };

    assert.deepEqual(pick(await patched(client, { emails: [WORK] }, operation), 'emails'), [HOME]);
  },
  'X13 with a value path changes the values that it selects': async (client) => {
    const value = { value: 'new@work.test', type: 'work' };
    const operation = { op: 'replace', path: 'emails[type eq "work"]', value };
    const body = await patched(client, { emails: [WORK, HOME] }, operation);

    assert.equal(pick(body, 'emails', 0, 'value'), 'new@work.test');
    assert.deepEqual(pick(body, 'emails', 1), HOME);
  },
  'X14 with a sub-attribute changes that alone': async (client) => {
    const operation = {
      op: 'replace',
      path: 'emails[type eq "home"].value',
      value: 'new@home.test',
    };
    const body = await patched(client, { emails: [WORK, HOME] }, operation);

    assert.deepEqual(pick(body, 'emails'), [WORK, { ...HOME, value: 'new@home.test' }]);
  },
  'X23 primary turns the others off': async (client) => {
    const operation = { op: 'replace', path: 'emails[type eq "home"].primary', value: true };
    const body = await patched(client, { emails: [WORK, HOME] }, operation);

    assert.deepEqual(
      [0, 1].map((index) => pick(body, 'emails', index, 'primary')),
      [false, true],
    );
  },
  'X27 null unassigns': async (client) => {
    const operation = { op: 'replace', path: 'title', value: null };

    assert.equal(pick(await patched(client, { title: 'Dr.' }, operation), 'title'), undefined);
  },
});

underBothPresets('PATCH remove (RFC 7644 §3.5.2.2)', {
  'X16 of a value, a list, selected values and their sub-attribute': async (client) => {
    const body = await patched(
      client,
      { title: 'Dr.', emails: [{ ...WORK, display: 'Work' }, HOME], roles: [{ value: 'admin' }] },
      { op: 'remove', path: 'title' },
      { op: 'remove', path: 'roles' },
      { op: 'remove', path: 'emails[type eq "home"]' },
      { op: 'remove', path: 'emails[type eq "work"].display' },
    );

    assert.deepEqual(
      [pick(body, 'title'), pick(body, 'roles'), pick(body, 'emails')],
      [undefined, undefined, [WORK]],
    );
  },
  'X29 of several values in one request goes by what they are': async (client) => {
    const { createUser, createGroup, patch, send } = client;
    const ids = [await createUser('a'), await createUser('b'), await createUser('c')];
    const group = await createGroup('Sales', ids);
    const operations = ids
      .slice(0, 2)
      .map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }));
    await patch(`/Groups/${group}`, ...operations);
    const { body } = await send('GET', `/Groups/${group}`);

    assert.deepEqual(
      [pick(body, 'members', 0, 'value'), pick(body, 'members', 1)],
      [ids[2], undefined],
    );
  },
});

underBothPresets('PATCH, what is refused (RFC 7644 §3.12)', {
  'X15 remove without a path is noTarget': async (client) => {
    assert.equal(await refused(client, { op: 'remove' }), '400 noTarget');
  },
  'X17 a required or readOnly attribute cannot be removed': async (client) => {
    assert.equal(await refused(client, { op: 'remove', path: 'userName' }), '400 mutability');
    assert.equal(await refused(client, { op: 'remove', path: 'groups' }), '400 mutability');
  },
  'X18 readOnly attributes cannot be changed': async (client) => {
    assert.equal(
      await refused(client, { op: 'replace', path: 'id', value: 'x' }),
      '400 mutability',
    );
    assert.equal(
      await refused(client, { op: 'add', path: 'groups', value: [{ value: 'g' }] }),
      '400 mutability',
    );
    assert.equal(
      await refused(client, { op: 'replace', path: 'meta.created', value: '2001-01-01T00:00:00Z' }),
      '400 mutability',
    );
  },
  'X19 a path that cannot be read is invalidPath': async (client) => {
    for (const path of ['emails[type eq "work"', 'emails[type xx "work"]', 'title..x', '"title"']) {
      assert.equal(
        await refused(client, { op: 'replace', path, value: 'x' }),
        '400 invalidPath',
        path,
      );
    }
  },
  'X20 add and replace need a value': async (client) => {
    assert.equal(await refused(client, { op: 'add', path: 'title' }), '400 invalidValue');
    assert.equal(await refused(client, { op: 'replace', path: 'title' }), '400 invalidValue');
  },
  'X20 what is wrong in the end is told of the operation that made it so': async (client) => {
    const id = await client.createUser('ada', { title: 'Dr.' });
    const answer = await client.patch(
      `/Users/${id}`,
      { op: 'replace', path: 'title', value: 'Prof.' },
      { op: 'replace', path: 'userName', value: ' ' },
    );

    assert.match(textOf(answer.body, 'detail'), /^Operations\[1\].*userName/);
  },
  'X34 an attribute that no schema has is invalidPath': async (client) => {
    assert.equal(
      await refused(client, { op: 'add', path: 'shoeSize', value: 38 }),
      '400 invalidPath',
    );
  },
});
