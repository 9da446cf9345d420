import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequests, toComposed } from '../../../shared/compose/read-requests.ts';
import { splitUrl } from '../../../shared/compose/split-url.ts';
import { exportWriter } from '../../../shared/export/write-export.ts';
import { buildRequest, NASTY_BODIES } from '../export/build-request.ts';

const ORIGIN = 'http://127.0.0.1:7643';
const TENANTS = [{ slug: 'default', url: `${ORIGIN}/scim/v2` }];

describe('What we export comes back', () => {
  for (const format of ['curl', 'http', 'har', 'postman'] as const) {
    for (const [name, text] of Object.entries(NASTY_BODIES)) {
      // A .http file cannot say which line ends a body has, and a line of ### ends one.
      const isLossy = format === 'http' && (name === 'line ends' || name === 'not JSON at all');
      if (isLossy || (format === 'postman' && name === 'not JSON at all')) continue;
      test(`${format} with ${name}`, () => {
        const query = 'filter=userName+eq+%22o%27hara%22&x=$HOME';
        const logged = buildRequest({
          query,
          requestBody: { text, bytes: 1, truncated: false },
        });
        const writer = exportWriter(format, { origin: ORIGIN, place: 'file' });
        const file =
          writer.head + writer.write(logged) + writer.between + writer.write(logged) + writer.tail;

        const read = readRequests(file);

        assert(read.kind === 'read');
        const expected = {
          target: { kind: 'tenant', tenant: 'default' },
          method: 'PATCH',
          path: `/Users/5f2f4d0d?${query}`,
          headers: [
            ['Accept', 'application/scim+json'],
            ['Content-Type', 'application/scim+json; charset=utf-8'],
          ],
          body: text,
        };
        assert.deepEqual(
          read.requests.map((one) => toComposed(one, TENANTS)),
          [expected, expected],
        );
      });
    }
  }
});

describe('curl commands of others', () => {
  for (const [command, expected] of [
    ['curl https://x.test/scim/Users', ['GET', 'https://x.test/scim/Users', [], '']],
    [
      `curl 'https://x.test/Users' -XPOST -H "Accept: a\\"b" --data '{"a":1}' -s -o /dev/null`,
      ['POST', 'https://x.test/Users', [['Accept', 'a"b']], '{"a":1}'],
    ],
    [
      `curl --location --request PUT 'https://x.test/Users/1' \\\n  --header 'A: b' \\\n  --data-raw $'it\\'s\\n\\u00e9'`,
      ['PUT', 'https://x.test/Users/1', [['A', 'b']], "it's\né"],
    ],
    [
      'curl -G https://x.test/Users -d count=1 -d startIndex=2',
      ['GET', 'https://x.test/Users?count=1&startIndex=2', [], ''],
    ],
    ['curl -I x.test/Users', ['HEAD', 'http://x.test/Users', [], '']],
    [
      'curl --request=DELETE --url https://x.test/Users/1 -u a:b --compressed',
      ['DELETE', 'https://x.test/Users/1', [], ''],
    ],
  ] as const) {
    test(command, () => {
      const read = readRequests(command);

      assert(read.kind === 'read');
      assert.deepEqual(
        read.requests.map(({ method, url, headers, body }) => [method, url, headers, body]),
        [expected],
      );
    });
  }
});

describe('Other texts', () => {
  test('a .http file with variables, comments and a continued query', () => {
    const read = readRequests(
      '@base = https://x.test/scim\n\n# a comment\n### List\nGET {{base}}/Users\n  ?count=1\n  &startIndex=2\nAccept: a\n\n###\n{{base}}/Groups\n',
    );

    assert(read.kind === 'read');
    assert.deepEqual(
      read.requests.map(({ name, method, url, headers }) => [name, method, url, headers]),
      [
        ['List', 'GET', 'https://x.test/scim/Users?count=1&startIndex=2', [['Accept', 'a']]],
        ['/Groups', 'GET', 'https://x.test/scim/Groups', []],
      ],
    );
  });

  for (const [text, reason] of [
    ['', /No request was found/],
    ['hello', /No request was found/],
    ['{"a":', /JSON of the file is broken/],
    ['{"a":1}', /neither a Postman collection nor a HAR file: log/],
    ['{"log":{"entries":[{"startedDateTime":"x"}]}}', /log\.entries\.0\.request/],
  ] as const) {
    test(`${JSON.stringify(text)} is refused with a reason`, () => {
      const read = readRequests(text);

      assert(read.kind === 'unread');
      assert.match(read.reason, reason);
    });
  }

  test('a token that is given is kept for another host, a variable is not', () => {
    const composed = ['abc', '$TOKEN'].map((token) => {
      const read = readRequests(`curl https://x.test/v1/Users -H "Authorization: Bearer ${token}"`);
      assert(read.kind === 'read');
      return read.requests.map((one) => toComposed(one, TENANTS).target);
    });

    assert.deepEqual(composed, [
      [{ kind: 'url', baseUrl: 'https://x.test/v1', token: 'abc' }],
      [{ kind: 'url', baseUrl: 'https://x.test/v1', token: null }],
    ]);
  });
});

describe('The base of a URL', () => {
  for (const [url, baseUrl, path] of [
    [
      'https://x.test/api/scim/v2/Users/1?a=/Groups',
      'https://x.test/api/scim/v2',
      '/Users/1?a=/Groups',
    ],
    ['https://x.test/Users.search', 'https://x.test', '/Users.search'],
    ['https://x.test', 'https://x.test', ''],
    ['https://x.test/scim/Bulk#top', 'https://x.test/scim', '/Bulk'],
  ] as const) {
    test(url, () => assert.deepEqual(splitUrl(url), { baseUrl, path }));
  }
});
