// The same in the Electron window, with the system's clipboard.
import { followVelpicTutorial } from '../follow-velpic-tutorial.ts';
import { test } from './fixture.ts';

test('The Velpic tutorial is followed from the Secret Token to the provisioning logs', async ({
  desktop: { app, window },
}) => {
  test.setTimeout(180_000);

  await followVelpicTutorial(window, () => app.evaluate(({ clipboard }) => clipboard.readText()));
});
