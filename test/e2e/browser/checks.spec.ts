import { readFile } from 'node:fs/promises';
import { SCIMMY_TOKEN, startScimmy } from '../../support/start-scimmy.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { checksPage } from '../pages/checks-page.ts';
import { pressEnter } from '../press-enter.ts';

/** A run sends some hundred requests. */
const RUN = { timeout: 30_000 };

test.describe('Checks', () => {
  test.setTimeout(60_000);

  test('run against this tenant, keyboard only, and the report is saved', async ({ openApp }) => {
    const page = await openApp('/checks');
    const { run, section, verdict, saveReport, outcome } = checksPage(page);

    await section('Sort').press('Space');
    await pressEnter(run);
    await expect(verdict).toContainText('Conforms: 7 passed, 0 failed, 0 skipped', RUN);
    await expect(outcome.getByRole('row', { name: /^MUST/ })).toContainText('decides');
    await pressEnter(saveReport);
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    const download = page.waitForEvent('download');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const file = await download;

    expect(file.suggestedFilename()).toBe('scim-conformance.xml');
    expect(await readFile(await file.path(), 'utf8')).toContain('<testsuite');
  });

  test('show what another server got wrong, with the exchanges', async ({ openApp }) => {
    // A SCIM server of another make, which is known to miss some of it.
    const ends: (() => void)[] = [];
    const scimmyUrl = await startScimmy({ after: (end) => void ends.push(end) });
    const page = await openApp('/checks');
    const { run, target, url, token, section, verdict, show, check, details } = checksPage(page);

    await target('Another SCIM server').click();
    await run.click();
    await expect(url).toHaveAccessibleDescription(/begins with http/);
    await expect(token).toHaveAccessibleDescription(/Enter the token/);
    await url.fill(scimmyUrl);
    await token.fill(SCIMMY_TOKEN);
    await section('Create').press('Space');
    await run.click();
    await expect(verdict).toContainText('Does not conform', RUN);
    await expectAccessible(page);
    await show('Failed').click();
    await check(/Failed C\d/)
      .first()
      .click();

    await expect(details.getByRole('heading', { name: 'Expected' })).toBeVisible();
    await expect(details.getByText('POST', { exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    await expect(details.getByRole('heading', { name: 'What to do' })).toBeVisible();
    await expect(page.getByText(SCIMMY_TOKEN)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);

    await page.getByRole('button', { name: 'Run failed again' }).click();
    await expect(token).toBeFocused();
    await page.keyboard.type(SCIMMY_TOKEN);
    await page.keyboard.press('Enter');
    await expect(verdict).toContainText('Does not conform: 0 passed', RUN);
    await page.getByRole('button', { name: 'New run' }).click();
    await expect(url).toHaveValue(scimmyUrl);
    await expect(token).toHaveValue('');
    for (const end of ends) end();
  });

  test('can be cancelled, and say when a server cannot be reached', async ({ openApp }) => {
    const page = await openApp('/checks');
    const { run, target, url, token, verdict, cancel } = checksPage(page);
    await run.click();
    await cancel.click();
    await expect(verdict).toContainText('Cancelled after', RUN);

    await page.getByRole('button', { name: 'New run' }).click();
    await target('Another SCIM server').click();
    await url.fill('http://127.0.0.1:9/scim');
    await token.fill('secret');
    await run.click();

    await expect(verdict).toContainText('Could not be checked. The target gave no answer', RUN);
  });
});
