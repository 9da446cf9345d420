// Checklist C, W and K: POST, PUT and DELETE.
import { strict as assert } from 'node:assert';
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

underBothPresets('POST (RFC 7644 §3.3)', {
  'C1, C6 201 with the resource and its Location': async ({ send, baseUrl }) => {
    const { status, body, headers } = await send('POST', '/Users', { body: user('ada') });
    const id = textOf(body, 'id');

    assert.deepEqual([status, headers['location']], [201, `${baseUrl}/Users/${id}`]);
    assert.equal(pick(body, 'userName'), 'ada');
  },
  'C2 a duplicate is 409 uniqueness': async ({ createUser, send }) => {
    await createUser('ada');

    assert.equal(outcome(await send('POST', '/Users', { body: user('ada') })), '409 uniqueness');
  },
  'C3 what is no JSON is 400 invalidSyntax': async ({ send }) => {
    assert.equal(
      outcome(await send('POST', '/Users', { body: '{"userName":' })),
      '400 invalidSyntax',
    );
  },
  'C4 the schema of another resource type is refused': async ({ send }) => {
    assert.equal(
      outcome(await send('POST', '/Users', { body: group('Sales') })),
      '400 invalidValue',
    );
  },
  'C5 attributes and excludedAttributes shape the answer': async ({ send }) => {
    const body = user('ada', { title: 'Dr.', displayName: 'Ada' });
    const some = await send('POST', '/Users?attributes=title', { body });
    const most = await send('POST', '/Users?excludedAttributes=title', {
      body: { ...body, userName: 'bob' },
    });

    assert.deepEqual(Object.keys(Object(some.body)).toSorted(), ['id', 'schemas', 'title']);
    assert.equal(pick(most.body, 'title'), undefined);
    assert.equal(pick(most.body, 'displayName'), 'Ada');
  },
  'C7 nothing is created at the base URL': async ({ send }) => {
    const { status } = await send('POST', '/', { body: user('ada') });

    assert.ok([404, 405, 501].includes(status), String(status));
  },
  'C8 the id of another resource makes a new one': async ({ createUser, send }) => {
    const id = await createUser('ada');
    const { status, body } = await send('POST', '/Users', { body: user('bob', { id }) });

    assert.equal(status, 201);
    assert.notEqual(pick(body, 'id'), id);
  },
});

underBothPresets('PUT (RFC 7644 §3.5.1)', {
  'W1, W3 replaces what can be written, and returns all of it': async ({ createUser, send }) => {
    const id = await createUser('ada', { title: 'Dr.', nickName: 'Bird' });
    const { status, body } = await send('PUT', `/Users/${id}`, {
      body: user('ada', { title: 'Prof.' }),
    });

    assert.deepEqual(
      [status, pick(body, 'title'), pick(body, 'nickName')],
      [200, 'Prof.', undefined],
    );
  },
  'W1 an extension that is left out goes, with its URN': async ({ send }) => {
    const body = user('ada', {
      schemas: [USER_URN, ENTERPRISE_URN],
      [ENTERPRISE_URN]: { department: 'Sales' },
    });
    const created = await send('POST', '/Users', { body });
    const path = `/Users/${textOf(created.body, 'id')}`;
    const replaced = await send('PUT', path, { body: user('ada') });

    assert.deepEqual(pick(replaced.body, 'schemas'), [USER_URN]);
  },
  'W4 an unknown id is 404; PUT never creates': async ({ send }) => {
    assert.equal(outcome(await send('PUT', '/Users/none', { body: user('ada') })), '404');
    assert.equal(pick((await send('GET', '/Users')).body, 'totalResults'), 0);
  },
  'W5 a required attribute cannot be left out': async ({ createUser, send }) => {
    const id = await createUser('ada');
    const body = { schemas: [USER_URN], title: 'Dr.' };

    assert.equal(outcome(await send('PUT', `/Users/${id}`, { body })), '400 invalidValue');
  },
  'W7 a userName that another user has is 409': async ({ createUser, send }) => {
    await createUser('ada');
    const id = await createUser('bob');

    assert.equal(
      outcome(await send('PUT', `/Users/${id}`, { body: user('Ada') })),
      '409 uniqueness',
    );
  },
  'W2 members are replaced as a whole': async ({ createUser, createGroup, send }) => {
    const [ada, bob] = [await createUser('ada'), await createUser('bob')];
    const id = await createGroup('Sales', [ada]);
    const body = group('Sales', { members: [{ value: bob }] });
    const replaced = await send('PUT', `/Groups/${id}`, { body });

    assert.deepEqual(
      [pick(replaced.body, 'members', 0, 'value'), pick(replaced.body, 'members', 1)],
      [bob, undefined],
    );
  },
});

underBothPresets('DELETE (RFC 7644 §3.6)', {
  'K1 204 without a body': async ({ createUser, send }) => {
    const { status, text } = await send('DELETE', `/Users/${await createUser('ada')}`);

    assert.deepEqual([status, text], [204, '']);
  },
  'K2, R2 afterwards it is 404 on every verb, and in no list': async (client) => {
    const { send, createUser, patch } = client;
    const path = `/Users/${await createUser('ada')}`;
    await send('DELETE', path);
    const answers = [
      await send('GET', path),
      await send('PUT', path, { body: user('ada') }),
      await patch(path, { op: 'add', path: 'title', value: 'Dr.' }),
      await send('DELETE', path),
    ];

    assert.deepEqual(answers.map(outcome), Array(4).fill('404'));
    assert.equal(pick((await send('GET', '/Users')).body, 'totalResults'), 0);
  },
  'K3 the userName is free again': async ({ createUser, send }) => {
    await send('DELETE', `/Users/${await createUser('ada')}`);

    assert.equal((await send('POST', '/Users', { body: user('ada') })).status, 201);
  },
  'K4 a user that is not active stays readable': async ({ createUser, patch, send }) => {
    const id = await createUser('ada', { active: true });
    await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });

    assert.equal(pick((await send('GET', `/Users/${id}`)).body, 'active'), false);
  },
});
