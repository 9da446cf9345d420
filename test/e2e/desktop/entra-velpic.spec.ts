// The tutorial of the vendor in the Electron window, up to the user in the list.
import { createResourcesPage } from '../pages/resources-page.ts';
import { appFrame } from '../pages/app-frame.ts';
import { followVelpicTutorial } from '../velpic-tutorial.ts';
import { expect, test } from './fixture.ts';
import { waitForUi } from './read-connection.ts';

test('Velpic is set up in the window, and its user arrives', async ({
  desktop: { app, window },
}) => {
  test.slow();
  await waitForUi(window);

  await followVelpicTutorial(window, () => app.evaluate(({ clipboard }) => clipboard.readText()));

  await appFrame(window).entry('Users').first().click();
  await expect(createResourcesPage(window, 'Users').row(/Grace Adeyemi/)).toBeVisible();
});
