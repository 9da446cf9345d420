import { sendUser, sendUsers } from '../../support/send-users.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { requestsPage } from '../pages/requests-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Keyboard alone', () => {
  test('reads requests: into the list, through it, into the details, and back', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'key', 80);
    const page = await openApp('/requests');
    const { row, rows, filter, details, tab } = requestsPage(page);
    await expect(rows).not.toHaveCount(0);
    const focused = page.locator(':focus');

    await filter.focus();
    await page.keyboard.press('Escape');
    await expect(focused).toHaveAttribute('aria-rowindex', '81');
    await page.keyboard.press('ArrowUp');
    await expect(focused).toHaveAttribute('aria-rowindex', '80');
    await page.keyboard.press('Home');
    await expect(focused).toHaveAttribute('aria-rowindex', '2');
    await expect(focused).toBeInViewport();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    const opened = await focused.innerText();
    await page.keyboard.press('Enter');

    await expect(tab('Summary')).toBeVisible();
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
    await expect(tab('Summary')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(tab('Request')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(focused).toHaveRole('row');
    expect(await focused.innerText()).toBe(opened);
    await page.keyboard.press('End');
    await expect(row('Create user key')).not.toHaveCount(0);
    await expect(focused).toHaveAttribute('aria-rowindex', '81');
  });

  test('skips the frame, and opens the menu that clears', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'key', 2);
    const page = await openApp('/requests');
    const { clear, rows, menuItem } = requestsPage(page);
    await expect(rows).toHaveCount(2);

    await page.keyboard.press('Tab');
    await expect(appFrame(page).skipLink).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await pressEnter(clear);
    await expect(menuItem('Delete all but pinned ones')).toBeFocused();
    await page.keyboard.press('Escape');

    await expect(clear).toBeFocused();
    await expect(rows).toHaveCount(2);
  });

  test('resizes the details', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'key', 1);
    const page = await openApp('/requests?id=1');
    const separator = page.getByRole('separator', { name: 'Width of Request details' });
    const before = Number(await separator.getAttribute('aria-valuenow'));

    await separator.focus();
    await page.keyboard.press('ArrowLeft');

    await expect(separator).toHaveAttribute('aria-valuenow', String(before + 24));
  });

  test('marks a request: pin, label, note, and finds it by its note', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'key', 3);
    const page = await openApp('/requests');
    const { rows, row, filter } = requestsPage(page);
    await expect(rows).toHaveCount(3);

    await page.keyboard.press('/');
    await expect(filter).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.keyboard.press('p');
    await page.keyboard.press('4');
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused(); // it reads the log first
    await page.keyboard.type('look at this');
    await page.keyboard.press('Control+Enter');
    await expect(row('key2').getByRole('img', { name: 'Pinned' })).toBeVisible();
    await expect(row('key2').getByRole('img', { name: 'Label: Blue diamond' })).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('has:note colour:4 is:pinned');

    await expect(rows).toHaveCount(1);
    await expect(row('key2').getByRole('img', { name: 'Note: look at this' })).toBeVisible();
  });

  test('selects several, reads their summary, deletes them and takes it back', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'key', 6);
    const page = await openApp('/requests');
    const { rows, filter, selection } = requestsPage(page);
    await expect(rows).toHaveCount(6);

    await filter.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(selection.getByRole('heading', { level: 2 })).toHaveText('3 requests selected');
    await expect(selection.getByRole('table', { name: 'Operations' })).toContainText('create3');
    await page.keyboard.press('Control+a');
    await expect(selection.getByRole('heading', { level: 2 })).toHaveText('6 requests selected');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('heading', { name: /Waiting for the first/ })).toBeVisible();
    await pressEnter(page.getByRole('button', { name: 'Undo' }));

    await expect(rows).toHaveCount(6);
  });

  test('goes along one resource, compares two requests and sends one again', async ({
    tenant,
    openApp,
  }) => {
    const id = await sendUser(tenant, 'ada');
    await sendUser(tenant, 'bob');
    await tenant.scim('GET', `/Users/${id}`);
    const page = await openApp('/requests?id=3');
    const { rows, details, filter } = requestsPage(page);
    await expect(details).toContainText('Request 3');

    await filter.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('[');
    await expect(details).toContainText('Request 1');
    await page.keyboard.press('d');
    await expect(page.getByRole('heading', { name: 'Requests 1 and 3' })).toBeVisible();
    await page.keyboard.press('r');

    await expect(rows).toHaveCount(4);
    await expect(page.getByText('Request 3 sent again: 200, before 200').first()).toBeVisible();
  });

  test('arranges columns and sorts from the header, and opens the menu of a row', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'key', 3);
    const page = await openApp('/requests');
    const { grid, rows, filter, menuItem } = requestsPage(page);
    await expect(rows).toHaveCount(3);
    const header = (name: string) => grid.getByRole('columnheader', { name });

    await filter.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    await expect(header('#')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    const before = (await header('Time').boundingBox())?.width ?? 0;
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await header('Time').boundingBox())?.width).toBe(before + 16);
    await page.keyboard.press('Control+ArrowLeft');
    await expect(header('Time')).toHaveAttribute('aria-colindex', '1');
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowRight');
    await expect(header('Source')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(header('Source')).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByText('Live updates paused')).toBeVisible();
    await expect(header('Source')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+F10');

    await expect(menuItem(/^Send again/)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(header('Time')).toHaveAttribute('aria-colindex', '1');
  });
});
