import { createServer } from 'node:http';
import { ALL_DOCUMENTS, BADGE_SCHEMA, BADGE_URN } from '../../support/device-documents.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { schemaPage } from '../pages/schema-page.ts';
import { pressEnter } from '../press-enter.ts';

const VELPIC = 'urn:ietf:params:scim:schemas:extension:Velpic:2.0:User';

test.describe('Schemas', () => {
  test('show every characteristic, and what is inside complex attributes', async ({ openApp }) => {
    const { attributes, expand } = schemaPage(await openApp('/schema'));

    await expect(attributes('User').getByRole('row', { name: /^userName/ })).toContainText(
      'stringYesNoreadWritedefaultserver',
    );
    await expand('emails').click();

    await expect(attributes('User').getByRole('row', { name: /^type/ })).toContainText(
      'work, home, other',
    );
  });

  test('are searched through all of them, what is inside included', async ({ openApp }) => {
    const { search, attributes } = schemaPage(await openApp('/schema'));

    await search.fill('manager');

    await expect(attributes('EnterpriseUser').getByRole('row', { name: /^manager/ })).toBeVisible();
    await expect(attributes('Group')).toBeHidden();
  });

  test('get an extension of one’s own, which Entra can map, and an attribute more', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp('/schema');
    const { newOf, action, dialog, field, press, schema, attributes, addAttribute } =
      schemaPage(page);

    await newOf.click();
    await action('Extension of User').click();
    await field('Name').fill('Velpic');
    await expect(field('Schema URN')).toHaveValue(VELPIC);
    await field('Attribute name').fill('site');
    await press('See what it does');
    await expect(dialog).toContainText('Nothing that is stored is touched');
    await press('Apply');
    await schema(/Velpic/).click();
    await addAttribute.click();
    await field('Attribute name').fill('floor');
    await press('See what it does');
    await press('Apply');

    await expect(attributes('Velpic').getByRole('row', { name: /^floor/ })).toBeVisible();
    const body = { userName: 'ada', [VELPIC]: { site: 'Perth', floor: '3' } };
    expect((await tenant.scim('POST', '/Users', { body })).body).toMatchObject(body);
  });

  test('tell before a removal how many resources lose a value, and go back to the form', async ({
    tenant,
    openApp,
  }) => {
    await tenant.admin('changeSchemas', { body: { put: [...ALL_DOCUMENTS] } });
    const badge = { [BADGE_URN]: { number: '7', doors: ['front'] } };
    await tenant.scim('POST', '/Users', { body: { userName: 'ada', ...badge } });
    const page = await openApp(`/schema?schema=${BADGE_URN}`);
    const { actions, action, dialog, press, field, attributes } = schemaPage(page);

    await actions('doors').click();
    await action('Change…').click();
    await field('Attribute name').fill('no good');
    await press('See what it does');
    await expect(dialog.getByRole('alert')).toContainText('must begin with a letter');
    await press('Cancel');
    await actions('doors').click();
    await action('Remove…').click();
    await expect(dialog).toContainText('is taken away in 1 resource; the values are removed');
    await expect(dialog).toContainText('Where Entra would stumble');
    await press(/^Apply/);

    await expect(attributes('Badge').getByRole('row', { name: /^doors/ })).toBeHidden();
    const [user] = (
      await tenant.admin('queryResources', {
        params: { tenant: 'default', resourceType: 'User' },
        query: {},
      })
    ).resources;
    expect(user).not.toHaveProperty(['resource', BADGE_URN, 'doors']);
  });

  test('come in as JSON from an address', async ({ openApp }) => {
    const server = createServer((_request, response) => response.end(JSON.stringify(BADGE_SCHEMA)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const page = await openApp('/schema');
    const { importJson, field, press, schema, dialog } = schemaPage(page);

    await importJson.click();
    await field('Address').fill(`http://127.0.0.1:${port}/Schemas`);
    await press('Read address');
    await expect(dialog.getByText(BADGE_URN)).toBeVisible();
    await press('See what it does');
    await press('Apply');

    await expect(schema(/Badge/)).toContainText('Not in use');
    await expect(page.getByRole('note')).toContainText('No resource type has');
    server.close();
  });
});

test.describe('Service provider config', () => {
  test('changes what the tenant does, and discovery with it', async ({ tenant, openApp }) => {
    const page = await openApp('/schema?tab=provider');
    const { toggle } = schemaPage(page);

    await toggle('PATCH').focus();
    await page.keyboard.press('Space');
    await expect(toggle('PATCH')).not.toBeChecked();
    await page.getByRole('textbox', { name: 'Results of a filter' }).fill('50');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Changed')).toHaveCount(2);

    const { body } = await tenant.scim('GET', '/ServiceProviderConfig');
    expect(body).toMatchObject({ patch: { supported: false }, filter: { maxResults: 50 } });
    expect((await tenant.scim('PATCH', '/Users/1', { body: {} })).status).toBe(501);
    await page.getByRole('button', { name: 'Set PATCH back to the preset' }).click();
    await expect(toggle('PATCH')).toBeChecked();
  });

  test('refuses a limit out of bounds, saying which it takes', async ({ openApp }) => {
    const page = await openApp('/schema?tab=provider');
    const limit = page.getByRole('textbox', { name: 'Results of a filter' });

    await limit.fill('0');

    await expect(limit).toHaveAccessibleDescription('A whole number from 1 to 10000');
    await expect(limit).toHaveAttribute('aria-invalid', 'true');
  });
});

test.describe('Discovery', () => {
  test('is shown word for word, and compared with a preset', async ({ tenant, openApp }) => {
    const page = await openApp('/schema?tab=raw');
    const { tab, differences } = schemaPage(page);
    const { body } = await tenant.scim('GET', '/ServiceProviderConfig');
    await expect(page.getByRole('group', { name: 'Answer of /ServiceProviderConfig' })).toHaveText(
      JSON.stringify(body, null, 2),
    );

    await tab('Compare').click();
    await page.getByRole('button', { name: /Compare this tenant with/ }).click();
    await page.getByRole('option', { name: /AWS/ }).click();

    await expect(
      differences.getByRole('row', { name: /ServiceProviderConfig bulk/ }),
    ).toContainText('supported: false');
  });

  test('that says less than the tenant takes is remarked', async ({ tenant, openApp }) => {
    await tenant.admin('setProfile', {
      body: { preset: 'entra-tolerant', overrides: { entraFriendlySchemas: true } },
    });

    const page = await openApp('/schema');

    await expect(page.getByRole('note')).toContainText(/Discovery leaves out .*password/);
  });
});

test('Keyboard alone: makes a resource type', async ({ tenant, openApp }) => {
  const page = await openApp('/schema?tab=types');
  const { newOf, action, dialog, field } = schemaPage(page);
  const press = (key: string) => page.keyboard.press(key);

  await pressEnter(newOf);
  await press('End');
  await expect(action('Resource type')).toBeFocused();
  await press('Enter');
  await expect(field('Name')).toBeFocused();
  await page.keyboard.type('Device');
  for (let presses = 0; presses < 3; presses += 1) await press('Tab');
  await expect(field('Attribute name')).toBeFocused();
  await page.keyboard.type('displayName');
  await pressEnter(dialog.getByRole('button', { name: 'See what it does' }));
  await expect(dialog).toContainText('Entra provisions users and groups, and no other type.');
  await pressEnter(dialog.getByRole('button', { name: 'Apply' }));

  await expect(page.getByRole('region', { name: 'Device' })).toContainText('/Devices');
  expect((await tenant.scim('GET', '/Devices')).status).toBe(200);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`Schema (${colorScheme})`, () => {
    test.use({ colorScheme });
    test.setTimeout(90_000);

    test('has no axe violation on any tab, nor in the form', async ({ tenant, openApp }) => {
      await tenant.admin('changeSchemas', { body: { put: [...ALL_DOCUMENTS] } });
      const page = await openApp(`/schema?schema=${BADGE_URN}`);
      const { tab, attributes, addAttribute, dialog, press } = schemaPage(page);
      await expect(attributes('Badge')).toBeVisible();
      await expectAccessible(page);
      await addAttribute.click();
      await expect(dialog).toBeVisible();
      await expectAccessible(page);
      await press('Cancel');
      for (const name of ['Resource types', 'Service provider config', 'Compare', 'Raw JSON']) {
        await tab(name).click();
        await expect(page.getByRole('status', { name: /^(Loading|Comparing)/ })).toHaveCount(0);
        await expectAccessible(page);
      }
    });
  });
}
