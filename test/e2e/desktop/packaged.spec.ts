// The packaged application: built with the test hooks, packed by electron-builder, started as a user would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { buildStale } from '../../../main/launch/build-stale.mjs';
import type { ElectronDist } from '../../../main/launch/electron-dist.mjs';
import { expect, projectRoot, test } from './fixture.ts';

const EXECUTABLE = path.join(projectRoot, 'release-e2e', 'linux-unpacked', 'scim-mock-tenant');
const TOKEN = 'packaged-secret-token';

test('the packaged application starts, shows its UI and serves the tenant', async ({
  electronDist,
}) => {
  test.skip(process.platform !== 'linux', 'the unpacked build is tested on Linux');
  test.setTimeout(240_000);
  await packApplication();
  const userData = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-packaged-'));

  const app = await startPackaged(electronDist, userData);
  const window = await app.firstWindow();
  await window.waitForURL(/^http:\/\/127\.0\.0\.1/);

  const facts = await app.evaluate(({ app: own }) => ({
    name: own.getName(),
    isPackaged: own.isPackaged,
    isInArchive: own.getAppPath().endsWith('app.asar'),
  }));
  expect(facts).toEqual({ name: 'SCIM Mock Tenant', isPackaged: true, isInArchive: true });
  await expect(window.getByRole('navigation').first()).toBeVisible();
  expect(await createAndCount(await readTenantUrl(window))).toEqual([201, 1]);

  await app.close();
  rmSync(userData, { recursive: true, force: true });
});

async function packApplication(): Promise<void> {
  const builds = ['main', 'preload', 'renderer'] as const;
  const request = { root: projectRoot, node: process.execPath, builds, isE2e: true };
  expect(await buildStale(request, () => undefined)).toBe(0);
  const script = path.join(projectRoot, 'main', 'launch', 'package-app.mjs');
  const args = [script, '--dir', '--config', 'electron-builder.e2e.yml'];
  const builder = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  const [code] = await once(builder, 'exit');
  expect(code).toBe(0);
}

function startPackaged(dist: ElectronDist, userData: string): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name.startsWith('SCIM_MOCK_') ? [] : [[name, value]],
  );
  return _electron.launch({
    executablePath: EXECUTABLE,
    args: [`--user-data-dir=${userData}`],
    env: {
      ...Object.fromEntries(inherited),
      SCIM_MOCK_SCIM_PORT: '0',
      SCIM_MOCK_ADMIN_PORT: '0',
      SCIM_MOCK_DATA_DIR: path.join(userData, 'workspace'),
      SCIM_MOCK_TOKEN: TOKEN,
      ...(dist.serverNeedsNode ? { SCIM_MOCK_SERVER_NODE: realpathSync(process.execPath) } : {}),
    },
  });
}

/** Asks the admin API as the page does, with the key that the page holds. */
function readTenantUrl(window: Page): Promise<string> {
  return window.evaluate(async () => {
    const key = Object.values<string>(sessionStorage).find((value) => /^[\w-]{43}$/.test(value));
    const answer = await fetch('/api/tenants/default/connection', {
      headers: { Authorization: `Bearer ${key}` },
    });
    return (await answer.json()).tenantUrl;
  });
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
