import { sendUser, sendUsers } from '../../support/send-users.ts';
import { expect, test } from '../fixtures.ts';
import { requestsPage } from '../pages/requests-page.ts';

test.describe('Requests filter', () => {
  test('narrows the list to rows that answer to every term, and stands in the address', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'ada', 3);
    await tenant.scim('GET', '/Users/nobody');
    const page = await openApp('/requests');
    const { filter, rows } = requestsPage(page);

    await filter.fill('ada2 method:post');

    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Create user ada2@contoso.test');
    await expect(page).toHaveURL(/#\/requests\?filter=ada2(\+|%20)method(:|%3A)post$/);
    await filter.fill('status:404');
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(4);
  });

  test('comes from the address, and judges live rows too', async ({ tenant, openApp }) => {
    const { filter, rows } = requestsPage(await openApp('/requests?filter=grace'));
    await expect(filter).toHaveValue('grace');

    await sendUser(tenant, 'ada');
    await sendUser(tenant, 'grace');

    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('grace@contoso.test');
  });

  test('says when nothing matches, and how to see everything again', async ({
    tenant,
    openApp,
  }) => {
    await sendUser(tenant, 'ada');
    const page = await openApp('/requests?filter=zebra');
    const { rows, clearFilter } = requestsPage(page);

    await expect(page.getByRole('heading', { name: 'No request matches' })).toBeVisible();
    await clearFilter.click();

    await expect(rows).toHaveCount(1);
  });

  test('completes tokens and values, and tells how many requests each would leave', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'ada', 3);
    await tenant.scim('GET', '/Users/nobody');
    const page = await openApp('/requests');
    const { filter, completions, rows } = requestsPage(page);
    await expect(rows).toHaveCount(4);

    await filter.pressSequentially('sta');
    await expect(completions.getByRole('option').first()).toContainText('status:');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(filter).toHaveValue('status:');
    await expect(completions.getByRole('option', { name: /^404.* 1 request$/ })).toBeVisible();
    await filter.pressSequentially('40');
    await expect(completions.getByRole('option', { name: /^404/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect(filter).toHaveValue('status:404 ');
    await expect(rows).toHaveCount(1);
  });

  test('says what is wrong and where, and keeps the list', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'ada', 2);
    const page = await openApp('/requests');
    const { filter, rows } = requestsPage(page);
    await expect(rows).toHaveCount(2);

    await filter.fill('source:nobody');

    await expect(filter).toHaveAccessibleDescription(/source: expects one of .*\(character 8\)/);
    await expect(rows).toHaveCount(2);
  });

  test('names the term that leaves nothing, and takes it away', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'ada', 2);
    const page = await openApp('/requests?filter=op:create+status:5xx');
    const { rows, filter } = requestsPage(page);

    await page.getByRole('button', { name: /^Without status:5xx ?: 2 requests$/ }).click();

    await expect(rows).toHaveCount(2);
    await expect(filter).toHaveValue('op:create');
  });

  test('finds words in bodies, of live rows too', async ({ tenant, openApp }) => {
    const { rows } = requestsPage(await openApp('/requests?filter=body:grace'));

    await sendUser(tenant, 'ada');
    await sendUser(tenant, 'grace');

    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('grace@contoso.test');
  });

  test('is saved as a view under a name, with order and groups', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'ada', 3);
    const page = await openApp('/requests?filter=op:create&sort=duration&order=descending');
    const { tool, rows } = requestsPage(page);
    await expect(rows).toHaveCount(3);

    await tool('Saved views').click();
    await page.getByRole('button', { name: 'Save this view…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Slow creates');
    await page.keyboard.press('Enter');
    await expect(tool('Saved views')).toHaveAttribute('aria-pressed', 'true');
    await page.goto(`${tenant.adminUrl}/#/requests`);
    await tool('Saved views').click();
    await page.getByRole('button', { name: 'Slow creates', exact: true }).click();

    await expect(page).toHaveURL(/filter=op(:|%3A)create/);
    await expect(page).toHaveURL(/sort=duration/);
    await expect(page.getByText('Live updates paused')).toBeVisible();
  });
});
