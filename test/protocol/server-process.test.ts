// The headless server as a process: its ready line, its end, and what keeps it from starting.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { ReadyEvent } from '../../shared/server-options.ts';
import { runServer, type ServerRun } from '../support/run-server.ts';
import { sendRequest } from '../support/send-request.ts';

const MEMORY = ['--data-dir', ':memory:'];

describe('a server that is ready', () => {
  test('prints exactly one JSON line on stdout with --json, and its log on stderr', async (t) => {
    const run = runServer(t, ['--json', ...MEMORY, '--token', 'a-token-for-this-test']);
    const ready = await readReady(run);

    await listUsers(ready);
    run.kill('SIGTERM');
    const { code } = await run.ended;

    assert.equal(code, 0);
    assert.equal(run.stdout().split('\n').length, 2);
    assert.equal(ready.token, 'a-token-for-this-test');
    assert.equal(ready.uiUrl, `${ready.adminUrl}/#key=${ready.adminKey}`);
    for (const line of run.stderr().trim().split('\n')) assert.ok(JSON.parse(line));
    assert.equal(run.stderr().includes('a-token-for-this-test'), false);
  });

  test('prints what a person needs without --json', async (t) => {
    const run = runServer(t, MEMORY);

    await run.printed('Press Ctrl+C to stop.');

    assert.match(run.stdout(), /Tenant URL +http:\/\/127\.0\.0\.1:\d+\/scim\/v2\n/);
    assert.match(run.stdout(), /Secret Token +[\w-]{43}\n/);
    assert.match(run.stdout(), /Open the UI +http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}\n/);
  });

  test('takes its settings from the environment', async (t) => {
    const env = {
      SCIM_MOCK_JSON: '1',
      SCIM_MOCK_DATA_DIR: ':memory:',
      SCIM_MOCK_TOKEN: 'from-env',
    };

    const ready = await readReady(runServer(t, [], env));

    assert.equal(ready.token, 'from-env');
  });

  test('goes on when nobody reads its output any more', async (t) => {
    const run = runServer(t, ['--json', ...MEMORY]);
    const ready = await readReady(run);

    run.closeStdout();

    assert.equal(await listUsers(ready), 200);
  });

  test('keeps token and resources from one start to the next; --token replaces the token', async (t) => {
    const dataDir = makeFolder(t);
    const first = runServer(t, ['--json', '--data-dir', dataDir]);
    const before = await readReady(first);
    await createUser(before, 'ada');
    first.kill('SIGINT');
    assert.equal((await first.ended).code, 0);

    const second = runServer(t, ['--json', '--data-dir', dataDir]);
    const after = await readReady(second);
    const names = await readNames(after);
    second.kill('SIGTERM');
    await second.ended;
    const third = await readReady(
      runServer(t, ['--json', '--data-dir', dataDir, '--token', 'new']),
    );

    assert.equal(after.token, before.token);
    assert.notEqual(after.adminKey, before.adminKey);
    assert.deepEqual(names, ['ada']);
    assert.equal(third.token, 'new');
  });
});

describe('a server that is asked to stop', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`by ${signal} answers the request that is on its way, then exits 0`, async (t) => {
      const dataDir = makeFolder(t);
      const run = runServer(t, ['--json', '--data-dir', dataDir]);
      const ready = await readReady(run);
      const upload = beginUpload(ready);
      await upload.sent;

      run.kill(signal);
      await refused(ready);
      const status = await upload.finish();
      const { code } = await run.ended;

      assert.deepEqual([status, code], [201, 0]);
      const again = await readReady(runServer(t, ['--json', '--data-dir', dataDir]));
      assert.deepEqual(await readNames(again), ['slow']);
    });
  }

  test('by SIGKILL has lost nothing that it had acknowledged', async (t) => {
    const dataDir = makeFolder(t);
    const run = runServer(t, ['--json', '--data-dir', dataDir]);
    const ready = await readReady(run);
    const acknowledged: string[] = [];
    const worker = async (name: string) => {
      for (let n = 0; n < 500; n += 1) {
        await createUser(ready, `${name}${n}`);
        acknowledged.push(`${name}${n}`);
        if (acknowledged.length === 60) run.kill('SIGKILL');
      }
    };

    await Promise.allSettled(['a', 'b', 'c', 'd'].map(worker));

    const again = await readReady(runServer(t, ['--json', '--data-dir', dataDir]));
    const stored = new Set(await readNames(again));
    assert.ok(acknowledged.length >= 60 && acknowledged.length < 2000);
    assert.deepEqual(
      acknowledged.filter((name) => !stored.has(name)),
      [],
    );
    assert.ok((await countRequests(again)) >= acknowledged.length);
  });
});

