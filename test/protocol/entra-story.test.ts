// The Entra story against the headless server: every answer, what is stored after it, and the request log's account.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { RequestPage } from '../../shared/admin/request-log-pages.ts';
import { ENTRA_STORY } from '../support/entra-story.ts';
import { playStory, readState, type StoryTarget } from '../support/play-story.ts';
import { assertHas, assertLacks } from '../support/resource-claims.ts';
import { readJsonBody, sendRequest } from '../support/send-request.ts';
import { type HeadlessServer, startHeadless } from '../support/start-headless.ts';
import type { StateClaim } from '../support/story-step.ts';

describe('the Entra provisioning service against npm run serve', () => {
  let server: HeadlessServer;
  let target: StoryTarget;

  before(async () => {
    server = await startHeadless();
    target = { tenantUrl: server.ready.scimUrl, token: server.ready.token };
  });
  after(() => server.stop());

  test('every step is answered, stored, and told in the request log in order', async () => {
    for await (const { step, answer } of playStory(ENTRA_STORY, target)) {
      assert.equal(answer.status, step.status, `${step.title}: ${answer.text}`);
      if (step.state !== undefined) await checkState(step.state, target);
    }

    const told = ENTRA_STORY.map(({ operation, sentence, status }) => ({
      operation,
      sentence,
      status,
    }));
    assert.deepEqual(await readLog(server), told);
  });
});

async function checkState(claim: StateClaim, target: StoryTarget): Promise<void> {
  const answer = await readState(claim, target);
  assert.equal(answer.status, claim.status ?? 200);
  const body = readJsonBody(answer);
  if (claim.has !== undefined) assertHas(body, claim.has);
  for (const path of claim.lacks ?? []) assertLacks(body, path);
}

async function readLog({ ready }: HeadlessServer) {
  const answer = await sendRequest({
    method: 'GET',
    url: `${ready.adminUrl}/api/requests?limit=1000`,
    headers: { Authorization: `Bearer ${ready.adminKey}` },
  });
  return RequestPage.parse(readJsonBody(answer))
    .requests.filter(({ source }) => source === 'entra')
    .map(({ operation, sentence, status }) => ({ operation, sentence, status }));
}
