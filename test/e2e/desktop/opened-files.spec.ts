// Files that are opened with the app: it asks in the window, and imports when it is told to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTenant } from '../../support/start-tenant.ts';
import { expect, projectRoot, test } from './fixture.ts';

test('a snapshot and a HAR file are asked about first, and imported when one agrees', async ({
  launch,
  electronDist,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-opened-'));
  writeFileSync(path.join(folder, 'Demo.scimsnap'), await makeSnapshot());
  writeFileSync(path.join(folder, 'calls.har'), JSON.stringify({ log: { entries: [ENTRY] } }));

  const { app, window, userData } = await launch({ args: [path.join(folder, 'Demo.scimsnap')] });
  const snapshot = window.getByRole('dialog', { name: 'Import a snapshot?' });
  await expect(snapshot).toContainText('Demo.scimsnap');
  await expect(snapshot.getByRole('row', { name: /My SCIM app 1 0 1/ })).toBeVisible();
  await snapshot.getByRole('button', { name: 'Import snapshot' }).click();
  await expect(window.getByRole('row', { name: /Shared\s*Imported/ })).toBeVisible();

  const second = spawn(
    electronDist.executable,
    [projectRoot, '--no-sandbox', `--user-data-dir=${userData}`, 'calls.har'],
    { cwd: folder, stdio: 'ignore' },
  );
  expect(await once(second, 'exit')).toEqual([0, null]);
  const har = window.getByRole('dialog', { name: 'Import the requests of a HAR file?' });
  await expect(har).toContainText('calls.har');
  await har.getByRole('button', { name: 'Cancel' }).click();
  // As macOS says it.
  await app.evaluate(
    ({ app: first }, place) => first.emit('open-file', { preventDefault: () => undefined }, place),
    path.join(folder, 'calls.har'),
  );
  await har.getByRole('button', { name: 'Import requests' }).click();
  await expect(window.getByRole('row', { name: /GET.*\/Users/ })).toBeVisible();
  rmSync(folder, { recursive: true });
});

async function makeSnapshot(): Promise<Buffer> {
  const tenant = await startTenant();
  await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
  const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Shared' } });
  const answer = await fetch(`${tenant.adminUrl}/api/snapshots/${id}/file`, {
    headers: { Authorization: `Bearer ${tenant.adminKey}` },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  await tenant.close();
  return bytes;
}

const ENTRY = {
  startedDateTime: new Date().toISOString(), // the log keeps the newest days alone
  time: 5,
  request: {
    method: 'GET',
    url: 'https://example.test/scim/v2/Users?count=7',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [{ name: 'Accept', value: 'application/scim+json' }],
    queryString: [{ name: 'count', value: '7' }],
    headersSize: -1,
    bodySize: 0,
  },
  response: {
    status: 200,
    statusText: 'OK',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [{ name: 'Content-Type', value: 'application/scim+json' }],
    content: { size: 2, mimeType: 'application/scim+json', text: '{}' },
    redirectURL: '',
    headersSize: -1,
    bodySize: 2,
  },
  cache: {},
  timings: { send: 0, wait: 5, receive: 0 },
};
