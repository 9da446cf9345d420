// Attribute mapping as an administrator works with it: a mapping changed by an expression, tried on a person, filtered,
// saved; and the schema as Graph's JSON.
import { BLANK_USER } from '../../../shared/simulator/directory.ts';
import type { TestTenant } from '../../support/start-tenant.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { mappingPage } from '../pages/mapping-page.ts';
import { replaceJson } from '../pages/json-editor.ts';

test.setTimeout(120_000);

const AT = '2026-03-01T12:00:00.000Z';
const VELPIC = '7c8f5a30-4f0e-4a0b-9b52-2f1f6b7f1a01';
const ZORA = '0b7f6a52-8f1d-4d4d-8a44-5b8c6f3f0c11';

function fillDirectory({ store }: TestTenant): void {
  const { directory } = store;
  directory.createApplication({ id: VELPIC, appId: ZORA, displayName: 'Velpic', at: AT });
  directory.createUser(
    {
      ...BLANK_USER,
      userPrincipalName: 'zora@contoso.com',
      displayName: 'Zora Quill',
      givenName: 'Zora',
      surname: 'Quill',
      mail: 'zora@contoso.com',
      department: 'Retail',
    },
    { objectId: ZORA, at: AT },
  );
}

test('A mapping is changed by an expression, tried on a person, filtered and saved', async ({
  tenant,
  openApp,
}) => {
  fillDirectory(tenant);
  const page = await openApp(`/entra/mapping?application=${VELPIC}`);
  const { row, open, choose, details, press, choosePerson, table } = mappingPage(page);
  await expect(table.getByRole('row')).toHaveCount(23);

  await choosePerson('zora', 'Zora Quill');
  await expect(row('displayName')).toContainText('Zora Quill');
  await open('displayName');
  await choose('Mapping type', 'Expression');
  await expect(row('displayName')).toContainText('has no expression; write one');
  await replaceJson(page, 'Expression', 'Join(", ", ToUpr([surname]), [givenName])');
  await expect(row('displayName')).toContainText('did you mean ToUpper?');
  await expect(page.getByRole('radio', { name: 'Users (1 error)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await replaceJson(page, 'Expression', 'Join(", ", ToUpper([surname]), [givenName])');
  await expect(details.getByText('"QUILL, Zora"')).toBeVisible();
  await expect(row('displayName')).toContainText('QUILL, Zora');
  await details.getByRole('textbox', { name: '[surname]' }).fill('Wu');
  await expect(details.getByText('"WU, Zora"')).toBeVisible();
  await expectAccessible(page);

  await press('Add scoping filter');
  await page.getByRole('textbox', { name: 'Value' }).fill('Sales');
  await expect(page.getByText('Out of scope')).toBeVisible();
  await press(/Why\?/);
  await expect(details).toContainText('It is “Retail”.');
  await expect(details).toContainText('Zora Quill is not assigned to the application.');
  await press('What will be sent');
  await expect(details).toContainText('"displayName": "QUILL, Zora"');
  await expect(details).toContainText('Not sent: Zora Quill is not in scope');
  await expect(details).toContainText('"value": "False"');
  await expectAccessible(page);

  await press('Save');
  await expect(page.getByText('The mappings are saved.').first()).toBeVisible();
  const schema = await tenant.admin('getJobSchema', { params: { application: VELPIC } });
  expect(
    schema.users.attributeMappings.find(({ target }) => target === 'displayName'),
  ).toMatchObject({
    type: 'Expression',
    expression: 'Join(", ", ToUpper([surname]), [givenName])',
  });
  expect(schema.users.scopingFilters).toHaveLength(1);
});

test('Attributes are listed and mapped, the schema goes out and in, defaults come back', async ({
  tenant,
  openApp,
}) => {
  fillDirectory(tenant);
  const page = await openApp(`/entra/mapping?application=${VELPIC}`);
  const { row, open, choose, chooseOption, press, dialog, table } = mappingPage(page);
  const badge = 'urn:ietf:params:scim:schemas:extension:Velpic:2.0:User:badge';

  await chooseOption('Edit attribute list');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add attribute' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).last().fill(badge);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await press('Add new mapping');
  await choose('Target attribute', badge);
  await choose('Source attribute', 'extensionAttribute1');
  await expect(row(badge)).toContainText('extensionAttribute1');

  await chooseOption('Edit attribute list for Microsoft Entra ID');
  await dialog.getByRole('button', { name: 'Add attribute' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).press('End');
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Name' }).pressSequentially('costCentre');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  const extension = `extension_${ZORA.replaceAll('-', '')}_costCentre`;
  await choose('Source attribute', extension);
  await expect(row(badge)).toContainText(extension);

  await chooseOption('Review your schema');
  await expect(dialog.getByRole('textbox', { name: 'Schema' })).toContainText(
    'synchronizationRules',
  );
  await expectAccessible(page);
  const graph = await tenant.admin('writeGraphSchema', {
    body: (await tenant.admin('getDefaultSchema')).schema,
  });
  const [rule] = graph.synchronizationRules;
  const [users] = rule?.objectMappings ?? [];
  const short = {
    synchronizationRules: [
      {
        objectMappings: [
          { ...users, scope: null, attributeMappings: users?.attributeMappings.slice(0, 2) },
        ],
      },
    ],
  };
  await replaceJson(page, 'Schema', JSON.stringify(short));
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await page.getByRole('radio', { name: 'Groups' }).click();
  await open('members');
  await page.getByRole('radio', { name: 'Users' }).click();

  await chooseOption('Restore default mappings');
  await dialog.getByRole('button', { name: 'Restore default mappings' }).click();
  await expect(table.getByRole('row')).toHaveCount(23);
  await expect(row('userName').getByRole('button', { name: /is required/ })).toBeDisabled();
});
