// What the provisioning service reports: logs that grow while they are looked at, the way to the HTTP requests and back,
// audit logs, and mails that arrive at a real mail server.
import { readFileSync } from 'node:fs';
import { writeMail } from '../../../main/simulator/report/write-mail.ts';
import { buildSummary } from '../../support/build-summary.ts';
import { startMailServer } from '../../support/mail-server.ts';
import type { TestTenant } from '../../support/start-tenant.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { requestsPage } from '../pages/requests-page.ts';
import { logsPage, mailboxPage } from '../pages/reports-pages.ts';

test.describe('Provisioning logs', () => {
  test('are filtered and read entry by entry, and grow while they are looked at', async ({
    tenant,
    openApp,
  }) => {
    const applicationId = await fillLogs(tenant);
    const page = await openApp('/entra/logs');
    const logs = logsPage(page);
    await expect(logs.grid.getByRole('row')).toHaveCount(6);
    await expectAccessible(page);

    await logs.identity.fill('PERSON2@contoso');
    await logs.identity.press('Enter');
    await expect(logs.grid.getByRole('row')).toHaveCount(2);
    await logs.row(/Person 2/).click();
    await logs.tab(/Troubleshooting/).click();
    await expect(logs.details).toContainText('Recommended action');
    await expect(logs.details).toContainText('SystemForCrossDomainIdentityManagementBadRequest');
    await logs.clearFilters.click();
    await logs.status('Success').click();
    await logs.row(/Person 1/).click();
    await expect(logs.details.getByRole('list', { name: 'Steps' })).toContainText('EntryExportAdd');
    await logs.tab(/Modified properties/).click();
    await expect(logs.details.getByRole('row', { name: /userName/ })).toContainText('person1@');
    await expectAccessible(page);
    await logs.status('Success').click();
    await expect(logs.status('Skipped')).toContainText('1');

    await logs.row(/Person 1/).click();
    await logs.newer.click();
    await expect(logs.details.getByRole('heading', { level: 2 })).toHaveText('Person 2');
    await logs.older.click();
    await expect(logs.details.getByRole('heading', { level: 2 })).toHaveText('Person 1');

    tenant.store.provisioningLog.append([buildSummary({ number: 8, applicationId })]);
    await expect(logs.row(/Person 8/)).toBeVisible();
    await logs.words.fill('RedundantExp');
    await logs.words.press('Enter');
    await expect(logs.grid.getByRole('row')).toHaveCount(2);
  });

  test('of a real cycle lead to its requests in the inspector, and from there back', async ({
    tenant,
    openApp,
  }) => {
    const params = { application: await findVelpic(tenant) };
    await tenant.admin('putJobTarget', { params, body: { tenant: 'default' } });
    const page = await openApp('/entra/logs');
    const logs = logsPage(page);
    await expect(page.getByText('Nothing was provisioned yet')).toBeVisible();

    await tenant.admin('runJobCycle', { params, body: { wait: true } });
    await logs.row(/Sales .*Create/).click();
    await logs.tab(/Summary/).click();
    await expect(
      logs.details.getByRole('link', { name: 'Show it in the directory' }),
    ).toBeVisible();
    await expect(logs.details.getByRole('link', { name: /in the tenant default/ })).toBeVisible();
    await logs.details.getByRole('link', { name: 'Show all its entries' }).click();
    await logs.row(/Sales .*Velpic .*Create/).click();
    await expectAccessible(page);
    await logs.insights.click();
    const ofVelpic = logs.tile('Events by application').getByRole('button', { name: /Velpic/ });
    await ofVelpic.click();
    await expect(page.getByRole('columnheader', { name: 'Application' })).toHaveCount(0);
    await logs.row(/Sales .*Create/).click();
    await logs.tab(/HTTP requests/).click();
    await expectAccessible(page);
    const sent = logs.details.getByRole('listitem').filter({ hasText: 'POST' });
    await sent.getByRole('link', { name: /^Request \d+$/ }).click();
    await expect(page.getByText('Create group Sales', { exact: true }).last()).toBeVisible();
    await page.getByRole('link', { name: 'Entry of the provisioning logs' }).click();

    await expect(logs.details.getByRole('heading', { level: 2 })).toHaveText('Sales');
    await page.goBack();
    await page.getByRole('link', { name: 'All requests of this cycle' }).click();
    const { filter, row, menuItem } = requestsPage(page);
    await expect(filter).toHaveValue(/^cycle:[\da-f-]{36}$/);
    const cycle = (await filter.inputValue()).slice('cycle:'.length);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Job' }).press('Space');
    await page.getByRole('checkbox', { name: 'Cycle' }).press('Space');
    await page.keyboard.press('Escape');
    await expect(row('Create group Sales')).toContainText(cycle);
    await filter.fill('');
    const groups = await tenant.admin('listDirectoryGroups', { query: { text: 'Sales' } });
    await tenant.admin('updateDirectoryGroup', {
      params: { id: groups.groups[0]?.objectId ?? '' },
      body: { displayName: 'Sales and Support' },
    });
    await tenant.admin('runJobCycle', { params, body: { wait: true } });
    const renamed = row('Sales and Support').first();
    await expect(renamed).toContainText(/[\da-f]{8}-[\da-f-]{27}.*[\da-f]{8}-[\da-f-]{27}/);
    await renamed.click({ button: 'right' });
    await menuItem('Only this provisioning cycle').click();
    await expect(renamed).toBeVisible();
    await expect(filter).toHaveValue(/^cycle:/);
    await expect(filter).not.toHaveValue(`cycle:${cycle}`);
  });

  test('are summed up, and downloaded as the filter has them', async ({ tenant, openApp }) => {
    await fillLogs(tenant);
    const page = await openApp('/entra/logs?view=insights');
    const logs = logsPage(page);

    await expect(logs.tile('At a glance')).toContainText('50%');
    await expectAccessible(page);
    await logs
      .tile('Most frequent errors')
      .getByRole('button', { name: /BadRequest/ })
      .click();
    await expect(logs.grid.getByRole('row')).toHaveCount(3);
    await logs.download.click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      logs.menuItem('CSV: modified properties').click(),
    ]);

    expect(file.suggestedFilename()).toBe('ProvisioningLogs_ModifiedProperties.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    await logs.addFilter.click();
    await expect(logs.menuItem('Cycle ID')).toBeVisible();
  });

  test('of thousands of entries scroll to the first that was written', async ({
    tenant,
    openApp,
  }) => {
    const applicationId = await findVelpic(tenant);
    tenant.store.transaction(() =>
      tenant.store.provisioningLog.append(
        Array.from({ length: 1_500 }, (_, at) => buildSummary({ number: at + 1, applicationId })),
      ),
    );
    const page = await openApp('/entra/logs');
    const logs = logsPage(page);

    await logs.row(/Person 1500/).click();

    await expect(async () => {
      await page.keyboard.press('End');
      await expect(logs.row(/Person 1\b/)).toBeVisible({ timeout: 500 });
    }).toPass();
  });
});

