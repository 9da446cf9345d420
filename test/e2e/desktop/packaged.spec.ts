// The packaged application: built with the test hooks, packed by electron-builder, started as a user would.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from '../../../main/launch/build-stale.mjs';
import type { ElectronDist } from '../../../main/launch/electron-dist.mjs';
import { RUNNING_SERVER_FILE, RunningServerFile } from '../../../shared/running-server.ts';
import { expect, projectRoot, test } from './fixture.ts';

const EXECUTABLE = path.join(projectRoot, 'release-e2e', 'linux-unpacked', 'scim-mock-tenant');
const TOKEN = 'packaged-secret-token';
const LABEL = 'Packaged';

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
    const server = await findServer(path.join(userData, 'workspace'));

    await callAdmin(server, 'PATCH', '/api/settings', { 'general.instanceLabel': LABEL });
    await expect
      .poll(() => readTitles(devTools), { timeout: 60_000 })
      .toContain(`${LABEL} · SCIM Mock Tenant`);
    const { tenantUrl } = await callAdmin(server, 'GET', '/api/tenants/default/connection');
    expect(await createAndCount(tenantUrl)).toEqual([201, 1]);
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

/** Its address and key, as the app leaves them in the folder of the workspace for other programs. */
async function findServer(dataDir: string): Promise<RunningServerFile> {
  const file = path.join(dataDir, RUNNING_SERVER_FILE);
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
  return RunningServerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

async function callAdmin(
  { adminUrl, adminKey }: RunningServerFile,
  ...[method, route, body]: readonly [string, string, object?]
) {
  const answer = await fetch(adminUrl + route, {
    method,
    headers: { Authorization: `Bearer ${adminKey}`, 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

/**
 * The page of the window writes the label of the instance into its title once it runs and has heard of it. Nothing is
 * attached to it: on a busy machine an attached page now and then never came to the end of its first load.
 */
async function readTitles(devTools: string): Promise<readonly string[]> {
  const targets: readonly { readonly title: string }[] = await (
    await fetch(`${devTools}/json/list`)
  ).json();
  return targets.map(({ title }) => title);
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
