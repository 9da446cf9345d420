import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maskBody } from '../../../main/http/scim/mask-body.ts';
import { maskCredentials, maskHeaders, maskSecret } from '../../../main/http/scim/mask-secrets.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';

describe('secrets in headers', () => {
  test('keep their scheme and their last 4 characters; other headers stay as they are', () => {
    const raw = [
      ['Authorization', 'Bearer abcdefghijklmnop'],
      ['proxy-authorization', 'Basic abcdefghijklmnop'],
      ['COOKIE', 'session=abcdefghijklmnop'],
      ['X-Api-Key', 'abcdefghijklmnop'],
      ['X-Auth-Token', 'short'],
      ['Accept', 'application/scim+json'],
    ].flat();

    assert.deepEqual(maskHeaders(raw), [
      ['Authorization', 'Bearer ••••mnop'],
      ['proxy-authorization', 'Basic ••••mnop'],
      ['COOKIE', '••••mnop'],
      ['X-Api-Key', '••••mnop'],
      ['X-Auth-Token', '••••'],
      ['Accept', 'application/scim+json'],
    ]);
  });

  test('of less than 12 characters show nothing', () => {
    assert.deepEqual([maskSecret('12345678901'), maskSecret('123456789012')], ['••••', '••••9012']);
  });
});

describe('secrets in bodies', () => {
  const cases: readonly (readonly [name: string, body: string, masked: string])[] = [
    [
      'a password',
      '{ "userName":"a",  "password" : "p4ss" }',
      '{ "userName":"a",  "password" : "••••" }',
    ],
    ['one in another case', '{"Password":"p4ss"}', '{"Password":"••••"}'],
    [
      'one under its URN',
      '{"urn:ietf:params:scim:schemas:core:2.0:User:password":"p4ss"}',
      '{"urn:ietf:params:scim:schemas:core:2.0:User:password":"••••"}',
    ],
    [
      'one in a PATCH path',
      '{"Operations":[{"value":"p\\u0034ss","op":"Replace","path":"password"}]}',
      '{"Operations":[{"value":"••••","op":"Replace","path":"password"}]}',
    ],
    [
      'one in a PATCH without path',
      '{"Operations":[{"op":"replace","value":{"password":"p4ss"}}]}',
      '{"Operations":[{"op":"replace","value":{"password":"••••"}}]}',
    ],
    [
      'one in a PATCH whose members are in another case',
      '{"Operations":[{"Op":"Replace","Path":"password","Value":"p4ss"}]}',
      '{"Operations":[{"Op":"Replace","Path":"password","Value":"••••"}]}',
    ],
    ['one in JSON by hand', "{'password': 'p4ss'}", `{'password': "••••"}`],
    ['one without an end', '{"password":"p4ss', '{"password":"••••"'],
    [
      'one in XML',
      '<User><password>p4ss</password></User>',
      '<User><password>••••</password></User>',
    ],
    ['one in JSON that is cut off', '{"password":"p4ss","x', '{"password":"••••","x'],
    ['a form', 'client_id=1&client_secret=p4ss&x=1', 'client_id=1&client_secret=••••&x=1'],
    ['no secret', '{"passwordHint":"dog"}', '{"passwordHint":"dog"}'],
  ];
  for (const [name, body, masked] of cases) {
    test(`${name}: the rest stays byte for byte`, () => {
      assert.equal(maskBody(body, parse(body)), masked);
    });
  }

  const NAMES = new Set(['pin', 'badge']);
  const own: readonly (readonly [name: string, body: string, masked: string])[] = [
    ['of text', '{ "badge": "b7" , "x": "b8" }', '{ "badge": "••••" , "x": "b8" }'],
    ['of a number', '{ "pin": 1234, "x": [1] }', '{"pin":"••••","x":[1]}'],
    ['that is complex', '{"badge":{"code":"b7"}}', '{"badge":"••••"}'],
    [
      'in a PATCH path',
      '{"Operations":[{"op":"add","path":"urn:x:2.0:Y:badge","value":"b7"}]}',
      '{"Operations":[{"op":"add","path":"urn:x:2.0:Y:badge","value":"••••"}]}',
    ],
  ];
  for (const [name, body, masked] of own) {
    test(`an attribute of the tenant that is never returned, ${name}`, () => {
      assert.equal(maskBody(body, parse(body), NAMES), masked);
    });
  }

  test('a password in JSON that is sent as text, as some do with the data of Bulk', () => {
    const data = JSON.stringify({ userName: 'ada', password: 'p4ss"word' });
    const body = `{ "Operations": [ {"data": ${JSON.stringify(data)}} ] }`;
    const masked = JSON.stringify(JSON.stringify({ userName: 'ada', password: '••••' }));

    assert.equal(maskBody(body, parse(body)), `{ "Operations": [ {"data": ${masked}} ] }`);
  });

  test('credentials are masked wherever they stand, percent-encoded ones too', () => {
    const secrets = ['abcdefghijklmnop', 'abc+defghijk/lm='];

    const masked = maskCredentials(
      '?x=abcdefghijklmnop&y=abcdefghijklmnop&z=abc%2Bdefghijk%2Flm%3D',
      secrets,
    );

    assert.equal(masked, '?x=••••mnop&y=••••mnop&z=••••/lm=');
    assert.equal(maskCredentials('text', []), 'text');
  });

  test('an access token is known by its form', () => {
    const token = `scim-at.${'a'.repeat(39)}-xyz`;

    assert.equal(maskCredentials(`/Users/${token}?`, []), '/Users/••••-xyz?');
  });

  for (const path of ['password.value', ' password ', 'password[value eq \\"leaked\\"]']) {
    test(`a PATCH of ${path} is masked, however badly its path is written`, () => {
      const text = `{"Operations":[{"op":"replace","path":"${path}","value":"leaked"}]}`;

      assert.equal(maskBody(text, parse(text)).includes('leaked'), false);
    });
  }

  test('a token as short as a word spoils no names: it is masked where a credential stands', () => {
    assert.equal(maskCredentials('ada@contoso.test', ['test']), 'ada@contoso.test');
    assert.deepEqual(maskHeaders(['Authorization', 'Bearer test']), [
      ['Authorization', 'Bearer ••••'],
    ]);
  });
});

function parse(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
