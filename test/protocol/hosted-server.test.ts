// The server under a host: the messages of shared/server-messages.ts over the IPC channel of a forked process.
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { FromServer, type ToServer } from '../../shared/server-messages.ts';
import { ServerOptions } from '../../shared/server-options.ts';
import { sendRequest } from '../support/send-request.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'server', 'utility.ts');
const OPTIONS = ServerOptions.parse({ scimPort: 0, adminPort: 0, dataDir: ':memory:' });

describe('a hosted server', () => {
  test('says hello, starts when told, serves, and ends with 0 when told', async (t) => {
    const host = startHosted(t);

    const hello = await host.next();
    host.send({ type: 'start', options: { ...OPTIONS, adminKey: 'k'.repeat(43) } });
    const ready = await host.next();
    assert.equal(ready.type, 'ready');
    const { status } = await sendRequest({
      method: 'GET',
      url: `${ready.ready.adminUrl}/api/status`,
      headers: { Authorization: `Bearer ${'k'.repeat(43)}` },
    });
    host.send({ type: 'shutdown' });

    assert.deepEqual(hello, { type: 'hello', runtime: `node ${process.version}` });
    assert.equal(status, 200);
    assert.equal(await host.ended, 0);
  });

  test('says in one sentence why it cannot start, and stays until told to end', async (t) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    t.after(() => taken.close());
    const address = taken.address();
    const scimPort = typeof address === 'object' && address !== null ? address.port : 0;
    const host = startHosted(t);
    await host.next();

    host.send({ type: 'start', options: { ...OPTIONS, scimPort } });
    const failed = await host.next();
    host.send({ type: 'shutdown' });

    assert.equal(failed.type, 'failed');
    assert.match(failed.message, /^Port \d+ is in use; choose another one with --scim-port\.$/);
    assert.equal(await host.ended, 0);
  });

  test('ends when its host is gone', async (t) => {
    const host = startHosted(t);
    await host.next();
    host.send({ type: 'start', options: OPTIONS });
    await host.next();

    host.child.disconnect();

    assert.equal(await host.ended, 0);
  });

  test('ends before it was started, too', async (t) => {
    const host = startHosted(t);
    await host.next();

    host.send({ type: 'shutdown' });

    assert.equal(await host.ended, 0);
  });
});

interface Host {
  readonly child: ChildProcess;
  readonly send: (message: ToServer) => void;
  readonly next: () => Promise<FromServer>;
  readonly ended: Promise<unknown>;
}

function startHosted(t: TestContext): Host {
  const child = fork(ENTRY, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = once(child, 'exit').then(([code]: unknown[]) => code);
  t.after(() => {
    child.kill('SIGKILL');
    return ended;
  });
  const messages: unknown[] = [];
  let wake: () => void = () => undefined;
  child.on('message', (message) => {
    messages.push(message);
    wake();
  });
  return {
    child,
    ended,
    send: (message) => void child.send(message),
    async next() {
      while (messages.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return FromServer.parse(messages.shift());
    },
  };
}
