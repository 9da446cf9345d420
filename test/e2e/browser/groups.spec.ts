// The Groups screen: create, rename and delete groups, and who belongs to them.
import { readStored, seedGroup, seedUser } from '../../support/seed-resources.ts';
import { expect, test } from '../fixtures.ts';
import { createResourcesPage } from '../pages/resources-page.ts';
import { pressEnter } from '../press-enter.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

test('an empty tenant leads to the first group and to the connection', async ({ page }) => {
  const groups = createResourcesPage(page, 'Groups');
  await groups.go();
  await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tenant URL and secret token' })).toBeVisible();

  await page.getByRole('button', { name: 'Create a group' }).click();
  await groups.field('Display name').fill('Sales');
  await page.keyboard.press('Enter');

  await expect(groups.row(/Sales.*0/)).toHaveAttribute('aria-selected', 'true');
  await expect(groups.toasts).toContainText('Sales created');
});

test('a name that is taken is refused at its field; another one renames', async ({
  page,
  tenant,
  expectedMessages,
}) => {
  expectedMessages.push(/status of 409/);
  await seedGroup(tenant, 'Sales');
  const id = await seedGroup(tenant, 'Research');
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}`);
  await groups.action('Edit').click();

  await groups.field('Display name').fill('sales');
  await page.keyboard.press('Enter');
  await expect(groups.field('Display name')).toHaveAccessibleDescription(/409 uniqueness/);

  await groups.field('Display name').fill('Science');
  await page.keyboard.press('Enter');
  await expect(groups.row('Science')).toBeVisible();
  await expect(groups.row('Research')).toBeHidden();
});

test('a member is added by typing a name, removed, and brought back by Undo', async ({
  page,
  tenant,
}) => {
  const ada = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
  const grace = await seedUser(tenant, 'grace', { displayName: 'Grace Hopper' });
  const id = await seedGroup(tenant, 'Sales', [ada]);
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}&tab=members`);
  const members = groups.panel.getByRole('grid', { name: 'Members' });

  await groups.panel.getByRole('combobox', { name: 'Add a member' }).fill('hop');
  await page.getByRole('option', { name: 'Grace Hopper' }).click();
  await expect(members.getByRole('row', { name: 'Grace Hopper' })).toBeVisible();
  await expect(groups.tab('Members 2')).toBeVisible();

  await members.getByRole('button', { name: 'Remove Ada Lovelace' }).click();
  await expect(members.getByRole('row', { name: 'Ada Lovelace' })).toBeHidden();
  await expect(groups.row(/Sales.*1/)).toBeVisible();
  const stored = await readStored(tenant, `/Groups/${id}`);
  expect(stored['members']).toMatchObject([{ value: grace }]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(members.getByRole('row', { name: 'Ada Lovelace' })).toBeVisible();
  await expect(groups.tab('Members 2')).toBeVisible();
});

test('the focus goes to the picker when the last member is removed', async ({ page, tenant }) => {
  const ada = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
  const id = await seedGroup(tenant, 'Sales', [ada]);
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}&tab=members`);

  await pressEnter(groups.panel.getByRole('button', { name: 'Remove Ada Lovelace' }));

  await expect(groups.panel.getByRole('heading', { name: 'No members yet' })).toBeVisible();
  await expect(groups.panel.getByRole('combobox', { name: 'Add a member' })).toBeFocused();
});

test('a member leads to the user', async ({ page, tenant }) => {
  const ada = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
  const id = await seedGroup(tenant, 'Sales', [ada]);
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}&tab=members`);

  await groups.panel.getByRole('row', { name: 'Ada Lovelace' }).click();

  const users = createResourcesPage(page, 'Users');
  await expect(users.details.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  await page.goBack();
  await expect(groups.details.getByRole('heading', { name: 'Sales' })).toBeVisible();
});

test('members that a client adds appear, and hundreds scroll as one list', async ({
  page,
  tenant,
}) => {
  const ids: string[] = [];
  for (let index = 0; index < 230; index += 1) ids.push(await seedUser(tenant, `user-${index}`));
  const id = await seedGroup(tenant, 'All');
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}&tab=members`);
  await expect(groups.panel.getByRole('heading', { name: 'No members yet' })).toBeVisible();

  await tenant.scim('PATCH', `/Groups/${id}`, {
    body: {
      schemas: [PATCH_OP],
      Operations: [{ op: 'Add', path: 'members', value: ids.map((value) => ({ value })) }],
    },
  });

  const members = groups.panel.getByRole('grid', { name: 'Members' });
  await expect(members).toHaveAttribute('aria-rowcount', '231');
  await members.getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  await expect(members.locator('[aria-rowindex="231"]')).toContainText('user-');
  await expect(groups.row(/All.*230/)).toBeVisible();
});

test('Delete names the group; its members stay', async ({ page, tenant }) => {
  const ada = await seedUser(tenant, 'ada');
  const id = await seedGroup(tenant, 'Sales', [ada]);
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}`);

  await groups.action('Delete').click();
  await expect(groups.confirmation).toContainText('Delete Sales?');
  await groups.confirmation.getByRole('button', { name: 'Delete group' }).click();

  await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible();
  expect((await tenant.scim('GET', `/Groups/${id}`)).status).toBe(404);
  expect((await tenant.scim('GET', `/Users/${ada}`)).status).toBe(200);
});

test('Link tells which person of the directory a user stands for, and that another has none', async ({
  page,
  tenant,
}) => {
  const users = createResourcesPage(page, 'Users');
  const id = await seedUser(tenant, 'stranger');
  const { applications } = await tenant.admin('listApplications');
  const application = applications[0]?.id ?? '';
  await tenant.admin('putJobTarget', { params: { application }, body: { tenant: 'default' } });
  await tenant.admin('runJobCycle', { params: { application }, body: { wait: true } });
  const { connections } = await tenant.admin('listConnections', {
    params: { application },
    query: { objectType: 'User' },
  });
  const [connection] = connections;
  await users.go(`?id=${id}&tab=link`);
  await expect(users.details.getByText('This user is not connected')).toBeVisible();

  await users.go(`?id=${connection?.targetId ?? ''}&tab=link`);
  await users.details.getByRole('link', { name: connection?.displayName ?? '-' }).click();

  await expect(page).toHaveURL(new RegExp(`/entra/directory.*id=${connection?.sourceId ?? '-'}`));
});
