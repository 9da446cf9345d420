// A mistake of ours in one part of the window stays in that part.
import { expect, test } from '../fixtures.ts';

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
