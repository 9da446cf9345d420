import { ENTRA_STORY } from '../../support/entra-story.ts';
import { playWholeStory } from '../../support/play-story.ts';
import { expect, test } from '../fixtures.ts';
import { readAllSentences, requestsPage } from '../pages/requests-page.ts';

test('each step of the Entra story is in the Requests list with its meaning', async ({
  tenant,
  openApp,
}) => {
  const page = await openApp('/requests');
  const { body, rows, grid, row } = requestsPage(page);

  const played = await playWholeStory(ENTRA_STORY, {
    tenantUrl: tenant.scimUrl,
    token: tenant.token,
  });

  await expect(rows).not.toHaveCount(0);
  await expect(grid).toHaveAttribute('aria-rowcount', String(played.length + 1));
  expect(await readAllSentences(body)).toEqual(played.map(({ step }) => step.sentence));
  await expect(row('Entra')).toHaveCount(await rows.count());
});
