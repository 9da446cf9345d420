// What the page makes of the live feed, whatever screen it shows.
import { expect, test } from '../fixtures.ts';

test.describe('The live feed', () => {
  test('has each view read anew what changes while its first answer is on its way', async ({
    tenant,
    page,
  }) => {
    const answer = Promise.withResolvers<void>();
    await page.route(
      '**/api/settings',
      async (route) => {
        const response = await route.fetch();
        await answer.promise;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    const asked = page.waitForResponse('**/api/serving');
    await page.goto(tenant.uiUrl);
    await asked;

    const askedAgain = page.waitForRequest('**/api/serving');
    await tenant.admin('changeSettings', { body: { 'general.instanceLabel': 'Late' } });
    await askedAgain; // so the page has heard of it
    answer.resolve();

    await expect(page).toHaveTitle('Late · SCIM Mock Tenant');
  });

  test('is asked for ever more rarely where the feed ends as soon as it is open', async ({
    tenant,
    page,
  }) => {
    let asked = 0;
    await page.clock.install();
    await page.route('**/api/live', async (route) => {
      asked += 1;
      await route.fulfill({ contentType: 'text/event-stream', body: '' });
    });
    await page.goto(tenant.uiUrl);

    for (let step = 0; step < 40; step += 1) {
      await page.clock.runFor(250);
      await page.evaluate(() => fetch('/').then((answer) => answer.text())); // what was answered before is heard
    }

    expect(asked).toBeGreaterThan(2); // it goes on trying
    expect(asked).toBeLessThan(8); // of 10 seconds; without the waiting it is 41
  });
});
