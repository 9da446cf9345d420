// A workspace on disk: who may open it, and what is said when it cannot be opened.
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { systemClock } from '../../main/base/clock.ts';
import { openStore } from '../../main/store/open-store.ts';
import { isStoreOpenError } from '../../main/store/store-open-error.ts';

describe('openStore', () => {
  test('makes the folder for its user alone', { skip: process.platform === 'win32' }, (t) => {
    const dataDir = join(makeFolder(t), 'new', 'workspace');

    openStore({ dataDir, clock: systemClock }).close();

    assert.equal(statSync(dataDir).mode & 0o777, 0o700);
    assert.equal(statSync(join(dataDir, 'workspace.db')).mode & 0o777, 0o600);
  });

  test('keeps what was stored when it is opened again', (t) => {
    const dataDir = makeFolder(t);
    const first = openStore({ dataDir, clock: systemClock });
    first.tenants.create({ slug: 'default', name: 'My SCIM app', secretToken: 'secret' });
    const stored = first.tenants.list();
    first.close();

    const second = openStore({ dataDir, clock: systemClock });
    t.after(() => second.close());

    assert.deepEqual(second.tenants.list(), stored);
  });

  test('leaves no file for :memory:', (t) => {
    const before = readdirSync('.');

    const store = openStore({ dataDir: ':memory:', clock: systemClock });
    t.after(() => store.close());

    assert.deepEqual(readdirSync('.'), before);
  });

  test('runs SQLite with WAL, so that a 2xx answer survives the process', (t) => {
    const dataDir = makeFolder(t);
    const store = openStore({ dataDir, clock: systemClock });
    t.after(() => store.close());

    const reader = new SQLite(join(dataDir, 'workspace.db'), { readonly: true });
    t.after(() => reader.close());

    assert.equal(reader.pragma('journal_mode', { simple: true }), 'wal');
  });

  test('takes back everything when the work of a transaction throws', (t) => {
    const store = openStore({ dataDir: ':memory:', clock: systemClock });
    t.after(() => store.close());

    assert.throws(() =>
      store.transaction(() => {
        store.tenants.create({ slug: 'default', name: 'Lost', secretToken: 'secret' });
        throw new Error('stop');
      }),
    );

    assert.deepEqual(store.tenants.list(), []);
  });
});

describe('a data directory that is in use', () => {
  test('is refused at once, and free again when the first has closed it', (t) => {
    const dataDir = makeFolder(t);
    const first = openStore({ dataDir, clock: systemClock });

    const refusal = codeOf(() => openStore({ dataDir, clock: systemClock }));
    first.close();
    openStore({ dataDir, clock: systemClock }).close();

    assert.equal(refusal, 'locked');
  });

  test('is refused across processes, and free again after kill -9', async (t) => {
    const dataDir = makeFolder(t);
    const child = spawnHolder(t, dataDir);
    await once(child.stdout, 'data');

    const refusal = codeOf(() => openStore({ dataDir, clock: systemClock }));
    child.kill('SIGKILL');
    await once(child, 'exit');
    openStore({ dataDir, clock: systemClock }).close();

    assert.equal(refusal, 'locked');
  });
});

describe('a data directory that cannot be used', () => {
  test('is named when it is a file', (t) => {
    const file = join(makeFolder(t), 'file');
    writeFileSync(file, '');

    assert.throws(() => openStore({ dataDir: file, clock: systemClock }), {
      name: 'StoreOpenError',
      code: 'unreadable',
      message: /^The data directory ".*file" cannot be used: /,
    });
  });

  test('is refused when its workspace is no database', (t) => {
    const dataDir = makeFolder(t);
    writeFileSync(
      join(dataDir, 'workspace.db'),
      'not a database, but longer than a header '.repeat(9),
    );

    assert.equal(
      codeOf(() => openStore({ dataDir, clock: systemClock })),
      'unreadable',
    );
  });

  test('is refused when its workspace is a database of another program', (t) => {
    const dataDir = makeFolder(t);
    const other = new SQLite(join(dataDir, 'workspace.db'));
    other.exec('create table bookmarks (url text)');
    other.close();

    assert.throws(() => openStore({ dataDir, clock: systemClock }), {
      code: 'unreadable',
      message: /is a database of another program/,
    });
  });

  test('lets go of the lock when it is refused', (t) => {
    const dataDir = makeFolder(t);
    writeFileSync(join(dataDir, 'workspace.db'), 'x'.repeat(200));
    codeOf(() => openStore({ dataDir, clock: systemClock }));
    rmSync(join(dataDir, 'workspace.db'));

    openStore({ dataDir, clock: systemClock }).close();
  });
});

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'scim-store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function codeOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (isStoreOpenError(error)) return error.code;
    throw error;
  }
  return 'opened';
}

function spawnHolder(t: TestContext, dataDir: string) {
  const url = (path: string) => JSON.stringify(new URL(`../../main/${path}`, import.meta.url).href);
  const script = `
    import { openStore } from ${url('store/open-store.ts')};
    import { systemClock } from ${url('base/clock.ts')};
    globalThis.store = openStore({ dataDir: ${JSON.stringify(dataDir)}, clock: systemClock });
    setInterval(() => {}, 60_000);
    console.log('open');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  return child;
}
