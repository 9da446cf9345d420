import { buildRequest } from '../../support/build-request.ts';
import { sendUser, sendUsers } from '../../support/send-users.ts';
import type { TestTenant } from '../../support/start-tenant.ts';
import { expect, test } from '../fixtures.ts';
import { composePage } from '../pages/compose-page.ts';
import { requestsPage } from '../pages/requests-page.ts';

test.describe('What is done to requests', () => {
  test('E, the menu and the button open a request in Compose', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'ada', 2);
    const page = await openApp('/requests');
    const { row, details, menuItem } = requestsPage(page);
    // The address forgets the request once Compose has it: Back leads to the list.
    const { tab, body } = composePage(page);

    await row('ada1').click();
    await details.getByRole('button', { name: 'Edit and send again' }).click();
    await expect(tab(/Request \d$/)).toBeVisible();
    await expect(page).toHaveURL(/#\/compose$/);
    await expect(body).toContainText('ada1@contoso.test');
    await page.goBack();
    await row('ada2').click({ button: 'right' });
    await menuItem(/^Edit and send again/).click();
    await expect(body).toContainText('ada2@contoso.test');
    await expect(page).toHaveURL(/#\/compose$/);
    await page.goBack();
    await row('ada1').click();
    await page.keyboard.press('e');

    await expect(page).toHaveURL(/#\/compose/);
    await expect(body).toContainText('ada1@contoso.test');
  });

  test('a note and a pin are read from the log first, whatever list the row is in', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'ada', 3);
    await tenant.admin('annotateRequests', {
      body: { ids: [1], note: 'Seen on Monday', isPinned: true },
    });
    const page = await openApp('/requests?filter=request:1..2&group=operation');
    const { rows, row } = requestsPage(page);
    const note = page.getByRole('textbox', { name: 'Note' });
    await row('2 requests').click();
    const first = rows.nth(1);
    await expect(first.getByRole('img', { name: 'Pinned' })).toBeVisible();

    await first.focus();
    await page.keyboard.press('n');
    await expect(note).toHaveValue('Seen on Monday');
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(first).toBeFocused();
    await page.keyboard.press('p');
    await expect(first.getByRole('img', { name: 'Pinned' })).toBeHidden();
    await first.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('n');

    await expect(note).toHaveValue('');
    await expect(page.getByText('1 of them has a note, which this replaces.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await note.press('Control+Enter');
    await expect(note).toBeVisible();
  });

  test('a group of requests without a resource opens like any other, and leads to its connection', async ({
    tenant,
    openApp,
  }) => {
    await sendUser(tenant, 'ada');
    await tenant.scim('GET', '/ServiceProviderConfig');
    const { row, rows, details } = requestsPage(await openApp('/requests?group=resource'));

    await row('None').click();
    await row('ServiceProviderConfig').click();
    await details.getByRole('link', { name: 'All requests of connection 2' }).click();

    await expect(rows).toHaveCount(2);
  });

  test('Ctrl+A selects all that match, loaded or not: they are summed up, noted, pinned, sent again and deleted', async ({
    tenant,
    openApp,
  }) => {
    for (let count = 0; count < 1100; count += 1) tenant.store.requestLog.insert(readOf(tenant));
    await tenant.scim('GET', '/Users/nobody');
    const page = await openApp('/requests?filter=op:read-discovery');
    const { rows, row, selection, filter } = requestsPage(page);
    const press = (name: string) => selection.getByRole('button', { name, exact: true }).click();
    const countAll = async (query: { filter?: string }) =>
      (await tenant.admin('countRequestLog', { query })).total;

    await rows.last().focus();
    await page.keyboard.press('Control+a');
    await expect(selection).toContainText('All 1,100 requests selected');
    await expect(selection).toContainText('1,100, 0 failed');
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog', { name: 'Note on all 1,100 requests' })).toBeVisible();
    await page.keyboard.type('Of the first run');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('1,100 requests noted').first()).toBeVisible();
    expect(await countAll({ filter: 'has:note' })).toBe(1100);
    await press('Pin');
    await expect(page.getByText('1,100 requests pinned').first()).toBeVisible();
    await expect(selection.getByRole('button', { name: 'Unpin' })).toBeVisible();
    await press('Send again in order');
    await expect(page.getByText('at most 1,000 are sent again at once').first()).toBeVisible();
    expect(await countAll({})).toBe(1101);
    await press('Delete');
    await expect(page.getByText('1,100 requests deleted').first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().click();

    await filter.fill('op:read-discovery request:<=12');
    await expect(rows).toHaveCount(12);
    await rows.last().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('r');
    await expect(page.getByRole('alertdialog')).toContainText('Send 12 requests again?');
    await page.getByRole('button', { name: 'Send 12 requests again' }).click();
    await expect(page.getByText('12 requests sent again').first()).toBeVisible();
    await press('Delete');
    await filter.fill('request:>1100');
    await expect(row('nobody')).toBeVisible();
    await expect(rows).toHaveCount(13);
  });

  test('an export that is cancelled while it is written is not saved', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'ada', 2);
    const page = await openApp('/requests');
    await page.route('**/api/requests/export', () => undefined); // the answer takes for ever
    await requestsPage(page).tool('Export requests').click();
    const dialog = page.getByRole('dialog', { name: 'Export or import requests' });
    await dialog.getByRole('button', { name: 'Download' }).click();
    await expect(dialog.getByRole('button', { name: 'Writing the file…' })).toBeVisible();

    const ended = page.waitForEvent('requestfailed', (one) => one.url().endsWith('/export'));
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    expect((await ended).failure()?.errorText).toBe('net::ERR_ABORTED');
    await expect(page.getByText('The export was cancelled').first()).toBeVisible();
  });

  test('more pinned requests than the limit are told, and shown', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'ada', 3);
    await tenant.admin('changeSettings', { body: { 'log.maxPinned': 1 } });
    const page = await openApp('/requests');
    const { rows } = requestsPage(page);

    await tenant.admin('annotateMatchingRequests', {
      body: { filter: 'request:1..2', isPinned: true },
    });
    await expect(page.getByText('2 pinned requests exceed the limit of 1.')).toBeVisible();
    await page.getByRole('button', { name: 'Show pinned' }).click();

    await expect(rows).toHaveCount(2);
    await tenant.admin('changeSettings', { body: { 'log.maxPinned': 2 } });
    await expect(page.getByText('exceed the limit')).toBeHidden();
  });

  test('a duration is sorted from the slowest at the first press', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'ada', 2);
    const page = await openApp('/requests');
    const header = page.getByRole('columnheader', { name: 'Duration' });

    await header.click();

    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await header.click();
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await header.click();
    await expect(header).toHaveAttribute('aria-sort', 'none');
  });
});

function readOf({ store }: TestTenant) {
  return buildRequest(store.requestLog.nextRequestId(), {
    at: new Date(Date.now() - 60_000).toISOString(),
    method: 'GET',
    path: '/scim/v2/ServiceProviderConfig',
    status: 200,
    operation: 'read-discovery',
    sentence: 'Read the service provider configuration',
    resourceType: null,
    resourceId: null,
    resourceName: null,
    requestBody: { text: '', bytes: 0, truncated: false },
  });
}
