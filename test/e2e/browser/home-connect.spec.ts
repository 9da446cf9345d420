import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { connectCard } from '../pages/connect-card.ts';

test.describe('Connect card', () => {
  test('shows the Tenant URL, and the Secret Token only when asked', async ({
    tenant,
    openApp,
  }) => {
    const { tenantUrl, secretToken, reveal, hide } = connectCard(await openApp());

    await expect(tenantUrl).toHaveText(tenant.scimUrl);
    await expect(secretToken).not.toContainText(tenant.token);
    await reveal.click();
    await expect(secretToken).toHaveText(tenant.token);
    await hide.click();
    await expect(secretToken).not.toContainText(tenant.token);
  });

  test('copies both values, the token without showing it', async ({ tenant, openApp, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await openApp();
    const { card, copy } = connectCard(page);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

    await copy('Tenant URL').click();
    await expect.poll(clipboard).toBe(tenant.scimUrl);
    await copy('Secret Token').click();
    await expect.poll(clipboard).toBe(tenant.token);
    await card.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'Entra form values' }).click();
    await expect
      .poll(clipboard)
      .toBe(`Tenant URL: ${tenant.scimUrl}\nSecret Token: ${tenant.token}\n`);
  });

  test('sends a real Test Connection request and says what came back', async ({
    tenant,
    openApp,
  }) => {
    const { sendTest, outcome, recent } = connectCard(await openApp());

    await sendTest.click();

    await expect(outcome).toContainText('200');
    await expect(recent.getByRole('listitem')).toHaveCount(1);
    await expect(recent.getByRole('listitem')).toContainText('Test connection');
    const { requests } = await tenant.admin('listRequests');
    expect(requests.map(({ operation, source }) => ({ operation, source }))).toEqual([
      { operation: 'test-connection', source: 'app' },
    ]);
  });
});

test.describe('Manage > Integration > SCIM', () => {
  test('holds the connect values and the public address', async ({ tenant, openApp }) => {
    const page = await openApp();
    const { tenantUrl, publicUrl, savePublicUrl, removePublicUrl } = connectCard(page);

    await appFrame(page).entry('SCIM').click();
    await publicUrl.fill('https://demo.example/');
    await savePublicUrl.click();

    await expect(tenantUrl).toHaveText('https://demo.example/scim/v2');
    await removePublicUrl.click();
    await expect(tenantUrl).toHaveText(tenant.scimUrl);
  });

  test('says what is wrong with an address that is none', async ({ openApp }) => {
    const page = await openApp('/integration/scim');
    const { publicUrl, savePublicUrl } = connectCard(page);

    await publicUrl.fill('not a url');
    await savePublicUrl.click();

    await expect(publicUrl).toHaveAccessibleDescription(/not a URL/);
  });

  test('finds the public address by itself from a request through a tunnel', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp('/integration/scim');
    const { tenantUrl, reach } = connectCard(page);
    await expect(tenantUrl).toHaveText(tenant.scimUrl);

    await tenant.scim('GET', '/Users', {
      headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'abc.trycloudflare.com' },
    });

    await expect(tenantUrl).toHaveText('https://abc.trycloudflare.com/scim/v2');
    await reach('Local').click();
    await expect(tenantUrl).toHaveText(tenant.scimUrl);
  });

  test('forgets an address that it found by itself, once the tunnel is gone', async ({
    tenant,
    openApp,
  }) => {
    await tenant.scim('GET', '/Users', { headers: { 'X-Forwarded-Host': 'gone.example' } });
    const page = await openApp('/integration/scim');
    const { tenantUrl, forgetPublicUrl } = connectCard(page);
    await expect(tenantUrl).toHaveText('http://gone.example/scim/v2');

    await forgetPublicUrl.click();

    await expect(tenantUrl).toHaveText(tenant.scimUrl);
    await expect(forgetPublicUrl).toBeHidden();
  });
});

test.describe('Frame', () => {
  test('counts what the tenant holds, live', async ({ tenant, openApp }) => {
    const page = await openApp();
    const { statusBar, entry } = appFrame(page);
    await expect(statusBar).toContainText('0 users');

    await tenant.scim('POST', '/Users', { body: { userName: 'ada@contoso.test' } });

    await expect(statusBar).toContainText('1 user');
    await expect(entry('Requests')).toContainText('1 new');
    await entry('Requests').click();
    await expect(entry('Requests')).not.toContainText('new');
  });

  test('keeps the chosen theme over a reload', async ({ openApp }) => {
    const page = await openApp();
    const root = page.locator('html');

    await appFrame(page).theme('Dark theme').click();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', 'dark');
  });

  test('drops the key from the address bar and keeps it for the tab', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp();

    expect(page.url()).toBe(`${tenant.adminUrl}/#/`);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  });

  test('without a key says how to get in, and lets in with the pasted link', async ({
    tenant,
    page,
  }) => {
    await page.goto(tenant.adminUrl);
    await expect(page.getByRole('heading', { name: 'This page needs a key' })).toBeVisible();

    await page.getByRole('textbox', { name: 'Or paste that link here' }).fill(tenant.uiUrl);
    await page.getByRole('button', { name: 'Open' }).click();

    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  });

  test('with the key of an earlier start says so', async ({ tenant, page, expectedMessages }) => {
    expectedMessages.push(/401/);

    await page.goto(`${tenant.adminUrl}/#key=${'x'.repeat(43)}`);

    await expect(page.getByRole('heading', { name: 'The server has a new key' })).toBeVisible();
  });
});
