import { sendUser } from '../../support/send-users.ts';
import { expect, test } from '../fixtures.ts';
import { requestsPage } from '../pages/requests-page.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

test.describe('Request details', () => {
  test('tell what a PATCH meant, asked for and changed', async ({ tenant, openApp }) => {
    const id = await sendUser(tenant, 'ada');
    await tenant.scim('PATCH', `/Users/${id}`, {
      body: {
        schemas: [PATCH_OP],
        Operations: [
          { op: 'Replace', path: 'displayName', value: 'Ada King' },
          { op: 'Add', path: 'title', value: 'Analyst' },
        ],
      },
    });
    const page = await openApp('/requests');
    const { row, details, tab, table } = requestsPage(page);

    await row('Update ada@contoso.test').click();
    await expect(details).toContainText('Updated user ada@contoso.test: displayName, title');
    await expect(details).toContainText('200 OK');

    await tab('Request').click();
    await expect(table('Operations').getByRole('row')).toHaveText([
      'oppathvalue',
      'ReplacedisplayNameAda King',
      'AddtitleAnalyst',
    ]);
    await details.getByRole('radio', { name: 'By the RFC' }).click();
    await expect(table('Operations').getByRole('row').nth(1)).toHaveText(
      'replacedisplayNameAda King',
    );
    await expect(table('Request headers')).toContainText(`Bearer ••••${tenant.token.slice(-4)}`);
    await expect(details).not.toContainText(tenant.token);

    await tab('Response').click();
    await expect(details.getByRole('group', { name: 'response body' })).toContainText('"Ada King"');
    await details.getByRole('radio', { name: 'Raw' }).click();
    await expect(details.getByRole('group', { name: 'response body' })).toContainText(
      '"displayName":"Ada King"',
    );

    await tab('Effect').click();
    const changes = table('Changes to user ada@contoso.test');
    await expect(changes.getByRole('row', { name: /displayName/ })).toContainText('adaAda King');
    await expect(changes.getByRole('row', { name: /title/ })).toContainText('–Analyst');
    await details.getByRole('radio', { name: 'Side by side' }).click();
    await expect(details.getByRole('textbox', { name: 'Before' })).toContainText('"ada"');
    await expect(details.getByRole('textbox', { name: 'After' })).toContainText('"Ada King"');
    await details.getByRole('radio', { name: 'Unified' }).click();
    await expect(details.getByRole('textbox', { name: 'Before and After' })).toContainText('King');
  });

  test('say that nothing changed, and why', async ({ tenant, openApp }) => {
    const id = await sendUser(tenant, 'ada');
    await tenant.scim('PATCH', `/Users/${id}`, {
      body: { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'active', value: true }] },
    });
    await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%40contoso.test%22');
    const page = await openApp('/requests?id=3&tab=effect');
    const { details, tab, rows } = requestsPage(page);

    await expect(details).toContainText('Nothing stored was touched');
    await rows.nth(1).click();
    await expect(tab('Effect')).toHaveAttribute('aria-selected', 'true');
    await expect(details).toContainText('already was as asked');
  });

  test('show the query decoded', async ({ tenant, openApp }) => {
    await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%40contoso.test%22&count=2');
    const page = await openApp('/requests?id=1&tab=request');

    const { table, details } = requestsPage(page);
    await expect(table('Parts of the target').getByRole('row')).toHaveText([
      'Base/scim/v2',
      'EndpointUsers',
    ]);
    await expect(table('Query parameters').getByRole('row')).toHaveText([
      /^filteruserName eq "ada@contoso\.test"/,
      /^count2/,
    ]);
    await expect(details.getByRole('group', { name: 'The filter in words' })).toHaveText(
      'userName is "ada@contoso.test"',
    );
  });

  test('link to the user', async ({ tenant, openApp }) => {
    const id = await sendUser(tenant, 'ada');
    const page = await openApp('/requests?id=1');

    await requestsPage(page).details.getByRole('link', { name: 'User ada@contoso.test' }).click();

    await expect(page).toHaveURL(`${tenant.adminUrl}/#/users?id=${id}`);
  });

  test('copy the request as a curl command without the token', async ({
    tenant,
    openApp,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await sendUser(tenant, "o'hara");
    const page = await openApp('/requests?id=1&tab=request');

    await page.getByRole('button', { name: 'Copy as curl' }).click();

    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(`curl -X POST '${tenant.scimUrl}/Users'`);
    expect(text).toContain('"Authorization: Bearer $TOKEN"');
    expect(text).toContain(String.raw`o'\''hara@contoso.test`);
  });

  test('explain an error: the scimType, and the code that Entra would log', async ({
    tenant,
    openApp,
  }) => {
    await sendUser(tenant, 'ada');
    await tenant.scim('POST', '/Users', {
      body: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'ada@contoso.test',
        active: 'True',
      },
    });
    const page = await openApp('/requests?id=2&tab=response');
    const { details, tab } = requestsPage(page);

    const error = details.getByRole('region', { name: 'What went wrong' });
    await expect(error).toContainText('uniqueness: a value that must be unique is already taken');
    await expect(error).toContainText('Conflict or EntryConflict');
    await details.getByRole('radio', { name: 'Hex' }).click();
    await expect(details.getByRole('group', { name: 'response body' })).toContainText('00000000');

    await tab('Checks').click();
    const findings = details.getByRole('list', { name: 'Findings' });
    await expect(findings).toContainText('Notice');
    await expect(findings).toContainText('Content-Type is application/json in the request');
    await expect(findings).toContainText('RFC 7644 §3.8');
  });

  test('say so when the request is gone', async ({ openApp, expectedMessages }) => {
    expectedMessages.push(/404/);
    const page = await openApp('/requests?id=4711');

    await expect(page.getByRole('heading', { name: /no longer in the log/ })).toBeVisible();
  });

  test('open from a link far back in the log, in place', async ({ tenant, openApp }) => {
    for (let number = 1; number <= 90; number += 1) await sendUser(tenant, `user${number}`);
    const page = await openApp('/requests?id=5');
    const { row, details, follow } = requestsPage(page);

    await expect(row('Create user user5@contoso.test')).toBeInViewport();
    await expect(row('Create user user5@contoso.test')).toHaveAttribute('aria-selected', 'true');
    await expect(details).toContainText('Create user user5@contoso.test');
    await expect(follow).toHaveAttribute('aria-pressed', 'false');
  });
});
