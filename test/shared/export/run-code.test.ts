// What the writers write is run, against a real server, and the bytes that arrive are compared.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { EXPORT_FORMATS } from '../../../shared/export/formats.ts';
import type { OutgoingRequest } from '../../../shared/export/outgoing-request.ts';
import { writeCode } from '../../../shared/export/write-export.ts';
import { NASTY_BODIES } from './build-request.ts';

const run = promisify(execFile);

interface Received {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

const RUNNERS = {
  curl: (code: string, env: NodeJS.ProcessEnv) => run('bash', ['-c', code], { env }),
  fetch: (code: string, env: NodeJS.ProcessEnv) =>
    run(process.execPath, ['--input-type=module', '-e', code], { env }),
} as const;

for (const format of ['curl', 'fetch'] as const) {
  describe(`${EXPORT_FORMATS[format].label}, run against a server`, () => {
    for (const [name, body] of Object.entries(NASTY_BODIES)) {
      test(`sends every byte of a body with ${name}`, async (t) => {
        const { origin, received } = await listen(t);
        const request = build(`${origin}/scim/v2/Users/1`, { body });

        await RUNNERS[format](writeCode(format, request, 'prompt'), withToken('s3cret'));

        assert.deepEqual(
          received.map((one) => [one.method, one.body, one.headers['authorization']]),
          [['PATCH', body, 'Bearer s3cret']],
        );
        assert.equal(received[0]?.headers['content-type'], 'application/scim+json; charset=utf-8');
        assert.equal(received[0]?.headers['x-odd'], `it's "$HOME" \`x\` %22 \\`);
      });
    }

    test('sends the target as it was logged', async (t) => {
      const { origin, received } = await listen(t);
      const target = `/scim/v2/Users?filter=emails%5Btype+eq+%22work%22%5D.value+eq+%22o'hara%40x.test%22&a=$HOME&b`;

      await RUNNERS[format](
        writeCode(format, build(origin + target, { method: 'GET', body: '' }), 'prompt'),
        withToken('t'),
      );

      assert.equal(received[0]?.target.replaceAll('%27', "'"), target);
    });
  });
}

test('curl leaves brackets and dots of a URL alone, and asks for no body of HEAD', async (t) => {
  const { origin, received } = await listen(t);
  const target = '/scim/v2/../v2/Users?filter=emails[type%20eq%20{x}]';

  await RUNNERS.curl(
    writeCode('curl', build(origin + target, { method: 'HEAD', body: '' }), 'prompt'),
    withToken('t'),
  );

  assert.deepEqual([received[0]?.method, received[0]?.target], ['HEAD', target]);
});

function build(url: string, parts: Partial<OutgoingRequest>): OutgoingRequest {
  return {
    method: 'PATCH',
    url,
    headers: [
      ['Content-Type', 'application/scim+json; charset=utf-8'],
      ['X-Odd', `it's "$HOME" \`x\` %22 \\`],
    ],
    authorization: { scheme: 'Bearer', token: null },
    body: '',
    ...parts,
  };
}

function withToken(token: string): NodeJS.ProcessEnv {
  return { ...process.env, TOKEN: token };
}

async function listen(t: TestContext) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = '', url: target = '', headers } = request;
      received.push({ method, target, headers, body });
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  return { origin: `http://127.0.0.1:${address.port}`, received };
}
