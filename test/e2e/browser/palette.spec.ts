import { sendUsers } from '../../support/send-users.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { palette } from '../pages/palette.ts';

test.describe('The command palette, by keyboard alone', () => {
  test('goes to a screen, a user and a request, and remembers them', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'pal', 3);
    const page = await openApp('/');
    const { dialog, field, result } = palette(page);

    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type('snap');
    await expect(result('Snapshots').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Snapshots' })).toBeVisible();
    await expect(dialog).toBeHidden();

    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type('pal2');
    await expect(result(/pal2@contoso/)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/users\?id=/);

    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type('#2');
    await expect(result(/^#2 Create user/)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/requests\?id=2/);

    await page.keyboard.press('Control+k');
    await expect(dialog.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('does commands, and says when nothing fits', async ({ openApp }) => {
    const page = await openApp('/');
    const { field, result, dialog } = palette(page);

    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type('zebra crossing');
    await expect(dialog.getByText(/^Nothing matches/)).toBeVisible();
    await field.fill('high contrast');
    await expect(result(/Theme: high contrast/)).toBeVisible();
    await page.keyboard.press('Enter');

    await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
    await page.keyboard.press('Control+b');
    await expect(page.getByRole('button', { name: 'Expand the sidebar' })).toBeVisible();
  });

  test('moves from part to part with F6, and shows its keys with ?', async ({ openApp }) => {
    const page = await openApp('/users');

    await page.getByRole('link', { name: 'Users' }).first().focus();
    await page.keyboard.press('F6');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Shift+F6');
    await expect(page.locator('nav :focus')).toHaveCount(1);
    await page.keyboard.press('/');
    await expect(page.locator('main [role="search"] input')).toBeFocused();
    await page.keyboard.type('?');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('main').focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`No axe violation in the palette and the shortcuts (${theme})`, async ({
    tenant,
    openApp,
  }) => {
    await tenant.admin('changeSettings', { body: { 'general.theme': theme } });
    const page = await openApp('/');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

    await page.keyboard.press('Control+k');
    await expect(palette(page).field).toBeFocused();
    await page.keyboard.type('te');
    await expect(
      palette(page)
        .result(/tenant/i)
        .first(),
    ).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(palette(page).dialog).toBeHidden();
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}
