// A vendor's tutorial in the browser, as an administrator follows it.
import { test } from '../fixtures.ts';
import { followVelpicTutorial } from '../follow-velpic-tutorial.ts';

test('The Velpic tutorial is followed from the Secret Token to the provisioning logs', async ({
  openApp,
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openApp('/');

  await followVelpicTutorial(page, () => page.evaluate(() => navigator.clipboard.readText()));
});
