import { sendUser, sendUsers } from '../../support/send-users.ts';
import { expect, test } from '../fixtures.ts';
import { requestsPage } from '../pages/requests-page.ts';

test.describe('Requests filter', () => {
  test('narrows the list to rows that hold every word, and stands in the address', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'ada', 3);
    await tenant.scim('GET', '/Users/nobody');
    const page = await openApp('/requests');
    const { filter, rows } = requestsPage(page);

    await filter.fill('ada2 POST');

    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Create user ada2@contoso.test');
    await expect(page).toHaveURL(/#\/requests\?text=ada2(\+|%20)POST$/);
    await filter.fill('404');
    await expect(rows).toHaveCount(1);
    await filter.press('Escape');
    await expect(rows).toHaveCount(4);
  });

  test('comes from the address, and judges live rows too', async ({ tenant, openApp }) => {
    const { filter, rows } = requestsPage(await openApp('/requests?text=grace'));
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
    const page = await openApp('/requests?text=zebra');
    const { rows, clearFilter } = requestsPage(page);

    await expect(page.getByRole('heading', { name: 'No request matches' })).toBeVisible();
    await clearFilter.click();

    await expect(rows).toHaveCount(1);
  });
});
