// The bootstrap's processes, for real: what it passes on, and that signals and exit codes come through.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { canOpenBrowser, hasDisplay } from '../../main/launch/start-app.mjs';
import { withLock } from '../../main/launch/with-lock.mjs';

const LAUNCH = path.join(import.meta.dirname, '..', '..', 'main', 'launch');

/** Ends well when it was asked once, badly when twice. */
const DRAINING_CHILD = `let asked = 0;
  process.on('SIGTERM', () => {
    asked += 1;
    console.log('asked ' + asked);
    setTimeout(() => process.exit(asked === 1 ? 0 : 9), 50);
  });
  setInterval(() => {}, 1000);
  console.log('up');`;

describe('The bootstrap', () => {
  test('refuses an unknown command with one sentence and exit code 2', async () => {
    const child = spawn(process.execPath, [path.join(LAUNCH, 'launch.mjs'), 'toString']);

    const [code, stdout, stderr] = await Promise.all([
      exitOf(child),
      textOf(child.stdout),
      textOf(child.stderr),
    ]);

    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^scim-mock-tenant: unknown command "toString"; there is start, .*\n$/);
  });

  test('passes the exit code of its child on', async () => {
    assert.equal(await exitOf(spawnRelay('process.exit(7)')), 7);
  });

  test('says with 127 that a program cannot be started', async () => {
    const child = spawnRelay('', '/nowhere/node');

    assert.equal(await exitOf(child), 127);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`passes ${signal} on once, so that a child that drains ends by itself`, async () => {
      const relay = spawnRelay(DRAINING_CHILD);
      await lineOf(relay, 'up');

      relay.kill(signal);
      await lineOf(relay, 'asked 1');
      relay.kill(signal);

      assert.equal(await exitOf(relay), 0);
    });
  }

  test(
    'takes the end of the shell that npm started us with as the wish to stop',
    { skip: process.platform === 'win32' && 'Windows has no such shell' },
    async (t) => {
      const relay = relayModule(DRAINING_CHILD);
      const shell = spawn(
        'sh',
        ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, relay.text],
        {
          env: { ...process.env, npm_lifecycle_event: 'serve' },
        },
      );
      t.after(relay.remove);
      await lineOf(shell, 'up');

      shell.kill('SIGKILL');

      await lineOf(shell, 'asked 1');
    },
  );
});

describe('A lock', () => {
  test('lets one in after the other', async () => {
    const name = `test:${process.pid}:order`;
    const seen: string[] = [];
    const work = (id: string) => async () => {
      seen.push(`${id} in`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${id} out`);
    };

    await Promise.all([
      withLock(name, () => undefined, work('a')),
      withLock(name, () => undefined, work('b')),
    ]);

    assert.deepEqual(seen, ['a in', 'a out', 'b in', 'b out']);
  });

  test('of a holder that was killed is taken over', async (t) => {
    const name = `test:${process.pid}:killed`;
    const module = JSON.stringify(path.join(LAUNCH, 'with-lock.mjs'));
    const holder = spawnModule(
      `import { withLock } from ${module};
       await withLock(${JSON.stringify(name)}, () => {}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)); });`,
    );
    t.after(() => holder.kill('SIGKILL'));
    await lineOf(holder, 'held');
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    assert.equal(
      await withLock(
        name,
        () => undefined,
        async () => 'mine',
      ),
      'mine',
    );
  });
});

describe('npm start', () => {
  test('needs DISPLAY or WAYLAND_DISPLAY on Linux only', () => {
    assert.deepEqual(
      [
        hasDisplay({}, 'linux'),
        hasDisplay({ DISPLAY: '' }, 'linux'),
        hasDisplay({ DISPLAY: ':0' }, 'linux'),
        hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'),
        hasDisplay({}, 'darwin'),
        hasDisplay({}, 'win32'),
      ],
      [false, false, true, true, true, true],
    );
  });

  test('opens a browser where one can be, unless told not to', () => {
    assert.deepEqual(
      [
        canOpenBrowser({}, 'darwin'),
        canOpenBrowser({}, 'win32'),
        canOpenBrowser({ DISPLAY: ':0' }, 'linux'),
        canOpenBrowser({}, 'linux'),
        canOpenBrowser({ CI: 'true', DISPLAY: ':0' }, 'linux'),
        canOpenBrowser({ SCIM_MOCK_OPEN: '0' }, 'darwin'),
      ],
      [true, true, true, false, false, false],
    );
  });
});

/** A process that does nothing but `runChild` of a script. */
function spawnRelay(script: string, node = process.execPath): ChildProcess {
  const { text, remove } = relayModule(script, node);
  const relay = spawnModule(text);
  relay.once('exit', remove);
  return relay;
}

function relayModule(
  script: string,
  node = process.execPath,
): { text: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-relay-'));
  const file = path.join(folder, 'child.mjs');
  writeFileSync(file, script);
  const module = JSON.stringify(path.join(LAUNCH, 'run-child.mjs'));
  const text = `import { runChild } from ${module};
     process.exitCode = await runChild(${JSON.stringify(node)}, [${JSON.stringify(file)}], {});`;
  return { text, remove: () => rmSync(folder, { recursive: true }) };
}

function spawnModule(text: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', text]);
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  const [code]: unknown[] = await once(child, 'exit');
  return code;
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

function lineOf(child: ChildProcess, line: string): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += String(chunk);
      if (text.split('\n').includes(line)) resolve();
    });
  });
}
