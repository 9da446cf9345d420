// Provisioning worked by hand: out of quarantine, past the deletion guard, one user on demand, a connection repaired.
import type { TestTenant } from '../../support/start-tenant.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { connectivityPage, onDemandPage, overviewPage } from '../pages/provisioning-pages.ts';
import { createResourcesPage } from '../pages/resources-page.ts';
import { pressEnter } from '../press-enter.ts';

test('a wrong token puts the job into quarantine, and the right one ends it', async ({
  tenant,
  openApp,
}) => {
  const application = await connect(tenant);
  await tenant.admin('putJobCredentials', {
    params: { application },
    body: { type: 'bearer', secretToken: 'not-the-token' },
  });
  const page = await openApp('/entra/overview');
  const { press, quarantine, status, time, inDialog, item } = overviewPage(page);

  await pressEnter(press('Start provisioning'));
  await expect(quarantine).toContainText('EncounteredQuarantineException');
  await expect(quarantine).toContainText('attempt 1 has failed');
  await pressEnter(quarantine.getByRole('button', { name: /^GET .*Users/ }));
  await expect(quarantine).toContainText('Bearer ****oken');
  await expect(quarantine.getByRole('link', { name: /^Open in Requests/ })).toBeVisible();
  await expectAccessible(page);
  await pressEnter(press('Jump to the next retry'));
  await expect(quarantine).toContainText('attempt 2 has failed');

  await pressEnter(press('Go to Connectivity'));
  const form = connectivityPage(page);
  await page.getByRole('switch', { name: "Use the tenant's own Secret Token" }).press('Space');
  await pressEnter(form.save);
  await expect(appFrame(page).notifications).toContainText('Connectivity saved');
  await pressEnter(appFrame(page).entry('Overview'));
  await pressEnter(press('Restart provisioning'));
  await pressEnter(item('Restart…'));
  await pressEnter(inDialog('Restart'));
  await expect(status).toContainText('Provisioning is on');
  await expect(quarantine).toBeEmpty();

  const before = await time.textContent();
  await pressEnter(page.getByRole('button', { name: /Pace/ }));
  await pressEnter(page.getByRole('option', { name: /^Fast ×2,400/ }));
  await expect(time).not.toHaveText(before ?? '');
  const { cycles } = overviewPage(page);
  await expect(cycles).toContainText(/The last [4-9] cycles/);
  await expect(cycles).toContainText(/Below the line: how long a cycle took, at most/);
  await cycles.getByRole('radio', { name: 'View as table' }).press('Space');
  await expect(cycles.getByRole('columnheader', { name: 'For each object' })).toBeVisible();
  await tenant.admin('putSimulatorClock', { body: { mode: 'step', factor: 1 } });
});

test('a failure waits in escrow; the deletion guard holds removals back until they are allowed', async ({
  tenant,
  openApp,
}) => {
  const application = await connect(tenant);
  const { settings } = await tenant.admin('getProvisioningJob', { params: { application } });
  const deleteThreshold = { enabled: true, value: 2 };
  await tenant.admin('putJobSettings', {
    params: { application },
    body: { ...settings, deleteThreshold },
  });
  await tenant.admin('queueResponse', {
    body: {
      match: { method: 'POST', path: '/Users' },
      status: 422,
      body: { detail: 'No more seats' },
    },
  });
  await tenant.admin('runJobCycle', { params: { application }, body: { wait: true } });
  const page = await openApp('/entra/overview');
  const { press, quarantine, cycle, confirm, escrows, gauge } = overviewPage(page);
  await expect(escrows).toContainText('UnprocessableEntity');
  await expect(gauge('Share of failures')).toHaveAttribute(
    'aria-valuetext',
    '20%, the mark is at 40%',
  );
  await expectAccessible(page);
  const { assignments } = await tenant.admin('listAssignments', { params: { application } });
  for (const { id } of assignments) {
    await tenant.admin('removeAssignment', { params: { application, assignment: id } });
  }

  await page.keyboard.press('Control+Shift+Y');
  await expect(quarantine).toContainText('accidental deletion prevention');
  await expectAccessible(page);
  await pressEnter(press('Allow deletes'));
  await pressEnter(confirm('Allow deletes'));

  await expect(quarantine).toBeEmpty();
  await expect(cycle.getByText('Disabled').locator('xpath=..')).toContainText('3');
});

