// The tutorial of a vendor, clicked from its first step to its last: copy the two values, connect, assign, start, read.
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { followVelpicTutorial } from '../velpic-tutorial.ts';
import { appFrame } from '../pages/app-frame.ts';
import { overviewPage } from '../pages/provisioning-pages.ts';
import { createResourcesPage } from '../pages/resources-page.ts';
import { logsPage } from '../pages/reports-pages.ts';

test('Velpic is set up for automatic user provisioning, as its tutorial says', async ({
  context,
  openApp,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openApp();
  const { entry, statusBar } = appFrame(page);

  await followVelpicTutorial(page, () => page.evaluate(() => navigator.clipboard.readText()));

  const overview = overviewPage(page);
  await expect(overview.statistics).toContainText(/Users\s*1/);
  await expectAccessible(page);
  await entry('Users').first().click();
  await expect(createResourcesPage(page, 'Users').row(/Grace Adeyemi/)).toBeVisible();
  await expect(createResourcesPage(page, 'Users').row(/Sami Haddad/)).toHaveCount(0);
  await entry('Provisioning logs').click();
  await expect(logsPage(page).row(/Grace Adeyemi.*Create.*Success/)).toBeVisible();
  await expect(logsPage(page).row(/Sami Haddad.*Skipped/)).toBeVisible();

  await entry('Overview').click();
  await overview.press('Jump').click();
  await expect(overview.cycle).toContainText('Incremental cycle');
  await expect(overview.cycle).toContainText('Completed');
  await expect(statusBar.getByRole('link', { name: /Virtual time/ })).toBeVisible();
  await expect(overview.cycles).toContainText('The last 2 cycles, 0 failed: 1 created');
});
