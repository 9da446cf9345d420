// Resources that are not stored any more: found, brought back, purged.
import { seedUser } from '../../support/seed-resources.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { createResourcesPage } from '../pages/resources-page.ts';

const DEACTIVATION = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'active', value: false }],
};

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

test('deleted users are a list of their own: restored with their id, or purged for good', async ({
  page,
  tenant,
}) => {
  test.slow(); // it is looked at by axe three times
  const ids: string[] = [];
  for (const userName of ['ada', 'bob', 'cleo']) ids.push(await seedUser(tenant, userName));
  await tenant.scim('PATCH', `/Users/${ids[2]}`, { body: DEACTIVATION });
  const users = createResourcesPage(page, 'Users');
  await users.go();
  await page.getByRole('radio', { name: 'Inactive' }).press('Space');
  await expect(users.row('cleo')).toBeVisible();
  await expect(users.row('ada')).toHaveCount(0);
  for (const id of ids) await tenant.scim('DELETE', `/Users/${id}`);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const deleted = page.getByRole('grid', { name: 'Deleted users' });
  await expect(page.getByText('3 deleted users')).toBeVisible();
  await expect(deleted.getByRole('row', { name: 'Deleted ada' })).toContainText('#');
  await expect(page.getByRole('radio', { name: 'Deleted' })).toBeFocused();
  await deleted.getByRole('row', { name: 'ada' }).click();
  await expect(users.details.getByRole('heading', { name: 'ada' })).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }

  await users.action('Restore').press('Enter');
  await expect(users.tab('Attributes')).toBeVisible();
  await expect(users.row('ada')).toHaveAttribute('aria-selected', 'true');
  expect((await tenant.scim('GET', `/Users/${ids[0]}`)).status).toBe(200);

  await page.getByRole('radio', { name: 'Deleted' }).click();
  await page.getByRole('searchbox', { name: 'Find deleted users' }).fill('B');
  await expect(deleted.getByRole('row', { name: 'cleo' })).toHaveCount(0);
  await deleted.getByRole('row', { name: 'bob' }).click();
  await users.action('Purge…').press('Enter');
  await expect(users.confirmation).toContainText('Purge bob?');
  await users.confirmation.getByRole('checkbox').press('Space');
  await expect(users.confirmation).toContainText('cannot be undone');
  await expectAccessible(page);
  await users.confirmation.getByRole('button', { name: 'Purge user' }).press('Enter');

  await expect(users.toasts).toContainText('Purge: 1 purged');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(deleted.getByRole('row', { name: 'cleo' })).toBeVisible();
  await page.getByRole('button', { name: 'Purge all…' }).click();
  await users.confirmation.getByRole('button', { name: 'Purge user' }).click();
  await expect(page.getByRole('heading', { name: 'No deleted users' })).toBeVisible();
  const { snapshots } = await tenant.admin('listSnapshots');
  expect(snapshots.map(({ origin }) => origin)).toEqual(['automatic']);
});

test('a user that a client deletes is said to be gone', async ({
  page,
  tenant,
  expectedMessages,
}) => {
  expectedMessages.push(/status of 404/);
  const id = await seedUser(tenant, 'ada');
  const users = createResourcesPage(page, 'Users');
  await users.go(`?id=${id}`);
  await expect(users.tab('Attributes')).toBeVisible();

  await tenant.scim('DELETE', `/Users/${id}`);

  await expect(users.details.getByText('Deleted', { exact: true }).first()).toBeVisible();
  await expect(users.action('Restore')).toBeVisible();
});
