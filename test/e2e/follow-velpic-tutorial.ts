// A vendor's tutorial as an administrator follows it, by the app's own screens: the twelve steps of the scenario `velpic`.
import { expect, test, type Page } from '@playwright/test';
import { appFrame } from './pages/app-frame.ts';
import { connectCard } from './pages/connect-card.ts';
import { directoryPage, usersAndGroupsPage } from './pages/directory-page.ts';
import { mappingPage } from './pages/mapping-page.ts';
import { connectivityPage, overviewPage } from './pages/provisioning-pages.ts';
import { logsPage } from './pages/reports-pages.ts';

/** From the start screen; `paste` reads the clipboard. */
export async function followVelpicTutorial(
  page: Page,
  paste: () => Promise<string>,
): Promise<void> {
  const { entry, statusBar } = appFrame(page);
  const { row, add, dialog, picker, application } = usersAndGroupsPage(page);
  const connectivity = connectivityPage(page);
  const overview = overviewPage(page);
  const directory = directoryPage(page);

  async function assign(name: string, role: string): Promise<void> {
    await add.click();
    await picker.fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await dialog.getByRole('button', { name: /Select a role/ }).click();
    await page.getByRole('option', { name: role, exact: true }).click();
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(row(new RegExp(`${name} .*${role}`))).toBeVisible();
  }

  const values = await test.step('1 Tenant URL and Secret Token are copied', async () => {
    await entry('SCIM').click();
    const { copy, tenantUrl } = connectCard(page);
    await expect(tenantUrl).toContainText('/scim/v2');
    await copy('Tenant URL').click();
    await expect.poll(paste).toContain('/scim/v2');
    const url = await paste();
    await copy('Secret Token').click();
    await expect.poll(paste).not.toBe(url);
    return { url, token: await paste() };
  });

  await test.step('2 They are pasted into the application', async () => {
    await entry('Users and groups').click();
    await application.click();
    await page.getByRole('menuitem', { name: 'Create an application…' }).click();
    await dialog.getByRole('textbox').fill('Velpic tutorial');
    await page.keyboard.press('Enter');
    await expect(application).toContainText('Velpic tutorial');
    await entry('Connectivity').click();
    await connectivity.target('Any Tenant URL').click();
    await connectivity.tenantUrl.fill(values.url);
    await connectivity.secretToken.fill(values.token);
  });

  await test.step('3 Test Connection', async () => {
    await connectivity.test.click();
    await expect(connectivity.outcome.getByRole('img', { name: 'Success' })).toBeVisible();
  });

  await test.step('4 A notification e-mail is given', async () => {
    await connectivity.email.fill('admin@contoso.example');
    await connectivity.sendEmail.press('Space');
    await connectivity.save.click();
    await entry('Overview').click();
    await expect(overview.properties).toContainText('admin@contoso.example');
  });

  await test.step('5 The mappings have their matching attributes', async () => {
    await entry('Attribute mapping').click();
    await expect(mappingPage(page).row('userName')).toContainText('userPrincipalName');
    await expect(mappingPage(page).row('userName')).toContainText('1');
  });

  await test.step('6 Lena is assigned in the role User, Ruth with Default Access', async () => {
    await entry('Users and groups').click();
    await assign('Lena Vogt', 'User');
    await assign("Ruth O'Connor", 'Default Access');
    await entry('Overview').click();
    await overview.press('Edit properties').click();
    await overview.dialog.getByRole('button', { name: /Default Access/ }).click();
    await page.getByRole('option', { name: /^Skipped/ }).click();
    await overview.inDialog('Apply').click();
    await expect(overview.properties).toContainText('Skipped, as not effectively entitled');
  });

  await test.step('7 Provisioning Status is switched on', async () => {
    await overview.press('Start provisioning').click();
    await expect(overview.press('Start provisioning')).toBeDisabled();
  });

  await test.step('8 The initial cycle creates Lena and skips Ruth', async () => {
    await expect(overview.cycle).toContainText('Initial cycle');
    await expect(overview.cycle).toContainText('Completed');
    await entry('Users').first().click();
    await expect(row(/lena\.vogt@contoso\.example/)).toBeVisible();
    await expect(row(/ruth/)).toHaveCount(0);
  });

  await test.step('9 Lena moves to another department', async () => {
    await entry('Directory').click();
    await directory.row(/Lena Vogt/).click();
    await directory.inDetails('Make a change').click();
    await page.getByRole('menuitem', { name: /^Move/ }).click();
    await directory.field('Department').fill('Research');
    await directory.press('Move').click();
    await expect(directory.details.getByText('Research').first()).toBeVisible();
  });

  await test.step('10 Forty minutes later an incremental cycle runs', async () => {
    await entry('Overview').click();
    await overview.press('Jump').click();
    await expect(overview.cycle).toContainText('Incremental cycle');
    await expect(overview.cycle).toContainText('Completed');
    await entry('Users').first().click();
    await expect(row(/lena\.vogt.*Research/)).toBeVisible();
    await expect(statusBar.getByRole('link', { name: /Virtual time/ })).toBeVisible();
  });

  await test.step('11 Overview has the synchronization details', async () => {
    await entry('Overview').click();
    await expect(overview.cycle.getByRole('progressbar')).toBeVisible();
    await expect(overview.statistics).toContainText(/Users\s*1/);
  });

  await test.step('12 The provisioning logs tell each change', async () => {
    await entry('Provisioning logs').click();
    const logs = logsPage(page);
    await expect(logs.row(/Ruth O'Connor.*Skipped/)).toBeVisible();
    await expect(logs.row(/Lena Vogt.*Create.*Success/)).toBeVisible();
    await logs.row(/Lena Vogt.*Update.*Success/).click();
    await logs.tab(/Modified properties/).click();
    await expect(logs.details.getByRole('row', { name: /department/ })).toContainText('Research');
  });
}
