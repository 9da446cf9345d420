import { sendUser } from '../../support/send-users.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { composePage } from '../pages/compose-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Compose', () => {
  test('sends a template with the keyboard alone and shows what it changed', async ({
    tenant,
    openApp,
  }) => {
    await sendUser(tenant, 'ada');
    const page = await openApp('/compose');
    const { templates, template, response, answerTab } = composePage(page);

    await pressEnter(templates);
    await expect(template('Deactivate a user')).toBeVisible();
    await page.keyboard.type('Deactivate a user');
    await page.keyboard.press('Enter');
    await expect(composePage(page).tab(/Deactivate a user/)).toBeVisible();
    await page.keyboard.press('Control+Enter');

    await expect(response).toContainText('200 OK');
    await answerTab('Effect').focus();
    await page.keyboard.press('Enter');
    await expect(response).toContainText('active');
    await response.getByRole('link', { name: 'Request 2 in the log' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/requests\?.*id=2/);
  });

  test('completes endpoints, resources and attributes of a path', async ({ tenant, openApp }) => {
    const id = await sendUser(tenant, 'ada');
    const page = await openApp('/compose');
    const { newRequest, path } = composePage(page);
    await newRequest.click();
    const option = (name: string) => page.getByRole('option', { name });

    await path.fill('');
    await path.pressSequentially('/Gr');
    await expect(option('/Groups')).toBeVisible();
    await path.fill('');
    await path.pressSequentially('/Users/');
    await option(`/Users/${id}`).click();
    await expect(path).toHaveValue(`/Users/${id}`);
    await path.fill('');
    await path.pressSequentially('/Users?filter=userN');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(path).toHaveValue('/Users?filter=userName');
  });

  test('opens a logged request, changed and sent again', async ({ tenant, openApp }) => {
    await sendUser(tenant, 'ada');
    const page = await openApp('/compose?from=1');
    const { tab, path, response, send } = composePage(page);
    await expect(tab(/Request 1/)).toBeVisible();
    await expect(path).toHaveValue('/Users');

    await send.click();

    await expect(response).toContainText('409 Conflict');
    await expect(response).toContainText('uniqueness');
  });

  test('asks before it sends to another machine', async ({ openApp }) => {
    const page = await openApp('/compose');
    const { importButton, dialog, send, question, response } = composePage(page);
    await importButton.click();
    const text = "curl 'https://scim.invalid/v2/Users' -H 'Authorization: Bearer abc'";
    await dialog('Import requests').getByRole('textbox').fill(text);
    await dialog('Import requests').getByRole('button', { name: 'Open' }).click();

    await send.click();

    await expect(question('Send to scim.invalid?')).toContainText('not this machine');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(response).toContainText('Nothing sent yet');
  });

  test('keeps a request in the workspace, without its token', async ({ tenant, openApp }) => {
    const page = await openApp('/compose');
    const { newRequest, save, dialog, openButton, tab } = composePage(page);
    await newRequest.click();
    await save.click();
    await dialog('Save the request').getByRole('textbox', { name: 'Name' }).fill('All users');
    await page.keyboard.press('Enter');
    await expect(tab(/All users/)).toBeVisible();

    await page.reload();
    await openButton.click();
    await dialog('Open a request').getByRole('button', { name: 'Open All users' }).click();

    await expect(tab(/All users/)).toBeVisible();
    const { requests } = await tenant.admin('listSavedRequests');
    expect(requests.map(({ name }) => name)).toEqual(['All users']);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`No axe violation (${colorScheme})`, () => {
      test.use({ colorScheme });

      test('empty, with a request, an answer and its code', async ({ tenant, openApp }) => {
        await sendUser(tenant, 'ada');
        const page = await openApp('/compose');
        const { templates, template, response, part } = composePage(page);
        await expect(templates).toBeVisible();
        await expectAccessible(page);
        await templates.click();
        await template('Update a user').click();
        await page.keyboard.press('Control+Enter');
        await expect(response).toContainText('200 OK');
        await expectAccessible(page);
        for (const name of ['Headers', 'Code']) {
          await part(name).click();
          await expectAccessible(page);
        }
      });
    });
  }
});

test.describe('Export of requests', () => {
  test('copies a request as code and saves the list, with the keyboard alone', async ({
    tenant,
    openApp,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await sendUser(tenant, 'ada');
    const page = await openApp('/requests?id=1&tab=export');
    const details = page.getByRole('region', { name: 'Request details' });
    const code = details.getByRole('group', { name: /^Request as/ });
    await expect(code).toContainText("curl -X POST 'http");
    await expectAccessible(page);

    await pressEnter(details.getByRole('button', { name: /Format/ }));
    await page.keyboard.type('PowerShell');
    await page.keyboard.press('Enter');
    await expect(code).toContainText('Invoke-RestMethod');
    await details.getByRole('checkbox', { name: /pseudonyms/ }).focus();
    await page.keyboard.press('Space');
    await expect(code).toContainText('person1@example.com');
    await pressEnter(details.getByRole('button', { name: 'Copy', exact: true }));
    await expect(details.getByRole('button', { name: 'Copied' })).toBeVisible();

    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('person1@example.com');
    expect(text).not.toContain(tenant.token.slice(-4));
  });

  test('brings a HAR file into the list', async ({ tenant, openApp }) => {
    await sendUser(tenant, 'ada');
    const { text } = await tenant.callAdmin('GET', '/api/requests/export?format=har');
    const page = await openApp('/requests');
    await page.getByRole('button', { name: 'Export requests' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export or import requests' });
    const chosen = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Import a HAR file' }).click();

    const file = { name: 'a.har', mimeType: 'application/json', buffer: Buffer.from(text) };
    await (await chosen).setFiles(file);

    await expect(dialog.getByRole('status')).toHaveText('1 request imported');
    await expectAccessible(page);
  });
});
