// RFC 9967 §2.5: a request that was told 202 is done, though the server is killed right after.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
import { readJsonBody, sendRequest } from '../support/send-request.ts';
import { startHeadless } from '../support/start-headless.ts';

const COUNT = 25;

describe('a server that is killed', () => {
  test('T2 finishes at its next start what it had accepted, each request once', async (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-crash-'));
    t.after(() => rmSync(dataDir, { recursive: true, force: true }));
    const first = await startHeadless({ dataDir });
    const names = Array.from({ length: COUNT }, (_, at) => `user-${at}`);

    const answers = await Promise.all(names.map((name) => createLater(first.ready, name)));
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await startHeadless({ dataDir });
    t.after(second.stop);
    assert.ok(answers.every(({ status }) => status === 202));
    assert.equal(await countUsers(second.ready), COUNT);
  });
});

interface Target {
  readonly scimUrl: string;
  readonly token: string;
}

function createLater({ scimUrl, token }: Target, userName: string) {
  return sendRequest({
    method: 'POST',
    url: `${scimUrl}/Users`,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/scim+json',
      Prefer: 'respond-async',
    },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName }),
  });
}

/** Asks with a request that waits until nothing is left to be done. */
async function countUsers({ scimUrl, token }: Target) {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/scim+json',
    Prefer: 'respond-async, wait=30',
  };
  const body = JSON.stringify({ schemas: [], Operations: [] });
  const idle = await sendRequest({ method: 'POST', url: `${scimUrl}/Bulk`, headers, body });
  assert.equal(idle.status, 200, idle.text);
  const list = readJsonBody(
    await sendRequest({ method: 'GET', url: `${scimUrl}/Users?count=0`, headers }),
  );
  return isJsonObject(list) ? list['totalResults'] : undefined;
}
