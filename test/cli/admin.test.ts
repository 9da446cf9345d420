// The command line against a running server: found by its data directory, each kind of flag, body, stream and exit code.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { RunningServerFile } from '../../shared/running-server.ts';
import { adminRoutes } from '../../shared/admin/routes.ts';
import { startHeadless, type HeadlessServer } from '../support/start-headless.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'cli', 'admin.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'scim-mock-cli-'));
const dataDir = path.join(folder, 'data');

let server: HeadlessServer;
before(async () => {
  server = await startHeadless({ dataDir });
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function run(args: readonly string[], { input = '', env = {} }: RunOptions = {}) {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: { ...process.env, SCIM_MOCK_DATA_DIR: dataDir, ...env },
  });
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, out, error } satisfies Outcome;
}

async function ask(args: readonly string[], options?: RunOptions): Promise<unknown> {
  const { code, out, error } = await run(args, options);
  assert.equal(code, 0, error);
  return JSON.parse(out);
}

describe('A command', () => {
  test('finds the running server by its data directory', async () => {
    const status = await ask(['getStatus']);

    assert.partialDeepStrictEqual(status, { scimUrl: server.ready.scimUrl });
  });

  test('takes address and key instead, from flags and from the environment', async () => {
    const { adminUrl, adminKey } = server.ready;
    const nowhere = { SCIM_MOCK_DATA_DIR: path.join(folder, 'nowhere') };

    await ask(['getStatus', '--url', adminUrl, '--key', adminKey], { env: nowhere });
    await ask(['getStatus'], {
      env: { ...nowhere, SCIM_MOCK_ADMIN_URL: adminUrl, SCIM_MOCK_ADMIN_KEY: adminKey },
    });
  });

  test('makes a body of flags', async () => {
    const made = await ask(['create-tenant', '--slug', 'from-flags', '--name', 'From flags']);

    assert.partialDeepStrictEqual(made, { slug: 'from-flags', name: 'From flags' });
  });

  test('takes a body from a file, from standard input and as it is', async () => {
    const file = path.join(folder, 'user.json');
    writeFileSync(file, '{"userName":"file"}');
    const create = ['createResource', '--resource-type', 'User', '--body'];

    await ask([...create, file]);
    await ask([...create, '-'], { input: '{"userName":"stdin"}' });
    await ask([...create, '{"userName":"inline"}']);

    const page = await ask(['queryResources', '--resourceType', 'User', '--count', '2']);
    assert.partialDeepStrictEqual(page, { totalResults: 3 });
  });

  test('takes JSON for what is no text', async () => {
    const match = '{"method":"GET","path":"/Users"}';
    await fetch(`${server.ready.scimUrl}/Users`, {
      headers: { Authorization: `Bearer ${server.ready.token}` },
    });

    assert.partialDeepStrictEqual(await ask(['countRequests', '--match', match]), { count: 1 });
  });

  test('sends a file in and gets one out', async () => {
    const file = path.join(folder, 'people.jsonl');
    const out = path.join(folder, 'out.csv');
    writeFileSync(file, '{"userName":"one"}\n{"userName":"two"}\n');
    await ask(['setUpTenant', '--slug', 'files']);

    await ask(['import-resources', '--tenant', 'files', '--format', 'jsonl', '--body', file]);
    await ask(['waitForResources', '--tenant', 'files', '--resourceType', 'User', '--count', '2']);
    const { code } = await run([
      'exportResources',
      '--tenant',
      'files',
      '--format',
      'csv',
      '--out',
      out,
    ]);

    assert.equal(code, 0);
    assert.match(readFileSync(out, 'utf8'), /userName[\s\S]*one[\s\S]*two/);
  });

  test('exits with 3 after a wait in vain, with 1 after a refusal', async () => {
    const wait = await run(['waitForRequests', '--since', '1000000', '--timeoutMs', '1']);
    const refused = await run(['getRequest', '--id', '999999']);

    assert.equal(wait.code, 3);
    assert.match(wait.out, /"kind": "not-seen"/);
    assert.equal(refused.code, 1);
    assert.match(refused.error, /no request 999999/);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['getStatuss'], /There is no command "getStatuss"/],
    ['part of a command', ['snapshot'], /Is it .*Snapshot/],
    ['an unknown flag', ['getStatus', '--colour', 'red'], /Unknown option '--colour'/],
    ['a missing parameter', ['getRequest'], /--id must be given/],
    ['what should be JSON', ['countRequests', '--match', 'GET'], /--match must be JSON/],
    ['a body that is no JSON', ['setUpTenant', '--body', '{'], /The body is not JSON/],
    ['a file that is not there', ['setUpTenant', '--body', 'none.json'], /none\.json/],
    ['an address without its key', ['getStatus', '--url', 'http://x'], /belong together/],
    ['a folder where nothing runs', ['getStatus', '--data-dir', 'none'], /No server runs on/],
  ];
  for (const [title, args, message] of wrong) {
    test(`exits with 2 for ${title}`, async () => {
      const { code, out, error } = await run(args);

      assert.deepEqual([code, out], [2, '']);
      assert.match(error, message);
      assert.equal(error.trimEnd().split('\n').length, 1);
    });
  }
});

describe('The help', () => {
  test('lists every command', async () => {
    const { code, out } = await run(['--help']);

    assert.equal(code, 0);
    for (const name of Object.keys(adminRoutes)) assert.match(out, new RegExp(`^  ${name} `, 'm'));
  });

  test('tells the flags of a command, with what is usual and what must be', async () => {
    const { out } = await run(['queueResponse', '--help']);

    assert.match(out, /^Queue response: POST \/api\/tenants\/:tenant\/next-responses$/m);
    assert.match(out, /--tenant string +usually default$/m);
    assert.match(out, /--status integer +of the body$/m);
    assert.match(out, /--match JSON +of the body; usually \{\}; members: method, path, /);
  });

  test('writes the OpenAPI document without a server', async () => {
    const { out } = await run(['openapi'], { env: { SCIM_MOCK_DATA_DIR: folder } });

    assert.partialDeepStrictEqual(JSON.parse(out), { openapi: '3.1.0' });
  });
});

describe('The file that announces a server', () => {
  test('is for its owner only, and goes with the server', async () => {
    const other = path.join(folder, 'other');
    const file = path.join(other, 'running-server.json');
    const started = await startHeadless({ dataDir: other });

    const announced = RunningServerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { mode } = statSync(file);
    await started.stop();

    assert.deepEqual(announced, {
      pid: started.child.pid,
      adminUrl: started.ready.adminUrl,
      adminKey: started.ready.adminKey,
    });
    if (process.platform !== 'win32') assert.equal(mode & 0o777, 0o600);
    assert.throws(() => readFileSync(file), /ENOENT/);
  });

  test('of a server that has died leads nowhere', async () => {
    const other = path.join(folder, 'died');
    const started = await startHeadless({ dataDir: other });
    started.child.kill('SIGKILL');
    await new Promise((resolve) => void started.child.once('exit', resolve));

    const { code, error } = await run(['getStatus', '--data-dir', other]);

    assert.equal(code, 2);
    assert.match(error, /No server runs on/);
  });
});
