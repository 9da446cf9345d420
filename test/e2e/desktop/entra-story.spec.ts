// The same story as in the browser, told in the Electron window, with a picture of it.
import { ENTRA_STORY } from '../../support/entra-story.ts';
import { playWholeStory } from '../../support/play-story.ts';
import { readAllSentences, requestsPage } from '../pages/requests-page.ts';
import { expect, test } from './fixture.ts';
import { readConnection } from './read-connection.ts';

test('each step of the Entra story is in the window with its meaning', async ({
  desktop: { window },
}, info) => {
  const { tenantUrl, secretToken } = await readConnection(window);
  await window.getByRole('link', { name: 'Requests' }).first().click();
  const { body, grid } = requestsPage(window);

  const played = await playWholeStory(ENTRA_STORY, { tenantUrl, token: secretToken });

  await expect(grid).toHaveAttribute('aria-rowcount', String(played.length + 1));
  expect(await readAllSentences(body)).toEqual(played.map(({ step }) => step.sentence));
  const picture = await window.screenshot({ path: info.outputPath('requests.png') });
  await info.attach('requests', { body: picture, contentType: 'image/png' });
});
