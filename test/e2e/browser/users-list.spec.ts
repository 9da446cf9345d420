// The list of the Users screen: its filter, and what happens while one looks at it.
import type { TestTenant } from '../../support/start-tenant.ts';
import { seedUser } from '../../support/seed-resources.ts';
import { expect, test } from '../fixtures.ts';
import { createResourcesPage } from '../pages/resources-page.ts';

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

test.describe('Users: filter', () => {
  test.beforeEach(async ({ page, tenant }) => {
    await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
    await seedUser(tenant, 'alan', { displayName: 'Alan Turing', active: false });
    await seedUser(tenant, 'grace', { displayName: 'Grace Hopper' });
    await createResourcesPage(page, 'Users').go();
  });

  test('SCIM syntax narrows the list and stands in the address', async ({ page }) => {
    const users = createResourcesPage(page, 'Users');

    await users.filter.fill('userName sw "a" and active eq true');

    await expect(users.grid).toHaveAttribute('aria-rowcount', '2');
    await expect(users.row('ada')).toBeVisible();
    await expect(page.getByText('1 of 3')).toBeVisible();
    await page.reload();
    await expect(users.filter).toHaveValue('userName sw "a" and active eq true');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '2');
  });

  test('a slip is shown with its place, and the last good list stays', async ({ page }) => {
    const users = createResourcesPage(page, 'Users');
    await users.filter.fill('userName sw "a"');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '3');

    await users.filter.fill('userName sw "a" and active eq');

    await expect(users.filterNote).toContainText('Expected a value, found the end (character 30)');
    await expect(users.filter).toHaveAttribute('aria-invalid', 'true');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '3');
  });

  test('what the engine refuses is shown in the same place', async ({ page, expectedMessages }) => {
    expectedMessages.push(/status of 400/);
    const users = createResourcesPage(page, 'Users');

    await users.filter.fill('active gt true');

    await expect(users.filterNote).toContainText('active');
    await expect(users.filter).toHaveAttribute('aria-invalid', 'true');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '4');
  });

  test('plain words look into names and e-mail; none found can be cleared', async ({ page }) => {
    const users = createResourcesPage(page, 'Users');

    await users.filter.fill('turing alan@');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '2');

    await users.filter.fill('nobody');
    await expect(page.getByRole('heading', { name: 'No user matches' })).toBeVisible();
    await users.clearFilter.click();
    await expect(users.grid).toHaveAttribute('aria-rowcount', '4');
    await expect(users.filter).toHaveValue('');
  });

  test('an example from the help can be tried with one press', async ({ page }) => {
    const users = createResourcesPage(page, 'Users');

    await page.getByRole('button', { name: 'Help with filters' }).click();
    await page.getByRole('button', { name: 'userName sw "a" and active eq true' }).click();

    await expect(users.filter).toHaveValue('userName sw "a" and active eq true');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '2');
  });
});

test.describe('Users: live', () => {
  test('a SCIM PATCH shows at once, and a long list does not move', async ({ page, tenant }) => {
    const ids = await seedMany(tenant, 150);
    const users = createResourcesPage(page, 'Users');
    await users.go();
    await users.row('user-001').focus();
    await page.keyboard.press('End');
    await expect(users.row('user-149')).toBeVisible();
    await expect(users.row('user-149')).toBeFocused();
    const before = await users.row('user-145').boundingBox();

    await tenant.scim('PATCH', `/Users/${ids[145]}`, {
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
      },
    });

    await expect(users.row('user-145')).toContainText('Inactive');
    expect(await users.row('user-145').boundingBox()).toEqual(before);
    await expect(users.row('user-149')).toBeFocused();
  });
});

async function seedMany(tenant: TestTenant, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push(await seedUser(tenant, `user-${String(index).padStart(3, '0')}`));
  }
  return ids;
}
