// The steps of the Velpic tutorial as a person clicks them, in a browser or in the Electron window.
// @see learn.microsoft.com, "Configure Velpic for automatic user provisioning with Microsoft Entra ID"
import { expect, type Page } from '@playwright/test';
import { appFrame } from './pages/app-frame.ts';
import { connectCard } from './pages/connect-card.ts';
import { usersAndGroupsPage } from './pages/directory-page.ts';
import { connectivityPage, overviewPage } from './pages/provisioning-pages.ts';

/** From Home to the end of the initial cycle of a new application: one user has the role User, one has Default Access. */
export async function followVelpicTutorial(
  page: Page,
  readClipboard: () => Promise<string>,
): Promise<void> {
  const { entry } = appFrame(page);
  const form = connectivityPage(page);
  await entry('Users and groups').click();
  await createApplication(page, 'Velpic for Contoso');

  await entry('SCIM').click();
  await copy(page, 'Tenant URL');
  await entry('Connectivity').click();
  await form.target('Any Tenant URL').click();
  await form.tenantUrl.fill(await readClipboard());
  await entry('SCIM').click();
  await copy(page, 'Secret Token');
  await entry('Connectivity').click();
  await connect(page, await readClipboard());

  await entry('Users and groups').click();
  await assign(page, 'Grace Adeyemi', 'User');
  await assign(page, 'Sami Haddad', 'Default Access');

  await entry('Overview').click();
  await skipDefaultAccess(page);
  const { press, status, cycle } = overviewPage(page);
  await press('Start provisioning').click();
  await expect(cycle).toContainText('Initial cycle');
  await expect(cycle).toContainText('Completed');
  await expect(status).toContainText('Provisioning is on');
}

async function copy(page: Page, what: string): Promise<void> {
  await connectCard(page).copy(what).click();
  await expect(appFrame(page).notifications).toContainText(`${what} copied`);
}

async function createApplication(page: Page, name: string): Promise<void> {
  const { application, dialog } = usersAndGroupsPage(page);
  await application.click();
  await page.getByRole('menuitem', { name: 'Create an application…' }).click();
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(application).toHaveAccessibleName(`Application: ${name}`);
}

async function connect(page: Page, secretToken: string): Promise<void> {
  const form = connectivityPage(page);
  await form.secretToken.fill('mistyped');
  await form.test.click();
  await expect(form.outcome).toContainText('You appear to have entered invalid credentials');
  await form.secretToken.fill(secretToken);
  await form.test.click();
  await expect(form.outcome).toContainText('authorized to enable provisioning');
  await form.request(/Users\?filter=userName/).click();
  await expect(form.recorded).toBeVisible();
  await form.email.fill('admin@contoso.example');
  await form.sendEmail.press('Space');
  await form.save.click();
  await expect(form.secretToken).toHaveAttribute('placeholder', `****${secretToken.slice(-4)}`);
}

async function assign(page: Page, person: string, role: string): Promise<void> {
  const { add, dialog, picker, row } = usersAndGroupsPage(page);
  await add.click();
  await picker.fill(person);
  await page.getByRole('option', { name: new RegExp(person) }).click();
  await dialog.getByRole('button', { name: /Select a role/ }).click();
  await page.getByRole('option', { name: role, exact: true }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(row(new RegExp(`${person}.*${role}`))).toBeVisible();
}

/** Velpic's tutorial is from before April 2020, when Default Access was not enough. */
async function skipDefaultAccess(page: Page): Promise<void> {
  const { press, dialog, inDialog, properties } = overviewPage(page);
  await press('Edit properties').click();
  await dialog.getByRole('button', { name: /Default Access/ }).click();
  await page.getByRole('option', { name: /^Skipped/ }).click();
  await inDialog('Apply').click();
  await expect(properties).toContainText('Skipped, as not effectively entitled');
  await expect(properties).toContainText('admin@contoso.example');
}
