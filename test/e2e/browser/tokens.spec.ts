import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { connectCard } from '../pages/connect-card.ts';
import { tokensCard } from '../pages/tokens-card.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Secret Token', () => {
  test('says that it hides by itself, and when it ends', async ({ tenant, openApp }) => {
    const { card, reveal, hide } = connectCard(await openApp());
    await expect(card).toContainText('Never expires');

    await reveal.click();
    await expect(card.getByText('Shown for 30 seconds, then hidden again')).toBeVisible();
    await hide.click();
    await expect(card.getByText('Hidden again')).toBeVisible();

    const [token] = (await tenant.admin('listTokens')).tokens;
    await tenant.admin('expireToken', { params: { tenant: 'default', id: token?.id ?? '' } });
    await expect(card).toContainText(/Expired .* Clients are refused with 401/);
  });

  test('is rotated after a question; the old secret stays valid for a while', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp();
    const { card, secretToken, reveal } = connectCard(page);
    const { confirm } = tokensCard(page);

    await card.getByRole('button', { name: 'Rotate Secret Token' }).click();
    await confirm('Rotate').click();

    await expect(card).toContainText('The secret before stays valid until');
    await reveal.click();
    await expect(secretToken).not.toHaveText(tenant.token);
    expect((await tenant.scim('GET', '/Users')).status).toBe(200);
  });
});

test.describe('Copy as', () => {
  for (const [label, pattern] of [
    ['cURL', /^curl .*\/Users\?filter=.* \\\n {2}--header 'Authorization: Bearer /],
    ['PowerShell', /Invoke-RestMethod -Uri 'http/],
    ['.http file', /^@tenantUrl = http/],
    ['Environment variables', /^SCIM_TENANT_URL=http.*\nSCIM_SECRET_TOKEN=/],
  ] as const) {
    test(`${label} has both values`, async ({ tenant, openApp, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const page = await openApp();

      await connectCard(page).card.getByRole('button', { name: 'Copy as' }).click();
      await page.getByRole('menuitem', { name: label }).click();

      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(clipboard).toMatch(pattern);
      expect(await clipboard()).toContain(tenant.token);
    });
  }
});

test.describe('Tokens', () => {
  test('are created with a name and a scope, shown with their use, expired and revoked', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp('/integration/scim');
    const { create, dialog, confirm, row, actions, action } = tokensCard(page);

    await create.click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Okta');
    await dialog.getByRole('button', { name: /Scope/ }).click();
    await page.getByRole('option', { name: 'Read only' }).click();
    await confirm('Create').click();
    const secret = await dialog.getByLabel('Secret Token', { exact: true }).innerText();
    await confirm('Done').click();
    const asOkta = { headers: { Authorization: `Bearer ${secret}` } };
    expect((await tenant.scim('GET', '/Users', asOkta)).status).toBe(200);
    await expect(row('Okta')).toContainText('Read only');
    await expect(row('Okta')).not.toContainText(secret);

    await actions('Okta').click();
    await action('Expire now').click();
    await confirm('Expire now').click();
    await expect(row('Okta')).toContainText('Expired');
    await actions('Okta').click();
    await action('Revoke').click();
    await confirm('Revoke').click();
    await expect(row('Okta')).toContainText('Revoked');
    expect((await tenant.scim('GET', '/Users', asOkta)).status).toBe(401);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`Manage > Integration > SCIM (${colorScheme})`, () => {
    test.use({ colorScheme });

    test('has no axe violation with tokens in every state, nor has the form', async ({
      tenant,
      openApp,
    }) => {
      const make = async (name: string) =>
        (await tenant.admin('createToken', { body: { name } })).id;
      await make('Live');
      await tenant.admin('expireToken', { params: { tenant: 'default', id: await make('Old') } });
      await tenant.admin('revokeToken', { params: { tenant: 'default', id: await make('Gone') } });
      const page = await openApp('/integration/scim');
      const { row, create, dialog } = tokensCard(page);
      await expect(row('Gone')).toContainText('Revoked');
      await expectAccessible(page);
      await create.click();
      await expect(dialog).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('The guide has the names of both portals and leads to what arrived', async ({
  tenant,
  openApp,
}) => {
  await tenant.admin('testConnection');
  const page = await openApp('/integration/scim');
  const guide = page.getByRole('region', { name: 'Paste into Entra' });

  await expect(guide).toContainText('New configuration');
  await guide.getByRole('radio', { name: 'Classic portal' }).click();
  await expect(guide).toContainText('Provisioning Mode: Automatic');
  await guide.getByRole('link', { name: 'Test Connection under Requests' }).click();

  await expect(page.getByRole('row', { name: /Test connection/ })).toHaveCount(1);
});

test('Keyboard alone: makes a token and revokes it', async ({ openApp }) => {
  const page = await openApp('/integration/scim');
  const { create, dialog, row, actions, action } = tokensCard(page);
  const press = (key: string) => page.keyboard.press(key);

  await pressEnter(create);
  await page.keyboard.type('Demo');
  for (let presses = 0; presses < 4; presses += 1) await press('Tab');
  await press('Enter');
  await expect(dialog).toContainText('"Demo" has been created');
  await press('Escape');
  await pressEnter(actions('Demo'));
  await press('End');
  await expect(action('Revoke')).toBeFocused();
  await press('Enter');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await press('Tab');
  await press('Enter');

  await expect(row('Demo')).toContainText('Revoked');
});
