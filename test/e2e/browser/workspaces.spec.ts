// What the browser keeps for a workspace: its layout, and what has happened in this window.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTenant } from '../../support/start-tenant.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, openAt, test, UI_DIR } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { settingsPage } from '../pages/settings-page.ts';
import { pressEnter } from '../press-enter.ts';

test('two workspaces keep two layouts; the first begins as an earlier version left it', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/,
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-mock-layouts-'));
  let adminPort = 0;
  async function open(name: string, route: string) {
    const dataDir = path.join(folder, name);
    const server = await startTenant({ uiDir: UI_DIR, dataDir, adminPort });
    adminPort = Number(new URL(server.adminUrl).port);
    await openAt(page, server, route);
    return {
      async close() {
        await page.goto('about:blank');
        await server.close();
      },
    };
  }
  const expand = page.getByRole('button', { name: 'Expand the sidebar', exact: true });
  const collapse = page.getByRole('button', { name: 'Collapse the sidebar', exact: true });
  const heading = (name: string) => page.getByRole('columnheader', { name, exact: true });

  try {
    await page.addInitScript(() => {
      const isApp = location.protocol === 'http:';
      if (!isApp || localStorage.getItem('scim-mock-tenant.layout') !== null) return;
      localStorage.setItem('scim-mock-tenant.sidebar-collapsed', 'true');
    });
    const first = await open('first', '/users');
    await expect(expand).toBeVisible();
    await pressEnter(page.getByRole('button', { name: 'Columns' }));
    await page.getByRole('checkbox', { name: 'Department' }).press('Space');
    await page.keyboard.press('Escape');
    const withDepartment = await heading('Department').count();
    await first.close();

    const second = await open('second', '/users');
    await expect(expand).toBeVisible();
    await expect(heading('Department')).toHaveCount(withDepartment);
    await pressEnter(expand);
    await expect(collapse).toBeVisible();
    await second.close();

    const again = await open('first', '/users');
    await expect(expand).toBeVisible();
    await page.reload();
    await expect(expand).toBeVisible();
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('Activity is there after a reload, of this workspace alone', async ({ openApp, tenant }) => {
  const page = await openApp('/requests');
  const activity = page.getByRole('contentinfo').getByRole('button', { name: /^Activity/ });
  await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
  await expect(activity).toHaveText(/1 new/);

  await page.reload();

  await expect(activity).toHaveText(/1 new/);
  await pressEnter(activity);
  const list = page.getByRole('dialog', { name: 'Activity' });
  await expect(list.getByRole('listitem')).toHaveText(/The tenant other was created/);
  await expectAccessible(page);
  await pressEnter(list.getByRole('button', { name: 'Clear' }));
  await page.reload();
  await pressEnter(activity);
  await expect(list).toContainText('Nothing yet');
});

test('an almost full disk is told with what makes room; the admin key is kept and rotated, by keyboard', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|401 \(Unauthorized\)/);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-mock-preferences-'));
  const server = await startTenant({ uiDir: UI_DIR, dataDir });
  const { setting, search, reset } = settingsPage(page);
  try {
    await openAt(page, server, '/settings?find=disk');
    const field = setting('Warn of a disk with less than').getByRole('textbox');
    await field.fill('90000000');
    await field.press('Enter');
    await expect(reset('Warn of a disk with less than')).toContainText('Reset to 500 MB free');
    const banner = page.getByRole('status').filter({ hasText: 'The disk is almost full.' });
    await expect(banner).toContainText(dataDir);
    await expectAccessible(page);
    await pressEnter(banner.getByRole('button', { name: 'Look again' }));
    await expect(appFrame(page).notifications).toContainText('which is still low');
    await pressEnter(banner.getByRole('link', { name: 'Keep fewer requests' }));
    await expect(setting('Keep at most')).toBeVisible();
    await server.admin('changeSettings', {
      body: { 'server.lowDiskMegabytes': 0, 'general.theme': 'dark' },
    });
    await expect(banner).toHaveCount(0);

    await search.fill('admin key');
    await setting('Keep the admin key').getByRole('switch').press('Space');
    await expect(
      page.getByText(`The key is kept in ${path.join(dataDir, 'admin-key')}`),
    ).toBeVisible();
    await expectAccessible(page);
    await pressEnter(page.getByRole('button', { name: 'Rotate the admin key…' }));
    const dialog = page.getByRole('alertdialog', { name: 'Rotate the admin key?' });
    await expectAccessible(page);
    await pressEnter(dialog.getByRole('button', { name: 'Rotate it' }));
    await expect(appFrame(page).notifications).toContainText('The admin key was rotated');

    const { status } = await server.callAdmin('GET', '/api/status');
    expect(status).toBe(401);
    await page.reload();
    await expect(setting('Keep the admin key').getByRole('switch')).toBeChecked();
  } finally {
    await page.goto('about:blank');
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
