// The pictures of the README, taken from the running app: a server in this process, the Entra story played against it,
// the built UI in Chromium. `npm run screenshots` writes them into renderer/assets/screenshots.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ENTRA_STORY } from '../support/entra-story.ts';
import { findChromium } from '../support/find-chromium.ts';
import { playWholeStory } from '../support/play-story.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const FOLDER = path.join(ROOT, 'renderer', 'assets', 'screenshots');
const UI_DIR = process.env['SCIM_MOCK_TEST_UI_DIR'] ?? path.join(ROOT, 'dist', 'renderer');

const tenant = await startTenant({ uiDir: UI_DIR, adminPort: 0 });
const executablePath = findChromium();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 760 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await page.goto(tenant.uiUrl);
  await playEntra(tenant);
  await takeHome(page);
  await takeRequests(page);
  await takeUsers(page);
} finally {
  await browser.close();
  await tenant.close();
}

async function playEntra({ scimUrl, token }: TestTenant): Promise<void> {
  const leaving = ENTRA_STORY.findIndex((step) => step.method === 'DELETE');
  await playWholeStory(ENTRA_STORY.slice(0, leaving), { tenantUrl: scimUrl, token });
}

async function takeHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send a test request' }).click();
  await page.getByText(/^Answered 200/).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Test connection' }).first().waitFor();
  await shoot(page, 'home');
}

async function takeRequests(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Requests/ })
    .first()
    .click();
  await page.getByRole('row', { name: /Update ada@contoso.test: displayName/ }).click();
  await page.getByRole('tab', { name: /^Effect/ }).click();
  await page.getByRole('table', { name: /^Changes to/ }).waitFor();
  await shoot(page, 'requests');
}

async function takeUsers(page: Page): Promise<void> {
  await tenant.admin('startSeed', {
    params: { tenant: 'default' },
    body: { preset: 'contoso-12' },
  });
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('row', { name: /noor\.haddad/ }).waitFor();
  await page.getByRole('row', { name: /ada@contoso\.test/ }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  await page
    .getByRole('tabpanel')
    .getByText(/Version|Revision/)
    .first()
    .waitFor();
  await shoot(page, 'users');
}

/** Without the pointer, so that nothing looks hovered. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  console.log(`Wrote ${path.relative(ROOT, file)}`);
}
