import type { Page } from '@playwright/test';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { directoryPage, usersAndGroupsPage } from '../pages/directory-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('The simulated directory', () => {
  test('takes a person from the first day to the purge, keyboard only', async ({
    openApp,
    expectedMessages,
  }) => {
    expectedMessages.push(/409/); // the name that is taken
    const page = await openApp('/entra/directory');
    const { row, newUser, details, inDetails, dialog, field, press, tab, confirm } =
      directoryPage(page);
    await expect(row(/Isabel Ferreira/)).toBeVisible();

    await pressEnter(newUser);
    await expect(field('Display name')).toBeFocused();
    await page.keyboard.type('Ada Byron');
    await field('User principal name').fill('isabel.ferreira@contoso.example');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Choose another one');
    await field('User principal name').fill('ada.byron@contoso.example');
    await page.keyboard.press('Enter');
    await expect(details.getByRole('heading', { name: 'Ada Byron' })).toBeVisible();

    await pressEnter(inDetails('Make a change'));
    await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await field('First name').fill('Ada');
    await field('Last name').fill('Lovelace');
    await page.keyboard.press('Enter');
    await expect(details.getByText('ada.lovelace@contoso.example').first()).toBeVisible();
    await expectAccessible(page);

    await pressEnter(inDetails('Make a change'));
    await pressEnter(page.getByRole('menuitem', { name: 'Leave the company…' }));
    await pressEnter(press('Leave the company'));
    await expect(row(/Ada Lovelace/)).toHaveCount(0);
    await tab('Users').press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await row(/Ada Lovelace/).press('Enter');
    await pressEnter(inDetails('Delete permanently'));
    await pressEnter(confirm('Delete permanently'));
    await expect(page.getByRole('heading', { name: 'No deleted users' })).toBeVisible();
    await expectAccessible(page);
  });

  test('has groups with members, and is filled from a file and by the generator', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp('/entra/directory?tab=groups');
    const { row, newGroup, details, dialog, field, press, bulk, tab, find } = directoryPage(page);
    await newGroup.click();
    await field('Group name').fill('Pilots');
    await press('Create').click();
    await details.getByRole('combobox', { name: 'Add a member' }).fill('grace');
    await page.getByRole('option', { name: /Grace Adeyemi/ }).click();
    await expect(details.getByRole('row', { name: /Grace Adeyemi/ })).toBeVisible();
    await expect(row(/^Pilots .*1/)).toBeVisible();
    await expectAccessible(page);

    await tab('Users').click();
    await bulk.click();
    await page.getByRole('menuitem', { name: /^Bulk create/ }).click();
    const text = [
      'version:v1.0',
      'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required',
      'Zora Neale,zora@contoso.example,x,No',
      'Nobody,nobody,x,No',
    ].join('\n');
    await dialog
      .getByLabel(/^CSV file/)
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(dialog.getByRole('list', { name: 'Problems' })).toContainText('Line 4');
    await expectAccessible(page);
    await press('Create users').click();
    await expect(dialog.getByRole('status')).toContainText('1 created, 1 failed');
    await press('Close').click();
    await find.fill('zora');
    await expect(row(/Zora Neale/)).toBeVisible();

    await find.fill('');
    await bulk.click();
    await page.getByRole('menuitem', { name: /^Generate/ }).click();
    await field('Users').fill('2000');
    await press('Generate').click();
    await expect(appFrame(page).notifications).toContainText('2,008 created');
    await expect(page.getByText('2,013 users')).toBeVisible();
    const { total } = await tenant.admin('listDirectoryUsers', { query: {} });
    expect(total).toBe(2_013);
  });
});

test.describe('Users and groups', () => {
  test('assigns people with roles and explains who is in scope', async ({ tenant, openApp }) => {
    test.slow(); // it is looked at by axe three times
    const page = await openApp('/entra/users-and-groups');
    const { add, dialog, picker, scope, row, application } = usersAndGroupsPage(page);
    await expect(row(/Sales/)).toBeVisible();

    await page.getByRole('tab', { name: 'App roles' }).click();
    await page.getByRole('button', { name: 'Create app role' }).click();
    await dialog.getByRole('textbox', { name: 'Display name' }).fill('Editor');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('editor');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(row(/Editor .* editor User Enabled/)).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'Assignments' }).click();
    await pressEnter(add);
    await expect(picker).toBeFocused();
    await page.keyboard.type('l');
    await expect(page.getByRole('option').first()).not.toHaveText(/Lena Vogt/);
    const answer = await holdAnswers(page, '**/api/directory/principals?*');
    await page.keyboard.type('ena'); // the list of `l` holds her too, and others first
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Lena Vogt lena.vogt@contoso.example');
    answer();
    await dialog.getByRole('button', { name: /Select a role/ }).click();
    await page.getByRole('option', { name: 'Editor' }).click();
    await expectAccessible(page);
    await pressEnter(dialog.getByRole('button', { name: 'Assign', exact: true }));
    await row(/Lena Vogt .* Editor/).click();
    await expect(scope).toContainText('Lena Vogt is in scope of Velpic');
    await expect(scope).toContainText('Assigned directly → role Editor');

    await scope.getByRole('combobox').fill('grace');
    await page.getByRole('option', { name: /Grace/ }).click();
    await expect(scope).toContainText('Member of the group Sales → role User');
    await scope.getByRole('combobox').fill('ruth');
    await page.getByRole('option', { name: /Ruth/ }).click();
    await expect(scope).toContainText('is not in scope of Velpic');
    await expect(scope).toContainText('Neither assigned directly nor an immediate member');
    await expect(scope).toContainText('The mapping has no scoping filter');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Remove the assignment of Lena Vogt' }).click();
    await expect(row(/Lena Vogt/)).toHaveCount(0);
    await application.click();
    await page.getByRole('menuitem', { name: 'Create an application…' }).click();
    await dialog.getByRole('textbox').fill('Payroll');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Nobody is assigned yet' })).toBeVisible();
    const { applications } = await tenant.admin('listApplications');
    expect(applications.map(({ displayName }) => displayName)).toEqual(['Velpic', 'Payroll']);
  });
});

/** They come when the returned function is called. */
async function holdAnswers(page: Page, url: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
