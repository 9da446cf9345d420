import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readId } from '../../support/read-id.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { snapshotsPage } from '../pages/snapshots-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Snapshots', () => {
  test('are taken, compared and put back from, keyboard only', async ({ tenant, openApp }) => {
    await tenant.scim('POST', '/Users', { body: { userName: 'ada', title: 'Engineer' } });
    const bob = await tenant.scim('POST', '/Users', { body: { userName: 'bob' } });
    const page = await openApp('/snapshots');
    const { take, name, details, difference, choose, putBack, dialog } = snapshotsPage(page);
    await expectAccessible(page);

    await pressEnter(take);
    await expect(name).toBeFocused();
    await page.keyboard.type('Before');
    await page.keyboard.press('Enter');
    await expect(details.getByText('No resource differs.')).toBeVisible();
    await tenant.scim('DELETE', `/Users/${readId(bob)}`);
    await page.reload();
    await pressEnter(difference(/Removed bob/));
    await expect(details.getByRole('table', { name: 'Differences of bob' })).toBeVisible();
    await expectAccessible(page);
    await choose('bob').press('Space');
    await pressEnter(putBack);
    await pressEnter(dialog.getByRole('button', { name: 'Put back' }));

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
    await details.getByRole('button', { name: 'Restore…' }).click();
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

  test('of one tenant bring that one back, and leave the others alone', async ({
    tenant,
    openApp,
  }) => {
    test.slow(); // it is looked at by axe three times
    await tenant.admin('createTenant', { body: { slug: 'sales', name: 'Sales' } });
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    const page = await openApp('/snapshots');
    const { take, name, row, details, dialog } = snapshotsPage(page);

    await take.press('Enter');
    await name.fill('Sales alone');
    await page.getByRole('button', { name: /The whole workspace/ }).press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('leaves the other tenants alone');
    await name.press('Enter');
    await expect(details).toContainText('Only the tenant sales, 0 users');
    await tenant.admin('createResource', {
      params: { tenant: 'sales', resourceType: 'User' },
      body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'eve' },
    });
    await details.getByRole('button', { name: 'Restore the tenant…' }).press('Enter');
    await expect(dialog).toContainText('Other tenants and their requests stay as they are');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await dialog.getByRole('button', { name: 'Restore the tenant' }).press('Enter');

    await expect(appFrame(page).notifications).toContainText(
      '"sales" of "Sales alone" is restored',
    );
    await row(/Before "Sales alone"/).click();
    await details.getByRole('button', { name: 'Restore…' }).click();
    await dialog.getByRole('button', { name: /The whole workspace/ }).click();
    await page.getByRole('option', { name: 'Only Sales (sales)' }).click();
    await dialog.getByRole('button', { name: 'Restore the tenant' }).click();
    await expect(appFrame(page).notifications).toContainText('"sales" of "Before');
    await appFrame(page).statusBar.getByRole('button', { name: 'Tasks' }).click();
    const tasks = page.getByRole('dialog', { name: 'Tasks' });
    await expect(tasks.getByRole('listitem')).toHaveText([
      /^Restore of a snapshot“Before "Sales alone"”, sales$/,
      /^Restore of a snapshot“Sales alone”, sales$/,
      /^Snapshot“Sales alone”, sales$/,
    ]);
    await expectAccessible(page);
    const { tenants } = await tenant.admin('listTenants');
    expect(tenants.map(({ slug, counts }) => [slug, counts.users])).toEqual([
      ['default', 1],
      ['sales', 1],
    ]);
  });

  test('go out as a file and come back in, chosen or dropped, and say what is in it first', async ({
    tenant,
    openApp,
    expectedMessages,
  }) => {
    test.slow(); // it goes out and comes in twice
    expectedMessages.push(/409/);
    await tenant.admin('createTenant', { body: { slug: 'sales', name: 'Sales' } });
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    await tenant.admin('takeSnapshot', { body: { name: 'Demo' } });
    await tenant.admin('deleteTenant', { params: { tenant: 'sales' } });
    const page = await openApp('/snapshots');
    const { row, details, dialog, ...snapshots } = snapshotsPage(page);

    await row(/Demo/).click();
    const saving = page.waitForEvent('download');
    await pressEnter(snapshots.exportFile);
    const file = await saving;
    expect(file.suggestedFilename()).toBe('Demo.scimsnap');
    const bytes = readFileSync(await file.path());
    await details.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete snapshot' }).click();
    await expect(row(/Demo/)).toHaveCount(0);

    const choosing = page.waitForEvent('filechooser');
    await pressEnter(snapshots.importFile);
    const chosen = { name: 'notes.scimsnap', mimeType: '', buffer: Buffer.from('just notes') };
    await (await choosing).setFiles(chosen);
    await expect(snapshots.importDialog.getByRole('alert')).toContainText(
      'The file is no snapshot.',
    );
    await page.keyboard.press('Escape');

    await dropFile(page, { name: 'Demo.scimsnap', bytes });
    await expect(snapshots.tenants.getByRole('row')).toHaveText([
      /Tenant/,
      /My SCIM app\s*101Stay as they are here/,
      /Sales\s*000A new Secret Token/,
    ]);
    await expectAccessible(page);
    await pressEnter(snapshots.importDialog.getByRole('button', { name: 'Import snapshot' }));
    await expect(row(/Demo\s*Imported/)).toBeVisible();
    await details.getByRole('button', { name: 'Restore…' }).click();
    await expect(dialog).toContainText('It holds no secrets');
    await dialog.getByRole('button', { name: 'Restore snapshot' }).click();

    await expect(appFrame(page).notifications).toContainText('New Secret Tokens: sales.');
    expect((await tenant.scim('GET', '/Users')).body).toMatchObject({ totalResults: 1 });
  });
});

/** As a person drops a file on the list. */
async function dropFile(page: Page, file: { readonly name: string; readonly bytes: Buffer }) {
  const transfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
      return data;
    },
    { name: file.name, base64: file.bytes.toString('base64') },
  );
  await page.getByRole('grid').dispatchEvent('drop', { dataTransfer: transfer });
}
