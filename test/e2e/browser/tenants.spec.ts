import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { tenantMenu } from '../pages/palette.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Tenants, by keyboard alone', () => {
  test('one is created with a profile, and every screen follows it', async ({
    tenant,
    openApp,
  }) => {
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    const page = await openApp('/users');
    const { button, dialog } = tenantMenu(page);
    await expect(page.getByRole('row', { name: /ada/ })).toBeVisible();

    await page.keyboard.press('Control+Shift+O');
    await expect(page.getByRole('menu')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await page.keyboard.type('Contoso HR');
    await expect(dialog.getByLabel('Slug')).toHaveValue('contoso-hr');
    await page.keyboard.press('Enter');

    await expect(button).toHaveAccessibleName('Tenant: Contoso HR');
    await expect(page).toHaveURL(/tenant=contoso-hr/);
    await expect(page.getByRole('row', { name: /ada/ })).toBeHidden();
    await appFrame(page).entry('Home').click();
    await expect(page).toHaveURL(/tenant=contoso-hr/);
    await expect(page.getByText('/t/contoso-hr/scim/v2').first()).toBeVisible();
  });

  test('one is deleted after a question, and Undo brings it back', async ({ tenant, openApp }) => {
    await tenant.admin('createTenant', { body: { slug: 'demo', name: 'Demo' } });
    const page = await openApp('/?tenant=demo');
    const { button, item, question, undo } = tenantMenu(page);
    await expect(button).toHaveAccessibleName('Tenant: Demo');

    await button.click();
    await item('Delete this tenant…').click();
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(button).toHaveAccessibleName('Tenant: My SCIM app');
    await pressEnter(undo);

    await expect(appFrame(page).notifications).toContainText('as it was before');
    await button.click();
    await expect(item(/^Demo/)).toBeVisible();
  });

  test('a name, a slug and a colour are changed; the colour goes with the slug', async ({
    tenant,
    openApp,
  }) => {
    await tenant.admin('createTenant', { body: { slug: 'demo', name: 'Demo' } });
    const page = await openApp('/?tenant=demo');
    const { button, item, dialog } = tenantMenu(page);

    await button.click();
    await item(/^Rename or colour/).click();
    await dialog.getByLabel('Slug').fill('other');
    await dialog.getByRole('radio', { name: 'Green' }).press('Space');
    await dialog.getByRole('button', { name: 'Save' }).click();

    await expect(page).toHaveURL(/tenant=other/);
    const { settings } = await tenant.admin('getSettings');
    expect(settings['general.tenantColours']).toEqual({ other: 'green' });
  });

  test('the last one is on screen again when the address names none', async ({
    tenant,
    openApp,
  }) => {
    await tenant.admin('createTenant', { body: { slug: 'demo', name: 'Demo' } });
    const page = await openApp('/?tenant=demo');
    await expect(tenantMenu(page).button).toHaveAccessibleName('Tenant: Demo');

    await page.goto(tenant.adminUrl);

    await expect(tenantMenu(page).button).toHaveAccessibleName('Tenant: Demo');
  });
});

test('No axe violation in the menu and the dialogs of tenants', async ({ tenant, openApp }) => {
  await tenant.admin('createTenant', { body: { slug: 'demo', name: 'Demo' } });
  const page = await openApp('/?tenant=demo');
  const { button, item, dialog } = tenantMenu(page);

  await button.click();
  await item(/^Demo/).waitFor();
  await expectAccessible(page);
  await item('Create a tenant…').click();
  await dialog.waitFor();
  await expectAccessible(page);
});