describe('a server that cannot start says why in one sentence and exits 2', () => {
  test('when its data directory is in use', async (t) => {
    const dataDir = makeFolder(t);
    await readReady(runServer(t, ['--json', '--data-dir', dataDir]));

    await expectRefusal(runServer(t, ['--json', '--data-dir', dataDir]), /in use by another/);
  });

  for (const flag of ['--scim-port', '--admin-port']) {
    test(`when ${flag} names a port that is taken`, async (t) => {
      const port = await takePort(t);

      await expectRefusal(
        runServer(t, [...MEMORY, flag, String(port)]),
        new RegExp(`^Port ${port} is in use; choose another one with ${flag}\\.$`),
      );
    });
  }

  test('when its data directory is a file', async (t) => {
    const file = path.join(makeFolder(t), 'file');
    writeFileSync(file, '');

    await expectRefusal(
      runServer(t, ['--data-dir', file]),
      /^The data directory ".*" cannot be used/,
    );
  });

  test('when its workspace is not a database', async (t) => {
    const dataDir = makeFolder(t);
    writeFileSync(path.join(dataDir, 'workspace.db'), 'x'.repeat(10_000));

    await expectRefusal(
      runServer(t, ['--data-dir', dataDir]),
      /^The data directory ".*" cannot be used/,
    );
  });

  test('when a flag is unknown', async (t) => {
    await expectRefusal(runServer(t, ['--nope']), /'--nope'.*--help lists the flags\.$/);
  });

  test('and --help says on stdout what there is, and exits 0', async (t) => {
    const run = runServer(t, ['--help']);

    assert.equal((await run.ended).code, 0);
    assert.match(run.stdout(), /--scim-port N .*\n/);
    assert.equal(run.stderr(), '');
  });
});

async function readReady(run: ServerRun): Promise<ReadyEvent> {
  await run.printed('\n');
  return ReadyEvent.parse(JSON.parse(run.stdout()));
}

async function expectRefusal(run: ServerRun, sentence: RegExp): Promise<void> {
  const { code } = await run.ended;
  const lines = run.stderr().trim().split('\n');
  assert.deepEqual([code, run.stdout(), lines.length], [2, '', 1], run.stderr());
  assert.match(lines[0] ?? '', sentence);
}

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-process-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function takePort(t: TestContext): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listUsers({ scimUrl, token }: ReadyEvent): Promise<number> {
  const headers = { Authorization: `Bearer ${token}` };
  return (await sendRequest({ method: 'GET', url: `${scimUrl}/Users`, headers })).status;
}

async function createUser({ scimUrl, token }: ReadyEvent, userName: string): Promise<void> {
  const { status, text } = await sendRequest({
    method: 'POST',
    url: `${scimUrl}/Users`,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
    body: JSON.stringify({ userName }),
  });
  if (status !== 201) throw new Error(text);
}

async function readNames({ scimUrl, token }: ReadyEvent): Promise<readonly string[]> {
  const { text } = await sendRequest({
    method: 'GET',
    url: `${scimUrl}/Users?count=1000&attributes=userName`,
    headers: { Authorization: `Bearer ${token}` },
  });
  return [...text.matchAll(/"userName":"([^"]+)"/g)].map(([, name]) => name ?? '');
}

async function countRequests({ adminUrl, adminKey }: ReadyEvent): Promise<number> {
  const { text } = await sendRequest({
    method: 'GET',
    url: `${adminUrl}/api/requests?limit=1`,
    headers: { Authorization: `Bearer ${adminKey}` },
  });
  return Number(/"total":(\d+)/.exec(text)?.[1]);
}

/** A POST of which the server has seen the head and a part of the body. */
function beginUpload({ scimUrl, token }: ReadyEvent) {
  const body = JSON.stringify({ userName: 'slow' });
  const outgoing = request(`${scimUrl}/Users`, {
    method: 'POST',
    agent: false,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/scim+json',
      'Content-Length': body.length,
      Expect: '100-continue',
    },
  });
  // The server says "continue" when it has taken the request in.
  const sent = once(outgoing, 'continue').then(() => outgoing.write(body.slice(0, 5)));
  outgoing.flushHeaders();
  async function finish(): Promise<number | undefined> {
    const answered = once(outgoing, 'response');
    outgoing.end(body.slice(5));
    const [answer]: { statusCode?: number }[] = await answered;
    return answer?.statusCode;
  }
  return { sent, finish };
}

/** Resolves when no new connection is taken any more. */
async function refused(ready: ReadyEvent): Promise<void> {
  for (;;) {
    try {
      await listUsers(ready);
    } catch {
      return;
    }
  }
}
