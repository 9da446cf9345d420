// What each browser test gets: a server of its own in this process (free ports, workspace in memory) that serves the
// built UI, and a page that fails the test when the UI logs an error or breaks the content security policy.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, type ConsoleMessage, type Page } from '@playwright/test';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

export { expect } from '@playwright/test';

/** The UI as `npm run build` leaves it; another folder for those who build elsewhere. */
export const UI_DIR =
  process.env['SCIM_MOCK_TEST_UI_DIR'] ??
  path.join(import.meta.dirname, '..', '..', 'dist', 'renderer');

interface Fixtures {
  readonly tenant: TestTenant;
  /** Opens the UI at a route such as `/requests?filter=ada`, let in by the key. */
  readonly openApp: (route?: string) => Promise<Page>;
  /** Console messages that the test brings about on purpose. */
  readonly expectedMessages: RegExp[];
}

export const test = base.extend<Fixtures>({
  tenant: async ({}, use) => {
    if (!existsSync(path.join(UI_DIR, 'index.html'))) {
      throw new Error(`There is no built UI in ${UI_DIR}: run "npm run build" first.`);
    }
    const tenant = await startTenant({ uiDir: UI_DIR });
    await use(tenant);
    await tenant.close();
  },
  expectedMessages: async ({}, use) => {
    await use([]);
  },
  page: async ({ page, expectedMessages }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (isProblem(message)) problems.push(message.text());
    });
    await use(page);
    const unexpected = problems.filter((text) => !expectedMessages.some((one) => one.test(text)));
    base.expect(unexpected, 'problems in the console').toEqual([]);
  },
  // The tenant first, so that it outlives the page.
  openApp: async ({ tenant, page }, use) => {
    await use(async (route = '/') => {
      await openAt(page, tenant, route);
      return page;
    });
  },
});

/** Lets a page in with the key of a server, and goes to a route. */
export async function openAt(
  page: Page,
  server: { readonly uiUrl: string },
  route = '/',
): Promise<void> {
  await page.goto(server.uiUrl);
  await page.getByText('Serving', { exact: true }).first().waitFor();
  if (route !== '/') {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${route}`);
  }
}

function isProblem(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}
