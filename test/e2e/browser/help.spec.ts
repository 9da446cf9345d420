import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { helpPage } from '../pages/settings-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Help', () => {
  test('is searched, read and left by its links, by keyboard alone', async ({ openApp }) => {
    const page = await openApp('/');
    const { search, found, title } = helpPage(page);

    await page.keyboard.press('F1');
    await expect(title('The first five minutes')).toBeVisible();
    await search.focus();
    await page.keyboard.type('quarantine');
    const first = found.first();
    await expect(first).toHaveText(/What a provisioning cycle is/);
    await first.press('Enter');
    await expect(title('What a provisioning cycle is')).toBeVisible();
    await page.getByRole('link', { name: 'Connect Okta' }).press('Enter');
    await page.getByRole('link', { name: 'Entra', exact: true }).press('Enter');

    await expect(title('Connect Microsoft Entra ID')).toBeVisible();
  });

  test('lists every finding and every licence, from this server', async ({ tenant, openApp }) => {
    const { rules } = await tenant.admin('listFindingRules');
    const page = await openApp('/help?topic=findings');
    await expect(page.getByText(`${rules.length} rules`)).toBeVisible();

    await page.getByRole('link', { name: 'Licences' }).click();

    for (const name of ['better-sqlite3', 'express', 'react-aria-components']) {
      await expect(page.getByText(name, { exact: true })).toBeVisible();
    }
  });

  test('has a tour of five stops that is offered once', async ({ openApp }) => {
    const page = await openApp('/');
    const { tour } = helpPage(page);
    const offer = page.getByRole('button', { name: 'Take the tour' });

    await offer.click();
    for (let stop = 1; stop < 5; stop += 1) {
      await expect(tour).toContainText(`${stop} of 5`);
      await pressEnter(tour.getByRole('button', { name: 'Next' }));
    }
    await page.getByRole('link', { name: 'Users' }).first().click();
    await expect(tour).toContainText('5 of 5');
    await page.keyboard.press('Escape');

    await expect(tour).toBeHidden();
    await page.reload();
    await expect(page.getByText('Serving', { exact: true }).first()).toBeVisible();
    await expect(offer).toBeHidden();
  });
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`No axe violation in Help and the tour (${theme})`, async ({ tenant, openApp }) => {
    test.slow(); // axe looks four times
    await tenant.admin('changeSettings', { body: { 'general.theme': theme } });
    const page = await openApp('/help?topic=troubleshooting');
    await expect(helpPage(page).title('When it does not work')).toBeVisible();
    await page.getByRole('button', { name: 'Show the tour' }).click();
    await expect(helpPage(page).tour).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    for (const topic of ['findings', 'request-filter', 'licences']) {
      await page.evaluate((id) => {
        location.hash = `#/help?topic=${id}`;
      }, topic);
      await expect(page.getByRole('article')).toContainText(/RFC|method|MIT/);
      await expectAccessible(page);
    }
  });
}
