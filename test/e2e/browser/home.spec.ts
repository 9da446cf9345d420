import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { homePage } from '../pages/home-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('First steps', () => {
  test('tick themselves, by the button here or by a request from elsewhere', async ({
    tenant,
    openApp,
  }) => {
    const { step, take, steps } = homePage(await openApp());
    await expect(steps).toContainText('0 of 6 done');

    await take('Send a test request').click();
    await expect(step('Send a test request').getByRole('img', { name: 'Done' })).toBeVisible();
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

    await expect(step('Create your first user').getByRole('img', { name: 'Done' })).toBeVisible();
    await expect(steps).toContainText('2 of 6 done');
  });

  test('create a user and take a snapshot at a press', async ({ tenant, openApp }) => {
    const { take, steps, figures } = homePage(await openApp());

    await take('Create your first user').click();
    await expect(figures.getByRole('row', { name: /^Active users/ })).toContainText('1+1');
    await take('Take a snapshot').click();

    await expect(steps).toContainText('2 of 6 done');
    expect((await tenant.admin('listSnapshots')).snapshots).toHaveLength(1);
  });

  test('can be put away, stay away over a reload, and come back by their address', async ({
    openApp,
  }) => {
    const page = await openApp();
    const { steps, choices, hideSteps, showSteps } = homePage(page);

    await hideSteps.click();
    await expect(choices).toBeHidden();
    await page.reload();
    await expect(showSteps).toBeVisible();
    await expect(steps).toBeHidden();
    await page.evaluate(() => {
      location.hash = '#/?steps=show';
    });

    await expect(steps).toBeVisible();
    await expect(showSteps).toBeHidden();
  });
});

test.describe('Charts', () => {
  test('say in a sentence and in a table what they draw', async ({ tenant, openApp }) => {
    await tenant.scim('GET', '/Users/nobody');
    const page = await openApp();
    const { requests, latency, viewAs, window } = homePage(page);

    await expect(requests).toContainText(/1 request in the last hour, 1 failed, p95 [\d.]+ ms\./);
    await expect(requests.locator('path.recharts-rectangle').first()).toBeVisible();
    await viewAs(requests, 'table').click();
    await expect(requests.getByRole('table').getByRole('row').nth(1)).toContainText(/001001$/);
    await window('24 h').click();
    await expect(requests).toContainText('1 request in the last 24 hours, 1 failed');
    await expect(latency).toContainText(/Half of the requests in the last 24 hours took up to/);
    await viewAs(latency, 'table').click();
    await expect(latency.getByRole('table').getByRole('row').nth(1)).toContainText(/ms/);
  });

  test('move as requests come', async ({ tenant, openApp }) => {
    const { requests } = homePage(await openApp());
    await expect(requests).toContainText('No requests in the last hour.');

    await tenant.scim('GET', '/Users');

    await expect(requests).toContainText('1 request in the last hour, none failed');
  });
});

test('Top findings lead to the requests that have them', async ({ tenant, openApp }) => {
  await tenant.scim('POST', '/Users', { body: '{' });
  await tenant.scim('GET', '/Users');
  const page = await openApp();

  await homePage(page)
    .findings.getByRole('link', { name: /The body is not JSON/ })
    .click();

  await expect(page.getByRole('row', { name: /body is not valid JSON/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /List users/ })).toHaveCount(0);
});

test('Keyboard alone: takes the first step, reads a chart as a table, puts the steps away', async ({
  tenant,
  openApp,
}) => {
  await tenant.scim('GET', '/Users');
  const page = await openApp();
  const { take, requests, viewAs, hideSteps, showSteps, step } = homePage(page);
  const focused = page.locator(':focus');
  async function tabTo(target: ReturnType<typeof take>): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not lead there');
  }

  await tabTo(take('Send a test request'));
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(step('Send a test request').getByRole('img', { name: 'Done' })).toBeVisible();
  await viewAs(requests, 'chart').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(requests.getByRole('table')).toBeVisible();
  await pressEnter(hideSteps);

  await expect(showSteps).toBeVisible();
});

test('What cannot be read says so, and can be tried again', async ({
  openApp,
  page,
  expectedMessages,
}) => {
  expectedMessages.push(/500/);
  const paths = /\/api\/tenants\/default\/(traffic|counts|findings|first-steps)/;
  await page.route(paths, (route) => route.fulfill({ status: 500, body: '{}' }));
  await openApp();
  // Those of the frame are there without having anything to say.
  const alerts = page.getByRole('main').getByRole('alert');
  await expect(alerts).toHaveCount(4, { timeout: 15_000 });
  await expectAccessible(page);

  await page.unroute(paths);
  for (let left = 4; left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(alerts).toHaveCount(left - 1);
  }

  await expect(homePage(page).requests).toContainText('No requests in the last hour.');
});

for (const { name, ...look } of [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'more contrast', colorScheme: 'dark', contrast: 'more' },
] as const) {
  test.describe(`Home (${name})`, () => {
    test.use(look);

    test('has no axe violation, filled, as charts and as tables', async ({ tenant, openApp }) => {
      await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
      await tenant.scim('POST', '/Users', { body: '{' });
      const page = await openApp();
      const { requests, latency, viewAs, findings } = homePage(page);
      await expect(findings.getByRole('link').first()).toBeVisible();
      await expectAccessible(page);
      await viewAs(requests, 'table').click();
      await viewAs(latency, 'table').click();
      await expectAccessible(page);
      await expect(appFrame(page).statusBar).toBeVisible();
    });
  });
}
