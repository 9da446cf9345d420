// The packaged application: built with the test hooks, packed by electron-builder, started as a user would.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { buildStale } from '../../../main/launch/build-stale.mjs';
import type { ElectronDist } from '../../../main/launch/electron-dist.mjs';
import { expect, projectRoot, test } from './fixture.ts';
import { readConnection } from './read-connection.ts';

const EXECUTABLE = path.join(projectRoot, 'release-e2e', 'linux-unpacked', 'scim-mock-tenant');
const TOKEN = 'packaged-secret-token';
const CONNECT_MS = 30_000;

// Playwright's trace and screenshots reach into the page as soon as it is attached. In a packaged application on a busy
// machine that has kept the connection itself from ever being ready.
test.use({ trace: 'off', screenshot: 'off' });

test('the packaged application starts, shows its UI and serves the tenant', async ({
  electronDist,
}) => {
  test.skip(process.platform !== 'linux', 'the unpacked build is tested on Linux');
  test.setTimeout(240_000);
  await packApplication();
  const userData = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-packaged-'));

  const app = startPackaged(electronDist, userData);
  const exited = once(app, 'exit');
  try {
    const devTools = await readDevToolsOrigin(app);
    await expect.poll(() => showsUi(devTools), { timeout: 60_000 }).toBe(true);
    const browser = await connect(devTools);
    const window = browser.contexts()[0]?.pages()[0];
    if (window === undefined) throw new Error('The packaged application has no window');

    await expect(window.getByRole('navigation').first()).toBeVisible();
    expect(await createAndCount((await readConnection(window)).tenantUrl)).toEqual([201, 1]);

    await browser.close();
  } finally {
    app.kill('SIGTERM');
    await exited;
  }
  rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function packApplication(): Promise<void> {
  const builds = ['main', 'preload', 'renderer'] as const;
  const request = { root: projectRoot, node: process.execPath, builds, isE2e: true };
  expect(await buildStale(request, () => undefined)).toBe(0);
  const script = path.join(projectRoot, 'main', 'launch', 'package-app.mjs');
  const args = [script, '--dir', '--config', 'electron-builder.e2e.yml'];
  const builder = spawn(process.execPath, args, { cwd: projectRoot });
  let printed = '';
  for (const stream of [builder.stdout, builder.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  const [code] = await once(builder, 'close');
  expect(code, printed).toBe(0);
}

/** Started by itself and looked at over the DevTools port: a released binary cannot be attached to in another way. */
function startPackaged(dist: ElectronDist, userData: string): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SCIM_MOCK_'));
  return spawn(
    EXECUTABLE,
    ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${userData}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...Object.fromEntries(inherited),
        SCIM_MOCK_SCIM_PORT: '0',
        SCIM_MOCK_ADMIN_PORT: '0',
        SCIM_MOCK_DATA_DIR: path.join(userData, 'workspace'),
        SCIM_MOCK_TOKEN: TOKEN,
        ...(dist.serverNeedsNode ? { SCIM_MOCK_SERVER_NODE: realpathSync(process.execPath) } : {}),
      },
    },
  );
}

async function readDevToolsOrigin(app: ChildProcess): Promise<string> {
  let seen = '';
  for await (const chunk of app.stderr ?? []) {
    seen += String(chunk);
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(seen)?.[1];
    if (port !== undefined) {
      app.stderr?.resume();
      return `http://127.0.0.1:${port}`;
    }
  }
  throw new Error(`The packaged application ended early: ${seen}`);
}

/** Attaching before the window has its page disturbs the page's first load. */
async function showsUi(devTools: string): Promise<boolean> {
  const targets = await (await fetch(`${devTools}/json/list`)).text();
  return targets.includes('"url": "http://127.0.0.1:');
}

/** Once more where the first connection did not come about in time; it is given up by then. */
async function connect(devTools: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(devTools, { timeout: CONNECT_MS });
  } catch {
    return chromium.connectOverCDP(devTools, { timeout: CONNECT_MS });
  }
}

async function createAndCount(tenantUrl: string): Promise<readonly unknown[]> {
  const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/scim+json' };
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'ada@contoso.test',
  });
  const created = await fetch(`${tenantUrl}/Users`, { method: 'POST', headers, body });
  const listed = await fetch(`${tenantUrl}/Users`, { headers });
  return [created.status, (await listed.json()).totalResults];
}
