// Whether SCIM requests are served, seen and changed from the title bar, by keyboard; and a disk that takes no more.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { fillTenant } from '../../support/fill-tenant.ts';
import { startLimited } from '../../support/start-limited.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, openAt, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { palette, tenantMenu } from '../pages/palette.ts';
import { pressEnter } from '../press-enter.ts';

function stateOf(page: Page) {
  return page.getByRole('banner').getByRole('button', { name: /^Server:/ });
}

async function choose(page: Page, entry: string): Promise<void> {
  await pressEnter(stateOf(page));
  await pressEnter(page.getByRole('menuitem', { name: entry }));
}

test('serving is stopped, started, paused and resumed by keyboard, and every window follows', async ({
  tenant,
  openApp,
  context,
}) => {
  const page = await openApp();
  const other = await context.newPage();
  await openAt(other, tenant);
  const ask = () => tenant.scim('GET', '/Users').then(({ status }) => status);

  await page.keyboard.press('Control+Shift+S');
  await expect(stateOf(page)).toHaveText('Stopped');
  await expect(stateOf(other)).toHaveText('Stopped');
  await expect(page.getByRole('status').filter({ hasText: 'Serving is stopped.' })).toBeVisible();
  await expect(ask()).rejects.toThrow(/ECONNREFUSED/);
  await expectAccessible(page);
  await choose(page, 'Start serving');
  await expect(stateOf(other)).toHaveText('Serving');
  expect(await ask()).toBe(200);

  await page.keyboard.press('Control+k');
  await palette(page).field.fill('pause serving');
  await page.keyboard.press('Enter');
  await expect(stateOf(page)).toHaveText('Paused');
  expect(await ask()).toBe(503);
  await expectAccessible(page);
  await pressEnter(page.getByRole('button', { name: 'Resume serving' }));
  await expect(stateOf(other)).toHaveText('Serving');
  expect(await ask()).toBe(200);
});

test('a port that is taken is told with who has it, and the next free one serves', async ({
  tenant,
  openApp,
  expectedMessages,
}) => {
  expectedMessages.push(/409/);
  const page = await openApp();
  const port = Number(new URL(tenant.scimUrl).port);
  await choose(page, 'Stop serving');
  await expect(stateOf(page)).toHaveText('Stopped');
  const stranger = createServer().listen(port, '127.0.0.1');
  await once(stranger, 'listening');

  await choose(page, 'Start serving');
  const alert = page.getByRole('alert').filter({ hasText: `Port ${port} is in use by` });
  await expect(alert).toContainText(`(process ${process.pid})`);
  await expect(stateOf(page)).toHaveText('Port in use');
  await expectAccessible(page);
  await pressEnter(alert.getByRole('button', { name: 'Use the next free port' }));

  await expect(stateOf(page)).toHaveText('Serving');
  await expect(page.getByRole('banner')).not.toContainText(`:${port}/`);
  const { tenantUrl } = await tenant.admin('getConnection');
  await expect(page.getByRole('banner')).toContainText(tenantUrl);
  stranger.close();
});

test('one tenant is paused while the others are served', async ({ tenant, openApp }) => {
  await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
  const page = await openApp('/?tenant=other');

  await choose(page, 'Pause this tenant');

  await expect(stateOf(page)).toHaveText('Tenant paused');
  expect((await tenant.scim('GET', '/Users')).status).toBe(200);
  expect((await tenant.ask('GET', '/t/other/scim/v2/Users')).status).toBe(503);
  await tenantMenu(page).button.click();
  await expect(tenantMenu(page).item(/^Other/)).toContainText('Tenant paused');
  await expect(tenantMenu(page).item(/^My SCIM app/)).toContainText('Serving');
  await page.keyboard.press('Escape');
  await pressEnter(page.getByRole('button', { name: 'Resume this tenant' }));
  await expect(stateOf(page)).toHaveText('Serving');
});

test('a disk that takes no more is told, with what to do, until it takes changes again', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(/50[37]/);
  test.skip(process.platform !== 'linux', 'the limit is a thing of Linux');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-mock-full-'));
  const server = await startLimited(dataDir, '3000');
  try {
    await openAt(page, server.ready);

    const { refusal } = await fillTenant(server.ready);
    const alert = page.getByRole('alert').filter({ hasText: 'Changes are refused with 503' });
    await expect(alert).toContainText(dataDir);
    await expectAccessible(page);
    server.makeRoom();
    await pressEnter(alert.getByRole('button', { name: 'Check again' }));

    await expect(alert).toHaveCount(0);
    await expect(appFrame(page).notifications).toContainText('The database takes changes again');
    expect(refusal.status).toBe(503);
  } finally {
    await page.goto('about:blank'); // else it might see its live feed break off
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
