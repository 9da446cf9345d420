// The Users screen: create, edit, deactivate and delete users, all through the SCIM engine.
import type { Page } from '@playwright/test';
import { ENTERPRISE_USER, readStored, seedGroup, seedUser } from '../../support/seed-resources.ts';
import { expect, test } from '../fixtures.ts';
import { createResourcesPage } from '../pages/resources-page.ts';
import { pressEnter } from '../press-enter.ts';

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

test.describe('Users: create', () => {
  test('an empty tenant says what to do next, and the form makes the first user', async ({
    page,
    tenant,
  }) => {
    const users = createResourcesPage(page, 'Users');
    await users.go();
    await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Create a user' }).click();

    await users.field('User name').fill('ada@contoso.com');
    await users.field('Display name').fill('Ada Lovelace');
    await users.field('Work e-mail').fill('ada@contoso.com');
    await users.field('Department').fill('Engines');
    await users.dialog.getByRole('button', { name: 'Create user' }).click();

    await expect(users.row('ada@contoso.com')).toHaveAttribute('aria-selected', 'true');
    await expect(users.details.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
    await expect(users.toasts).toContainText('Ada Lovelace created');
    const stored = await readStored(tenant, `/Users/${await selectedId(page)}`);
    expect(stored).toMatchObject({
      userName: 'ada@contoso.com',
      displayName: 'Ada Lovelace',
      active: true,
      emails: [{ value: 'ada@contoso.com', type: 'work', primary: true }],
      [ENTERPRISE_USER]: { department: 'Engines' },
    });
  });

  test('works by keyboard alone', async ({ page, tenant }) => {
    const users = createResourcesPage(page, 'Users');
    await seedUser(tenant, 'boss', { displayName: 'The Boss' });
    await users.go();

    await pressEnter(users.newButton);
    await expect(users.field('User name')).toBeFocused();
    await page.keyboard.type('grace');
    for (let field = 0; field < 8; field += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('bos');
    await expect(page.getByRole('option', { name: 'The Boss' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await expect(users.details.getByRole('heading', { name: 'grace' })).toBeVisible();
    await expect(users.details).toContainText('Inactive');
    await expect(users.panel).toContainText('The Boss');
  });

  test('a userName that is taken is refused at its field', async ({
    page,
    tenant,
    expectedMessages,
  }) => {
    expectedMessages.push(/status of 409/);
    const users = createResourcesPage(page, 'Users');
    await seedUser(tenant, 'ada');
    await users.go('?form=create');

    await users.field('User name').fill('ADA');
    await page.keyboard.press('Enter');

    await expect(users.field('User name')).toHaveAccessibleDescription(/already.*409 uniqueness/);
    await expect(users.field('User name')).toHaveAttribute('aria-invalid', 'true');
    await users.field('User name').fill('ada2');
    await page.keyboard.press('Enter');
    await expect(users.row('ada2')).toBeVisible();
  });

  test('a form without a userName asks for it', async ({ page }) => {
    const users = createResourcesPage(page, 'Users');
    await users.go('?form=create');

    await users.dialog.getByRole('button', { name: 'Create user' }).click();

    await expect(users.field('User name')).toHaveAccessibleDescription('A user needs a user name.');
  });
});

test.describe('Users: edit', () => {
  test('a PATCH carries only what was changed', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada', { displayName: 'Ada', title: 'Engineer' });
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);
    await users.action('Edit').click();

    await users.field('Job title').fill('');
    await users.field('Work e-mail').fill('ada@work.example');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await users.dialog.getByRole('button', { name: 'Save' }).click();

    expect((await sent).postDataJSON()).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [
        { op: 'remove', path: 'title' },
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'ada@work.example' },
      ],
    });
    await expect(users.toasts).toContainText('Ada saved');
    await expect(users.panel).toContainText('ada@work.example');
    await expect(users.panel).not.toContainText('Engineer');
  });

  test('Deactivate and Activate turn a user off and on', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada');
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);

    await users.action('Deactivate').click();
    await expect(users.row('ada')).toContainText('Inactive');
    expect(await readStored(tenant, `/Users/${id}`)).toMatchObject({ active: false });

    await users.action('Activate').click();
    await expect(users.row('ada')).toContainText(/^Active/);
  });

  test('Delete names the person, and Cancel keeps them', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);

    await users.action('Delete').click();
    await expect(users.confirmation).toContainText('Delete Ada Lovelace?');
    await page.keyboard.press('Enter');
    await expect(users.confirmation).toBeHidden();
    expect((await tenant.scim('GET', `/Users/${id}`)).status).toBe(200);

    await users.action('Delete').click();
    await users.confirmation.getByRole('button', { name: 'Delete user' }).click();
    await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible();
    await expect(users.details).toBeHidden();
    expect((await tenant.scim('GET', `/Users/${id}`)).status).toBe(404);
  });
});

test.describe('Users: details', () => {
  test('each attribute offers its SCIM path', async ({ page, context, tenant }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const id = await seedUser(tenant, 'ada');
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);

    await pressEnter(
      users.panel.getByRole('button', { name: 'Copy path emails[type eq "work"].value' }),
    );

    await expect(users.toasts).toContainText('copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('emails[type eq "work"].value');
  });

  test('groups of the user lead to the group', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada');
    await seedGroup(tenant, 'Sales', [id]);
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}&tab=groups`);

    await users.panel.getByRole('link', { name: 'Sales' }).click();

    const groups = createResourcesPage(page, 'Groups');
    await expect(groups.details.getByRole('heading', { name: 'Sales' })).toBeVisible();
  });

  test('history tells who made each version and leads to the request', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada');
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);
    await users.action('Deactivate').click();
    await users.tab('History').click();

    const versions = users.panel.getByRole('listitem');
    await expect(versions).toHaveCount(2);
    await expect(versions.first()).toContainText(/Version 2.*Updated.*in the app/);
    await expect(versions.first()).toContainText(/active.*true.*false/);
    await versions.last().getByRole('link', { name: 'request #1' }).click();
    await expect(page).toHaveURL(/#\/requests\?id=1/);
  });

  test('Escape closes the details and returns to the row', async ({ page, tenant }) => {
    await seedUser(tenant, 'ada');
    const users = createResourcesPage(page, 'Users');
    await users.go();
    await users.row('ada').focus();
    await page.keyboard.press('Enter');
    await users.tab('Attributes').focus();

    await page.keyboard.press('Escape');

    await expect(users.details).toBeHidden();
    await expect(users.row('ada')).toBeFocused();
  });
});

async function selectedId(page: Page): Promise<string> {
  return new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('id') ?? '';
}
