import { sendUsers } from '../../support/send-users.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { requestsPage } from '../pages/requests-page.ts';

test.describe('Keyboard alone', () => {
  test('reads requests: into the list, through it, into the details, and back', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'key', 80);
    const page = await openApp('/requests');
    const { row, rows, filter, details, tab } = requestsPage(page);
    await expect(rows).not.toHaveCount(0);
    const focused = page.locator(':focus');

    await filter.focus();
    await page.keyboard.press('Escape');
    await expect(focused).toHaveAttribute('aria-rowindex', '81');
    await page.keyboard.press('ArrowUp');
    await expect(focused).toHaveAttribute('aria-rowindex', '80');
    await page.keyboard.press('Home');
    await expect(focused).toHaveAttribute('aria-rowindex', '2');
    await expect(focused).toBeInViewport();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    const opened = await focused.innerText();
    await page.keyboard.press('Enter');

    await expect(tab('Summary')).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(tab('Summary')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(tab('Request')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(focused).toHaveRole('row');
    expect(await focused.innerText()).toBe(opened);
    await page.keyboard.press('End');
    await expect(row('Create user key')).not.toHaveCount(0);
    await expect(focused).toHaveAttribute('aria-rowindex', '81');
  });

  test('skips the frame, and opens the menu that clears', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'key', 2);
    const page = await openApp('/requests');
    const { clear, rows, menuItem } = requestsPage(page);
    await expect(rows).toHaveCount(2);

    await page.keyboard.press('Tab');
    await expect(appFrame(page).skipLink).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await clear.focus();
    await page.keyboard.press('Enter');
    await expect(menuItem('Delete all but pinned ones')).toBeFocused();
    await page.keyboard.press('Escape');

    await expect(clear).toBeFocused();
    await expect(rows).toHaveCount(2);
  });

  test('resizes the details', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'key', 1);
    const page = await openApp('/requests?id=1');
    const separator = page.getByRole('separator', { name: 'Width of Request details' });
    const before = Number(await separator.getAttribute('aria-valuenow'));

    await separator.focus();
    await page.keyboard.press('ArrowLeft');

    await expect(separator).toHaveAttribute('aria-valuenow', String(before + 24));
  });
});
