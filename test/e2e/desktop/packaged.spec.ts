// The packaged application: built with the test hooks, packed by electron-builder, started as a user would.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { buildStale } from '../../../main/launch/build-stale.mjs';
import type { ElectronDist } from '../../../main/launch/electron-dist.mjs';
import { expect, projectRoot, test } from './fixture.ts';

const EXECUTABLE = path.join(projectRoot, 'release-e2e', 'linux-unpacked', 'scim-mock-tenant');
const TOKEN = 'packaged-secret-token';
const ANSWER_MS = 10_000;

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
    const ask = () => askPage(devTools).catch((error: unknown) => String(error));
    await expect.poll(ask, { timeout: 90_000 }).toMatch(/^http/);
    expect(await createAndCount(await askPage(devTools))).toEqual([201, 1]);
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

/** The Tenant URL, as the page of the window learns it with its key; empty until the page shows its navigation. */
const READ_TENANT_URL = `(async () => {
  const isShown = (document.querySelector('nav')?.getClientRects().length ?? 0) > 0;
  const key = Object.values(sessionStorage).find((value) => /^[\\w-]{43}$/.test(value));
  if (!isShown || key === undefined) return '';
  const headers = { Authorization: 'Bearer ' + key };
  const answer = await fetch('/api/tenants/default/connection', { headers });
  return (await answer.json()).tenantUrl;
})()`;

/**
 * One question to the page, in the DevTools protocol itself. Playwright's `connectOverCDP` attaches to every target and
 * waits for each: in a packaged application on a busy machine one of them now and then never answers.
 */
async function askPage(devTools: string): Promise<string> {
  const targets = Targets.parse(await (await fetch(`${devTools}/json/list`)).json());
  const page = targets.find(
    ({ type, url }) => type === 'page' && url.startsWith('http://127.0.0.1:'),
  );
  if (page === undefined) return '';
  const signal = AbortSignal.timeout(ANSWER_MS);
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await once(socket, 'open', { signal });
    const params = { expression: READ_TENANT_URL, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    const [event]: unknown[] = await once(socket, 'message', { signal });
    const { result } = Evaluated.parse(event instanceof MessageEvent ? JSON.parse(event.data) : '');
    return result.result.value;
  } finally {
    socket.close();
  }
}

const Targets = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }),
);
const Evaluated = z.object({ result: z.object({ result: z.object({ value: z.string() }) }) });

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
