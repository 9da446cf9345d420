// Work on stored resources beyond one form: completion, columns, bulk edit, history, undo, files, types of one's own.
import { DEVICE_SCHEMA, DEVICE_URN } from '../../support/device-documents.ts';
import { readStored, seedGroup, seedUser } from '../../support/seed-resources.ts';
import { expect, test } from '../fixtures.ts';
import { createResourcesPage } from '../pages/resources-page.ts';
import { pressEnter } from '../press-enter.ts';

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

test.describe('By keyboard alone', () => {
  test('a filter is written by completion, value and all', async ({ page, tenant }) => {
    await seedUser(tenant, 'ada', { title: 'Engineer' });
    await seedUser(tenant, 'bea', { title: 'Analyst' });
    const users = createResourcesPage(page, 'Users');
    await users.go();

    await users.filter.focus();
    for (const typed of ['titl', 'eq', '"eng']) {
      await page.keyboard.type(typed);
      await expect(users.suggestions.first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }

    await expect(users.filter).toHaveValue('title eq "Engineer" ');
    await page.keyboard.press('Escape');
    await expect(users.grid).toHaveAttribute('aria-rowcount', '2');
    await expect(users.row('ada')).toBeVisible();
  });

  test('many are edited, looked over before, and taken back', async ({ page, tenant }) => {
    const ids = [await seedUser(tenant, 'ada'), await seedUser(tenant, 'bea')];
    const users = createResourcesPage(page, 'Users');
    await users.go();
    await users.row('ada').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(users.bulkBar).toContainText('2 users selected');

    await pressEnter(users.bulkBar.getByRole('button', { name: 'Edit…' }));
    await page.getByRole('combobox', { name: 'Attribute' }).focus();
    await page.keyboard.type('titl');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Principal');
    await pressEnter(users.dialog.getByRole('button', { name: 'Preview' }));
    await expect(users.dialog).toContainText('2 users would change');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await expect(users.toasts).toContainText('2 changed');
    expect(await readStored(tenant, `/Users/${ids[0]}`)).toMatchObject({ title: 'Principal' });
    await pressEnter(users.toasts.getByRole('button', { name: 'Undo' }));
    await expect(users.toasts).toContainText('2 restored');
    expect(await readStored(tenant, `/Users/${ids[0]}`)).not.toHaveProperty('title');
  });

  test('a deleted user comes back with the same id and groups', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
    await seedGroup(tenant, 'Sales', [id]);
    const users = createResourcesPage(page, 'Users');
    await users.go();
    await users.row('ada').focus();
    await page.keyboard.press('Enter');
    await pressEnter(users.action('Delete'));
    await expect(users.confirmation).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(users.toasts).toContainText('Ada Lovelace deleted');

    await pressEnter(users.toasts.getByRole('button', { name: 'Undo' }));

    await expect(users.row('ada')).toBeVisible();
    const stored = await readStored(tenant, `/Users/${id}`);
    expect(stored).toMatchObject({ displayName: 'Ada Lovelace', groups: [{ display: 'Sales' }] });
  });
});

test.describe('History', () => {
  test('blames each value on its request, and restores a version', async ({ page, tenant }) => {
    const id = await seedUser(tenant, 'ada', { title: 'Engineer' });
    await tenant.scim('PATCH', `/Users/${id}`, {
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'title', value: 'Analyst' }],
      },
    });
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);
    const line = users.panel.getByText('Analyst').locator('xpath=ancestor::div[1]');
    await expect(line).toContainText('Request #2');

    await users.tab('History').click();
    await users.action('Show the document').last().click();
    await expect(users.panel.getByRole('table', { name: 'From version 1 to now' })).toContainText(
      /title.*Engineer.*Analyst/,
    );
    await users.action('Restore version 1').click();

    await expect(users.toasts).toContainText('as it was in version 1');
    await expect(users.panel.getByRole('heading', { name: 'Version 3' })).toBeVisible();
    expect(await readStored(tenant, `/Users/${id}`)).toMatchObject({ title: 'Engineer' });
  });

  test('says why a restore is refused', async ({ page, tenant, expectedMessages }) => {
    expectedMessages.push(/status of 40[49]/);
    const id = await seedUser(tenant, 'ada');
    await tenant.scim('DELETE', `/Users/${id}`);
    await seedUser(tenant, 'ADA');
    const users = createResourcesPage(page, 'Users');
    await users.go(`?id=${id}`);

    await users.action('Restore version 1').click();

    await expect(users.toasts).toContainText(/cannot be restored: userName.*409 uniqueness/);
  });
});

