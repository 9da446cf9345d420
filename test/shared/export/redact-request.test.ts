import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { createRedactor } from '../../../shared/export/redact-request.ts';
import { buildRequest } from './build-request.ts';

const TOKEN = 'a-long-secret-token-1a2b';

describe('Credentials in an export', () => {
  test('are hidden with their last characters, cookies and keys alike', () => {
    const redact = createRedactor({ authorization: 'hidden', people: 'shown' });

    const { requestHeaders } = redact(
      buildRequest({
        requestHeaders: [
          ['Authorization', 'Bearer ••••1a2b'],
          ['Cookie', '••••'],
          ['X-Api-Key', '••••wxyz'],
          ['Accept', '*/*'],
        ],
      }),
      TOKEN,
    );

    assert.deepEqual(requestHeaders, [
      ['Authorization', 'Bearer [hidden]'],
      ['Cookie', '[hidden]'],
      ['X-Api-Key', '[hidden]'],
      ['Accept', '*/*'],
    ]);
  });

  test('are put in when asked for, where the request came with this very token', () => {
    const redact = createRedactor({ authorization: 'token', people: 'shown' });
    const of = (masked: string) =>
      redact(buildRequest({ requestHeaders: [['Authorization', `Bearer ${masked}`]] }), TOKEN)
        .requestHeaders[0]?.[1];

    assert.deepEqual(['••••1a2b', '••••zzzz', '••••'].map(of), [
      `Bearer ${TOKEN}`,
      'Bearer [hidden]',
      'Bearer [hidden]',
    ]);
  });
});

describe('Pseudonyms in an export', () => {
  test('stand for the same person in path, filter, bodies, sentence and effects', () => {
    const redact = createRedactor({ authorization: 'hidden', people: 'pseudonyms' });

    const created = redact(CREATE, null);
    const found = redact(LOOK_UP, null);

    const body = JSON.parse(created.requestBody.text);
    assert.deepEqual(body, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'person1@example.com',
      externalId: 'name-1',
      name: { givenName: 'name-1', familyName: 'name-2' },
      displayName: 'name-3',
      emails: [{ type: 'work', value: 'person1@example.com' }],
      title: 'Analyst',
      active: true,
    });
    assert.equal(created.sentence, 'Create user person1@example.com');
    assert.equal(found.query, 'filter=userName+eq+%22person1%40example.com%22&count=2');
    assert.equal(found.path, '/scim/v2/Users/person1%40example.com');
    assert.equal(
      found.responseBody.text,
      '{ "Resources": [ {"displayName":"name-3", "id": "5f2f4d0d"} ] }',
    );
    assert.deepEqual(created.effects[0]?.after, { userName: 'person1@example.com' });
  });

  test('stand for names with any signs in them', () => {
    const names = [
      'Jean-Luc (J.L.) [x] {y} a|b /c\\ $^*+?',
      '0b54c5a5-5d1c-4c3b-9b0a-0d5f6ad1e001',
    ];
    const redact = createRedactor({ authorization: 'hidden', people: 'pseudonyms' });

    for (const externalId of names) {
      const body = { text: JSON.stringify({ externalId }), bytes: 60, truncated: false };
      const { text } = redact(buildRequest({ requestBody: body }), null).requestBody;
      assert.match(text, /^\{"externalId":"name-\d"\}$/);
    }
  });

  test('replace what a PATCH operation and its path say of a person', () => {
    const redact = createRedactor({ authorization: 'hidden', people: 'pseudonyms' });
    const text = JSON.stringify({
      Operations: [
        { op: 'replace', path: 'displayName', value: 'Ada King' },
        { op: 'add', path: 'emails[value eq "ada@contoso.test"].type', value: 'work' },
        { op: 'remove', path: 'members[value eq "5f2f4d0d"]' },
      ],
    });

    const { requestBody } = redact(
      buildRequest({ requestBody: { text, bytes: text.length, truncated: false } }),
      null,
    );

    assert.deepEqual(JSON.parse(requestBody.text).Operations, [
      { op: 'replace', path: 'displayName', value: 'name-1' },
      { op: 'add', path: 'emails[value eq "person1@example.com"].type', value: 'work' },
      { op: 'remove', path: 'members[value eq "5f2f4d0d"]' },
    ]);
  });

  test('leave words of the protocol alone, also where a group is called so', () => {
    const redact = createRedactor({ authorization: 'hidden', people: 'pseudonyms' });
    const text = '{"displayName":"Users","meta":{"resourceType":"Group"}}';

    const { requestBody } = redact(
      buildRequest({ requestBody: { text, bytes: 1, truncated: false }, resourceName: null }),
      null,
    );

    assert.equal(requestBody.text, text);
  });

  test('are found in a body that is no JSON', () => {
    const redact = createRedactor({ authorization: 'hidden', people: 'pseudonyms' });
    const text = '{"userName":"ada@contoso.test", oops';

    const { requestBody } = redact(
      buildRequest({ requestBody: { text, bytes: 1, truncated: false } }),
      null,
    );

    assert.equal(requestBody.text, '{"userName":"person1@example.com", oops');
  });
});

const PERSON = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'ada@contoso.test',
  externalId: 'ada',
  name: { givenName: 'Ada', familyName: 'Byron' },
  displayName: 'Ada Byron',
  emails: [{ type: 'work', value: 'ADA@contoso.test' }],
  title: 'Analyst',
  active: true,
};

const CREATE: RequestDetails = buildRequest({
  method: 'POST',
  sentence: 'Create user ada@contoso.test',
  requestBody: { text: JSON.stringify(PERSON), bytes: 1, truncated: false },
  effects: [
    {
      action: 'created',
      resourceType: 'User',
      resourceId: '5f2f4d0d',
      resourceName: 'ada@contoso.test',
      before: null,
      after: { userName: 'ada@contoso.test' },
      changes: [],
    },
  ],
});

const LOOK_UP: RequestDetails = buildRequest({
  method: 'GET',
  path: '/scim/v2/Users/ada%40contoso.test',
  query: 'filter=userName+eq+%22ada%40contoso.test%22&count=2',
  requestBody: { text: '', bytes: 0, truncated: false },
  responseBody: {
    text: '{ "Resources": [ {"displayName":"ada byron", "id": "5f2f4d0d"} ] }',
    bytes: 1,
    truncated: false,
  },
});