test('audit logs say who changed what', async ({ tenant, openApp }) => {
  const id = await findVelpic(tenant);
  const page = await openApp('/entra/audit');
  const empty = page.getByText('Nothing was changed yet');
  await expect(empty.or(page.getByRole('grid', { name: 'Audit logs' }))).toBeVisible();

  tenant.store.auditLog.note({
    at: '2026-01-05T10:00:00.000Z',
    applicationId: id,
    activity: 'Update attribute mappings or scope',
    actor: 'Administrator',
    details: { scope: 'assigned' },
  });

  await page.getByRole('row', { name: /Update attribute mappings or scope/ }).click();
  await expect(page.getByRole('table', { name: 'Details' })).toContainText('assigned');
  await expectAccessible(page);
});

test('mails are counted, read, and sent through a mail server once there is one', async ({
  tenant,
  openApp,
}) => {
  const closing: (() => unknown)[] = [];
  const server = await startMailServer({ after: (close) => closing.push(close) });
  const id = await findVelpic(tenant);
  const page = await openApp('/entra/mailbox');
  const mailbox = mailboxPage(page);
  await expect(page.getByText('No mail yet')).toBeVisible();
  await expectAccessible(page);

  keepMail(tenant, id);
  await expect(mailbox.entry).toHaveText(/1 new/);
  await mailbox.row(/Velpic <img src=x> is in quarantine/).click();
  await expect(mailbox.entry).not.toHaveText(/new/);
  await expect(mailbox.mail).toContainText('No mail server is configured');
  await expect(mailbox.mail.getByRole('img')).toHaveCount(0);
  await expectAccessible(page);

  await mailbox.mailServer.click();
  await mailbox.field('Host').fill('127.0.0.1');
  await mailbox.field('Port').fill('smtp');
  await mailbox.save.click();
  await expect(mailbox.dialog).toContainText('A port is a number from 1 to 65535.');
  await mailbox.field('Port').fill(String(server.port));
  await mailbox.save.click();
  await expect(mailbox.dialog).toContainText('Enter the address that mails are sent from');
  await mailbox.field('From').fill('simulator@contoso.test');
  await mailbox.dialog.getByRole('button', { name: /Security/ }).click();
  await page.getByRole('option', { name: 'None' }).click();
  await mailbox.save.click();
  await expect(mailbox.dialog).toHaveCount(0);
  await mailbox.mail.getByRole('button', { name: 'Send now' }).click();
  await expect(mailbox.mail).toContainText('Sent on');
  expect(server.received.map(({ to }) => to)).toEqual([['admin@contoso.test']]);

  await mailbox.mailServer.click();
  await mailbox.field('Send a test mail to').fill('me@contoso.test');
  await mailbox.sendTest.click();
  await expect(mailbox.dialog).toContainText('The mail server has taken the test mail.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await mailbox.mail.getByRole('button', { name: 'Delete this mail' }).click();
  await expect(mailbox.row(/is in quarantine/)).toHaveCount(0);
  for (const close of closing) await close();
});

/** The application that a new workspace comes with. */
async function findVelpic(tenant: TestTenant): Promise<string> {
  const { applications } = await tenant.admin('listApplications');
  return applications[0]?.id ?? '';
}

/** Five entries of two cycles. */
async function fillLogs(tenant: TestTenant): Promise<string> {
  const applicationId = await findVelpic(tenant);
  tenant.store.provisioningLog.append([
    buildSummary({ number: 1, applicationId }),
    buildSummary({ number: 2, applicationId, outcome: 'refused' }),
    buildSummary({ number: 3, applicationId, outcome: 'redundant' }),
    buildSummary({ number: 4, applicationId, outcome: 'refused', cycle: 2 }),
    buildSummary({ number: 5, applicationId, cycle: 2 }),
  ]);
  return applicationId;
}

function keepMail({ store }: TestTenant, applicationId: string): void {
  store.mailbox.keep(
    writeMail({
      kind: 'quarantine',
      applicationId,
      applicationName: 'Velpic <img src=x>',
      directoryName: 'Contoso',
      jobId: 'scim.1',
      recipients: ['admin@contoso.test'],
      at: '2026-01-05T10:00:00.000Z',
      reason: 'EncounteredQuarantineException',
      error: { code: 'Unauthorized', message: 'The token was refused.' },
      began: '2026-01-05T10:00:00.000Z',
      nextAttempt: '2026-01-05T16:00:00.000Z',
    }),
  );
}