test('any attribute is a column, and sorts; both are remembered', async ({ page, tenant }) => {
  await seedUser(tenant, 'ada', { nickName: 'Zed' });
  const bea = await seedUser(tenant, 'bea', { nickName: 'Abe' });
  await tenant.scim('POST', '/Groups', {
    body: { displayName: 'Engines', members: [{ value: bea }] },
  });
  const users = createResourcesPage(page, 'Users');
  await users.go();
  await page.getByRole('button', { name: 'Columns' }).click();
  const find = page.getByRole('searchbox', { name: 'Find a column' });
  await find.fill('created|groups');
  await page.getByRole('checkbox', { name: 'Created' }).check();
  await page.getByRole('checkbox', { name: 'Groups' }).check();
  await find.fill('nick|shoe');
  await page.getByRole('checkbox', { name: 'nickName' }).check();
  await page.keyboard.press('Escape'); // empties the search
  await page.keyboard.press('Escape');

  await users.grid.getByRole('columnheader', { name: 'nickName' }).click();

  await expect(users.grid.getByRole('row').nth(1)).toContainText(/bea.*Engines.*Abe/);
  await expect(page).toHaveURL(/sort=nickName/);
  await users.go();
  await page.reload();
  await expect(users.grid.getByRole('row').nth(1)).toContainText('Abe');
});

test('a file is tried, then imported, with what is wrong line by line', async ({
  page,
  tenant,
}) => {
  const users = createResourcesPage(page, 'Users');
  await users.go();
  await page.getByRole('button', { name: 'Import…' }).click();
  await users.dialog.getByLabel('File', { exact: true }).setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('userName,Shoe,mail\nada,4,ada@x.example\n,5,nobody@x.example\n'),
  });
  const columns = users.dialog.getByRole('table', { name: 'Columns of the file' });
  await expect(columns).toContainText(/Shoe.*left out/);
  await expect(columns).toContainText('emails[type eq "work"].value');

  await users.dialog.getByRole('button', { name: 'Dry run' }).click();
  await expect(users.dialog).toContainText('nothing was stored');
  await expect(users.dialog).toContainText('Would be: 1 created, 1 failed');
  expect(JSON.stringify((await tenant.scim('GET', '/Users')).body)).not.toContain('ada@x.example');
  await users.dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('row', { name: 'ada', includeHidden: true })).toBeVisible();
  await expect(users.dialog).not.toContainText('nothing was stored');
  await users.dialog.getByText('2 notices').click();

  await expect(users.dialog).toContainText(/Line 3.*userName/);
  await users.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(users.row('ada')).toBeVisible();
});

test('people are generated, told in the tasks, and exported as a selection', async ({ page }) => {
  const users = createResourcesPage(page, 'Users');
  await users.go();
  await page.getByRole('button', { name: 'Generate 12…' }).click();
  await users.dialog.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(users.grid).toHaveAttribute('aria-rowcount', '13');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Tasks' }).click();
  await expect(page.getByRole('dialog', { name: 'Tasks' })).toContainText('15 created');
  await page.keyboard.press('Escape');

  await users.row('amara').click({ modifiers: ['ControlOrMeta'] });
  await users.bulkBar.getByRole('button', { name: 'Export…' }).click();
  const download = page.waitForEvent('download');
  await users.dialog.getByRole('button', { name: 'Export', exact: true }).click();

  expect((await download).suggestedFilename()).toBe('default-users.csv');
});

test('a resource type of one’s own has a screen made from its schema', async ({ page, tenant }) => {
  await tenant.admin('changeSchemas', {
    params: { tenant: 'default' },
    body: {
      put: [
        DEVICE_SCHEMA,
        {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
          name: 'Device',
          endpoint: '/Devices',
          schema: DEVICE_URN,
        },
      ],
    },
  });
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Devices' })
    .click();
  await page.getByRole('button', { name: 'Create a device' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('displayName (required)').fill('Laptop');
  await dialog.getByLabel('ports', { exact: true }).fill('4');
  await dialog.getByRole('button', { name: 'Add to tags' }).click();
  await dialog.getByRole('textbox', { name: 'tags 1' }).fill('blue');
  await dialog.getByRole('button', { name: 'Create device' }).click();

  await expect(
    page.getByRole('grid', { name: 'Devices' }).getByRole('row', { name: 'Laptop' }),
  ).toBeVisible();
  const filter = page.getByRole('combobox', { name: 'Filter devices' });
  await filter.fill('ports gt 3');
  await expect(page.getByRole('grid', { name: 'Devices' })).toHaveAttribute('aria-rowcount', '2');
  const { body } = await tenant.scim('GET', '/Devices');
  expect(JSON.stringify(body)).toContain('"ports":4,"tags":["blue"]');
});

test('what a client is answered follows attributes and excludedAttributes', async ({
  page,
  tenant,
}) => {
  const id = await seedUser(tenant, 'ada', { title: 'Engineer' });
  const users = createResourcesPage(page, 'Users');
  await users.go(`?id=${id}&tab=returned`);
  const answer = users.panel.getByLabel('Answer to a client');
  await expect(answer).toContainText('emails');

  await users.panel.getByRole('radio', { name: 'Only' }).click();
  await users.panel.getByRole('button', { name: 'title', exact: true }).click();

  await expect(users.panel).toContainText(`GET /Users/${id}?attributes=title`);
  await expect(answer).toContainText('Engineer');
  await expect(answer).not.toContainText('emails');
});
