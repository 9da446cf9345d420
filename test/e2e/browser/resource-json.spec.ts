// Users and groups as JSON: create with what has no field, edit with a look at the difference, refusals in words.
import { expect, test } from '../fixtures.ts';
import { ENTERPRISE_USER, readStored, seedGroup, seedUser } from '../../support/seed-resources.ts';
import { findJsonEditor, replaceJson } from '../pages/json-editor.ts';
import { createResourcesPage } from '../pages/resources-page.ts';

const STORED = 'JSON of the resource';

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

test('the JSON side of the form creates what has no field', async ({ page, tenant }) => {
  const users = createResourcesPage(page, 'Users');
  await users.go('?form=create');
  await users.field('User name').fill('ada');
  await users.dialog.getByRole('radio', { name: 'JSON' }).click();
  await expect(findJsonEditor(page, 'New resource as JSON')).toContainText('"ada"');

  const body = { userName: 'ada', nickName: 'Countess', 'urn:example:2.0:User': { badge: '7' } };
  await replaceJson(page, 'New resource as JSON', JSON.stringify(body));
  await users.dialog.getByRole('radio', { name: 'Form' }).click();
  await users.field('Job title').fill('Analyst');
  await users.dialog.getByRole('button', { name: 'Create user' }).click();

  await expect(users.panel).toContainText('Countess');
  const id = /id=([^&]+)/.exec(page.url())?.[1];
  expect(await readStored(tenant, `/Users/${id}`)).toMatchObject({ ...body, title: 'Analyst' });
});

test('an edit is looked over as attribute changes, then saved by PUT', async ({ page, tenant }) => {
  const id = await seedUser(tenant, 'ada', { title: 'Engineer', nickName: 'Ada' });
  const users = createResourcesPage(page, 'Users');
  await users.go(`?id=${id}&tab=json`);
  await users.action('Edit JSON').click();

  const { nickName: _nickName, ...rest } = await readStored(tenant, `/Users/${id}`);
  const next = { ...rest, title: 'Analyst', [ENTERPRISE_USER]: { department: 'Engines' } };
  await replaceJson(page, STORED, JSON.stringify(next));
  await users.action('Review changes').click();

  const changes = users.panel.getByRole('table', { name: 'Changes to save' }).getByRole('row');
  await expect(changes).toHaveText([
    /Attribute/,
    /title.*Engineer.*Analyst/,
    /nickName.*Ada/,
    /department.*Engines/,
  ]);
  await users.action('Save changes').click();
  await expect(users.toasts).toContainText('ada saved');
  expect(await readStored(tenant, `/Users/${id}`)).toMatchObject({ title: 'Analyst' });
  expect(await readStored(tenant, `/Users/${id}`)).not.toHaveProperty('nickName');
});

test('what the engine refuses stands beside the editor, and nothing typed is lost', async ({
  page,
  tenant,
  expectedMessages,
}) => {
  expectedMessages.push(/status of 409/);
  const id = await seedUser(tenant, 'ada');
  await seedUser(tenant, 'grace');
  const users = createResourcesPage(page, 'Users');
  await users.go(`?id=${id}&tab=json`);
  await users.action('Edit JSON').click();

  await replaceJson(page, STORED, '{"userName": "grace"}');
  await users.action('Review changes').click();
  await users.action('Save changes').click();

  await expect(users.panel.getByRole('alert')).toContainText(/userName.*409 uniqueness/);
  await expect(findJsonEditor(page, STORED)).toContainText('"grace"');
});

test('text that is no JSON is not sent', async ({ page, tenant }) => {
  const id = await seedUser(tenant, 'ada');
  const users = createResourcesPage(page, 'Users');
  await users.go(`?id=${id}&tab=json`);
  await users.action('Edit JSON').click();

  await replaceJson(page, STORED, '{"userName": ');
  await users.action('Review changes').click();

  await expect(users.panel.getByRole('alert')).toContainText('not JSON yet');
  await page.keyboard.press('Escape');
  await expect(users.details).toBeVisible();
});

test('an edit says so when a client changes the user meanwhile', async ({ page, tenant }) => {
  const id = await seedUser(tenant, 'ada');
  const users = createResourcesPage(page, 'Users');
  await users.go(`?id=${id}&tab=json`);
  await users.action('Edit JSON').click();

  await tenant.scim('PATCH', `/Users/${id}`, {
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'title', value: 'Countess' }],
    },
  });

  await expect(users.panel).toContainText('has changed since you began');
  await users.action('Load it again').click();
  await expect(findJsonEditor(page, STORED)).toContainText('Countess');
});

test('a group saved as JSON keeps the members that still stand there', async ({ page, tenant }) => {
  const [ada, grace] = [await seedUser(tenant, 'ada'), await seedUser(tenant, 'grace')];
  const id = await seedGroup(tenant, 'Sales', [ada, grace]);
  const groups = createResourcesPage(page, 'Groups');
  await groups.go(`?id=${id}&tab=json`);
  await groups.action('Edit JSON').click();
  await expect(findJsonEditor(page, STORED)).toContainText(grace);

  await replaceJson(
    page,
    STORED,
    JSON.stringify({ displayName: 'West', members: [{ value: ada }] }),
  );
  await groups.action('Review changes').click();
  await groups.action('Save changes').click();

  await expect(groups.row('West')).toBeVisible();
  const stored = await readStored(tenant, `/Groups/${id}`);
  expect(stored['members']).toMatchObject([{ value: ada }]);
});
