import { readId } from '../../support/read-id.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { snapshotsPage } from '../pages/snapshots-page.ts';

test.describe('Snapshots', () => {
  test('are taken, compared and put back from, keyboard only', async ({ tenant, openApp }) => {
    await tenant.scim('POST', '/Users', { body: { userName: 'ada', title: 'Engineer' } });
    const bob = await tenant.scim('POST', '/Users', { body: { userName: 'bob' } });
    const page = await openApp('/snapshots');
    const { take, name, details, difference, choose, putBack, dialog } = snapshotsPage(page);
    await expectAccessible(page);

    await take.focus();
    await page.keyboard.press('Enter');
    await expect(name).toBeFocused();
    await page.keyboard.type('Before');
    await page.keyboard.press('Enter');
    await expect(details.getByText('No resource differs.')).toBeVisible();
    await tenant.scim('DELETE', `/Users/${readId(bob)}`);
    await page.reload();
    await difference(/Removed bob/).press('Enter');
    await expect(details.getByRole('table', { name: 'Differences of bob' })).toBeVisible();
    await expectAccessible(page);
    await choose('bob').press('Space');
    await putBack.press('Enter');
    await dialog.getByRole('button', { name: 'Put back' }).press('Enter');

    await expect(appFrame(page).notifications).toContainText('1 resource put back');
    await expect(details.getByText('No resource differs.')).toBeVisible();
    const answer = await tenant.scim('GET', '/Users?filter=userName%20eq%20%22bob%22');
    expect(answer.body).toMatchObject({ totalResults: 1 });
  });

  test('bring the whole workspace back, and are deleted', async ({ tenant, openApp }) => {
    await tenant.admin('takeSnapshot', { body: { name: 'Empty', note: 'nobody yet' } });
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    const page = await openApp('/snapshots');
    const { row, details, dialog } = snapshotsPage(page);

    await row(/Empty/).click();
    await details.getByRole('button', { name: 'Restore all of it' }).click();
    await dialog.getByRole('button', { name: 'Restore snapshot' }).click();
    await expect(row(/Before "Empty"/)).toBeVisible();
    await expect(appFrame(page).statusBar).toContainText('0 users');
    await expect(dialog).toHaveCount(0);
    await details.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete snapshot' }).click();

    await expect(row(/nobody yet/)).toHaveCount(0);
    const { snapshots } = await tenant.admin('listSnapshots');
    expect(snapshots.map(({ name }) => name)).toEqual(['Before "Empty"']);
  });
});
