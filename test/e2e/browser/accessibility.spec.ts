import { ENTRA_STORY } from '../../support/entra-story.ts';
import { playWholeStory } from '../../support/play-story.ts';
import type { TestTenant } from '../../support/start-tenant.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { connectCard } from '../pages/connect-card.ts';
import { requestsPage } from '../pages/requests-page.ts';

async function fill(tenant: TestTenant): Promise<void> {
  await playWholeStory(ENTRA_STORY, { tenantUrl: tenant.scimUrl, token: tenant.token });
  await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer wrong' } });
  await tenant.scim('POST', '/Users', { body: '{' });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`No axe violation (${colorScheme})`, () => {
    test.use({ colorScheme });
    test.setTimeout(120_000);

    test('on the empty screens', async ({ openApp }) => {
      const page = await openApp('/');
      for (const entry of ['Home', 'Requests', 'SCIM']) {
        await appFrame(page).entry(entry).click();
        await expect(page.getByRole('heading', { level: 1, name: entry })).toBeVisible();
        await expectAccessible(page);
      }
    });

    test('on Home with requests and an outcome', async ({ tenant, openApp }) => {
      await fill(tenant);
      const page = await openApp('/');
      const { sendTest, outcome, recent } = connectCard(page);
      await sendTest.click();
      await expect(outcome).toContainText('200');
      await expect(recent.getByRole('listitem')).toHaveCount(8);

      await expectAccessible(page);
    });

    test('on Requests, each tab of the details, and its dialog', async ({ tenant, openApp }) => {
      await fill(tenant);
      const page = await openApp('/requests');
      const { row, tab, tool, filter, completions, selection } = requestsPage(page);
      await row(/Update ada/)
        .first()
        .click();
      for (const name of [
        'Summary',
        'Request',
        'Response',
        'Effect',
        'Timeline',
        'Checks',
        'Export',
      ]) {
        await tab(name).click();
        await expectAccessible(page);
      }
      await page.keyboard.press('Escape');
      await filter.fill('status:');
      await expect(completions).toBeVisible();
      await expectAccessible(page);
      await filter.fill('');
      await page.keyboard.press('Escape');
      await row(/Deactivate ada/)
        .first()
        .click({ modifiers: ['Shift'] });
      await expect(selection).toBeVisible();
      await expectAccessible(page);
      await tool('Columns').click();
      await expectAccessible(page);
    });

    test('on Requests in groups, sorted and compared', async ({ tenant, openApp }) => {
      await fill(tenant);
      const page = await openApp('/requests?group=resource');
      await page.getByRole('row', { expanded: false }).first().click();
      await expectAccessible(page);
      await page.goto(`${tenant.adminUrl}/#/requests?sort=status&id=1&compare=2`);
      await expect(page.getByRole('table', { name: 'At a glance' })).toBeVisible();
      await expectAccessible(page);
    });

    test('on a filter without matches, a lost address and the key page', async ({
      tenant,
      openApp,
      page,
    }) => {
      await openApp('/requests?filter=zebra');
      await expect(page.getByRole('heading', { name: 'No request matches' })).toBeVisible();
      await expectAccessible(page);
      await page.evaluate(() => {
        location.hash = '#/nowhere';
      });
      await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
      await expectAccessible(page);
      await page.evaluate(() => sessionStorage.clear());
      await page.goto(tenant.adminUrl);
      await page.reload();
      await expect(page.getByRole('heading', { name: 'This page needs a key' })).toBeVisible();
      await expectAccessible(page);
    });
  });
}
