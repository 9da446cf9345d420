// A mistake of ours in one part of the window stays in that part.
import { sendUsers } from '../../support/send-users.ts';
import { expect, test } from '../fixtures.ts';
import { requestsPage } from '../pages/requests-page.ts';

const MISTAKE = 'a mistake made by the test';

test('a part that fails says so, the rest works on, and it can be tried again', async ({
  openApp,
  tenant,
  expectedMessages,
}) => {
  expectedMessages.push(new RegExp(MISTAKE));
  const page = await openApp('/settings');
  const send = () =>
    fetch(`${tenant.scimUrl}/Users`, { headers: { Authorization: 'Bearer wrong' } });
  await send();
  await expect(page.getByRole('contentinfo')).toContainText('1 request');
  await page.evaluate((message) => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      configurable: true,
      get() {
        throw new Error(message);
      },
    });
  }, MISTAKE);

  await send();
  const failure = page.getByRole('alert').filter({ hasText: 'The status bar could not be shown' });
  await expect(failure).toContainText(MISTAKE);
  await page.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      configurable: true,
      value: (value: number) => String(value),
    });
  });
  await failure.getByRole('button', { name: 'Try again' }).click();

  await expect(page.getByRole('contentinfo')).toContainText('2 requests');
  await expect(failure).toBeHidden();
});

test('details that cannot be drawn leave the list as it is, and the next request is shown', async ({
  openApp,
  tenant,
  expectedMessages,
}) => {
  expectedMessages.push(/./);
  await sendUsers(tenant, 'crash', 3);
  const page = await openApp('/requests');
  const { row, rows, details, tab, closeDetails } = requestsPage(page);
  await page.route('**/api/requests/2', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), at: 'at no time' } });
  });
  await expect(rows).toHaveCount(3);

  await rows.nth(1).click();
  const failure = details.getByRole('alert');
  await expect(failure).toContainText('Request details could not be shown');
  await expect(rows).toHaveCount(3);
  await sendUsers(tenant, 'more', 1);
  await expect(row('more1')).toBeVisible();
  await rows.nth(2).click();

  await expect(tab('Summary')).toBeVisible();
  await expect(failure).toBeHidden();
  await closeDetails.click();
  await expect(details).toBeHidden();
});

test('an answer of another form is one sentence, within its pane', async ({ openApp, tenant }) => {
  await sendUsers(tenant, 'form', 1);
  const page = await openApp('/requests');
  const { rows, details } = requestsPage(page);
  await page.route('**/api/requests/1', (route) => route.fulfill({ json: { id: 1 } }));

  await rows.first().click();

  await expect(details.getByRole('alert')).toContainText(
    /^The request could not be readThe server answered in a form that this page does not know \(first at "\w+"\)/,
  );
});