test('one user is provisioned on demand, discovered, and connected anew', async ({
  tenant,
  openApp,
  expectedMessages,
}) => {
  test.slow();
  expectedMessages.push(/404/); // the connection that was deleted
  await connect(tenant);
  await tenant.scim('POST', '/Users', { body: { userName: 'isabel.ferreira@contoso.example' } });
  const page = await openApp('/');
  await page.keyboard.press('Control+Shift+D');
  const demand = onDemandPage(page);

  await demand.picker.fill('isabel');
  await demand.option(/Isabel Ferreira/).click();
  await demand.press('Provision').click();
  await expect(demand.outcome).toHaveText('isabel.ferreira@contoso.example was skipped.');
  await expect(demand.step(/^Determine if user is in scope/)).toContainText('Skipped');

  await appFrame(page).entry('Discovery').click();
  await page.getByRole('button', { name: 'Discover identities' }).click();
  await page.getByRole('tab', { name: /^Unassigned users/ }).click();
  await pressEnter(page.getByRole('row', { name: /isabel/ }));
  await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('tab', { name: /^Assigned users 1/ }).click();
  await expect(page.getByRole('row', { name: /isabel/ })).toContainText('None');
  await expectAccessible(page);
  await pressEnter(page.getByRole('button', { name: /^Show user isabel/ }));
  await expect(page.getByRole('heading', { name: 'Isabel Ferreira' })).toBeVisible();

  await page.keyboard.press('Control+Shift+D');
  await demand.picker.fill('isabel');
  await demand.option(/Isabel Ferreira/).click();
  await demand.press('Provision').click();
  await expect(demand.outcome).toHaveText('isabel.ferreira@contoso.example is provisioned.');
  await demand.press('View details: Perform action').click();
  await expect(page.getByRole('table', { name: 'Modified attributes' })).toContainText('Isabel');
  await expectAccessible(page);

  await appFrame(page).entry('Connections').click();
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible();
  await pressEnter(page.getByRole('row', { name: /Isabel Ferreira/ }));
  const details = page.getByRole('region', { name: 'Details of the connection' });
  await details.getByRole('button', { name: 'Start provisioning' }).click();
  await expect(details).toContainText('Graph answers 409');
  await details.getByRole('button', { name: 'Stop provisioning' }).click();
  await details.getByRole('button', { name: 'Delete connection' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete connection' }).click();
  await expect(details).toContainText('The object has no connection');
  await details.getByRole('button', { name: 'Provision on demand' }).click();
  await demand.press('Provision').click();
  await expect(demand.outcome).toBeVisible();
  await appFrame(page).entry('Users').first().click();
  await expect(createResourcesPage(page, 'Users').row(/Isabel Ferreira/)).toHaveCount(1);
});

test('a group is provisioned on demand with two of its members, by an OAuth client', async ({
  tenant,
  openApp,
}) => {
  test.slow();
  const params = { tenant: 'default' };
  const client = await tenant.admin('createOAuthClient', { params, body: { name: 'Entra' } });
  const { tokenUrl } = await tenant.admin('listOAuthClients', { params });
  const page = await openApp('/entra/connectivity');
  const { method, field, secret, test: press, outcome, save } = connectivityPage(page);

  await method.click();
  await page.getByRole('option', { name: 'OAuth2 client credentials grant' }).click();
  await expect(field('Token Endpoint')).toHaveValue(tokenUrl);
  await field('Client Identifier').fill(client.clientId);
  await secret.fill('not-the-secret');
  await press.click();
  await expect(outcome.getByRole('img', { name: 'Failure' })).toBeVisible();
  await secret.fill(client.secrets[0]?.secret ?? '');
  await press.click();
  await expect(outcome.getByRole('img', { name: 'Success' })).toBeVisible();
  await save.click();
  await expect(page.getByText(/^Saved\. Next/)).toBeVisible();

  await appFrame(page).entry('Provision on demand').click();
  const { picker, option, member, press: button, outcome: told } = onDemandPage(page);
  await picker.fill('sales');
  await option(/Sales/).click();
  await member(/Oscar Lind/).click({ force: true });
  await member(/Yuki Sato/).click({ force: true });
  await button('Provision').click();
  await expect(told).toHaveText('Sales is provisioned.');
  await appFrame(page).entry('Groups').first().click();
  await expect(createResourcesPage(page, 'Groups').row(/Sales.*2/)).toBeVisible();
});

/** The sample application with our tenant as its target; a group of four is assigned. */
async function connect(tenant: TestTenant): Promise<string> {
  const { applications } = await tenant.admin('listApplications');
  const application = applications[0]?.id ?? '';
  await tenant.admin('putJobTarget', { params: { application }, body: { tenant: 'default' } });
  return application;
}
