import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type OutgoingRequest, toOutgoing } from '../../../shared/export/outgoing-request.ts';
import { quoteForCmd, writeCurlCmd } from '../../../shared/export/write-curl-cmd.ts';
import { quoteForPowerShell } from '../../../shared/export/write-powershell.ts';
import { writeCode } from '../../../shared/export/write-export.ts';
import { writeHttpFile } from '../../../shared/export/write-http-file.ts';
import { buildRequest, NASTY_BODIES } from './build-request.ts';

const ORIGIN = 'http://127.0.0.1:7643';
const REQUEST: OutgoingRequest = {
  method: 'PATCH',
  url: `${ORIGIN}/scim/v2/Users/1?a=%22b%22`,
  headers: [
    ['Content-Type', 'application/scim+json'],
    ['User-Agent', 'x y'],
    ['X-Empty', ''],
  ],
  authorization: { scheme: 'Bearer', token: null },
  body: '{"a":"it\'s"}',
};

describe('A logged request as code', () => {
  test('has the headers of the message, not those of the connection', () => {
    const outgoing = toOutgoing(buildRequest({ query: 'a=b' }), { origin: ORIGIN });

    assert.deepEqual(
      [outgoing.url, outgoing.headers.map(([name]) => name), outgoing.authorization],
      [
        `${ORIGIN}/scim/v2/Users/5f2f4d0d?a=b`,
        ['Accept', 'Content-Type'],
        { scheme: 'Bearer', token: null },
      ],
    );
  });

  for (const [format, lines] of [
    [
      'powershell',
      [
        '$headers = @{',
        `  'Authorization' = "Bearer $env:TOKEN"`,
        `  'X-Empty' = ''`,
        '}',
        `$body = '{"a":"it''s"}'`,
        `Invoke-RestMethod -Method Patch -Uri '${REQUEST.url}' \``,
        '  -Headers $headers `',
        `  -UserAgent 'x y' \``,
        `  -ContentType 'application/scim+json' \``,
        '  -Body ([Text.Encoding]::UTF8.GetBytes($body))',
      ],
    ],
    [
      'httpie',
      [
        `http --ignore-stdin PATCH '${REQUEST.url}' \\`,
        '  "Authorization:Bearer $TOKEN" \\',
        `  'Content-Type:application/scim+json' \\`,
        `  'User-Agent:x y' \\`,
        `  'X-Empty;' \\`,
        String.raw`  --raw '{"a":"it'\''s"}'`,
      ],
    ],
    [
      'csharp',
      [
        'using var client = new HttpClient();',
        `using var request = new HttpRequestMessage(new HttpMethod("PATCH"), "${REQUEST.url}");`,
        'request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Environment.GetEnvironmentVariable("TOKEN"));',
        'request.Headers.TryAddWithoutValidation("User-Agent", "x y");',
        'request.Headers.TryAddWithoutValidation("X-Empty", "");',
        String.raw`request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("{\"a\":\"it's\"}"));`,
        'request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/scim+json");',
        'using var response = await client.SendAsync(request);',
        'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");',
      ],
    ],
  ] as const) {
    test(`${format} line by line`, () => {
      assert.deepEqual(writeCode(format, REQUEST, 'prompt').split('\n'), lines);
    });
  }

  test('as a .http request, two braces in JSON are no variable', () => {
    const text = writeHttpFile({ ...REQUEST, body: '{"a":"{{token}}"}' }, 'Two\nlines');

    assert.deepEqual(text.split('\n'), [
      '### Two lines',
      `PATCH ${REQUEST.url} HTTP/1.1`,
      'Authorization: Bearer {{token}}',
      'Content-Type: application/scim+json',
      'User-Agent: x y',
      'X-Empty: ',
      '',
      String.raw`{"a":"{\u007btoken}}"}`,
      '',
    ]);
  });
});

describe('Quoting for PowerShell', () => {
  for (const [text, quoted] of [
    ["it's", "'it''s'"],
    ['$env:X `n "q" $(x)', `'$env:X \`n "q" $(x)'`],
    ['‘curly’ ‚low‛', "'‘‘curly’’ ‚‚low‛‛'"],
    ['two\nlines', "'two\nlines'"],
    ["'@", "'''@'"],
  ] as const) {
    test(JSON.stringify(text), () => assert.equal(quoteForPowerShell(text), quoted));
  }
});

describe('Quoting for cmd.exe', () => {
  for (const place of ['prompt', 'batch'] as const) {
    for (const [name, body] of Object.entries(NASTY_BODIES)) {
      test(`a body with ${name} reaches curl.exe as it was (${place})`, () => {
        const command = quoteForCmd(body, place);

        assert.deepEqual(splitByRuntime(readByCmd(command, place)), [
          body.replaceAll('\r\n', '\n'),
        ]);
      });
    }
  }

  test('the variable of the token is one that cmd fills in', () => {
    const line = writeCurlCmd({ ...REQUEST, body: '' }, 'prompt').split(' ^\n')[1];

    assert.equal(line, '  -H ^"Authorization: Bearer %TOKEN%^"');
  });
});

/** What cmd.exe hands to a program: variables first (there are none), then carets. Quotes behind carets open nothing. */
function readByCmd(line: string, place: 'prompt' | 'batch'): string {
  const filled =
    place === 'batch' ? line.replaceAll('%%', '\0').replace(/%[^%\n]*%|%\d/g, '') : line;
  const plain = filled.replaceAll('\0', '%');
  return plain.replace(/\^(?:\n([\s\S])|([\s\S]))/g, (_all, next?: string, one?: string) =>
    String(next ?? one),
  );
}

/** The rules of the Microsoft C runtime: backslashes count before a quote only. */
function splitByRuntime(line: string): readonly string[] {
  const found: string[] = [];
  let current = '';
  let isQuoted = false;
  for (const [, slashes = '', quote = '', other = ''] of line.matchAll(
    /(\\*)(?:(")|([^\\"])|$)/g,
  )) {
    if (quote === '') {
      current += slashes + other;
      continue;
    }
    current += '\\'.repeat(Math.floor(slashes.length / 2));
    if (slashes.length % 2 === 1) current += '"';
    else isQuoted = !isQuoted;
  }
  assert(!isQuoted, 'a quote is left open');
  found.push(current);
  return found;
}
