// How long the SCIM listener waits.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { startTenant } from '../support/start-tenant.ts';

test('a request that does not arrive within the time of the settings is answered with 408, and recorded', async (t) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-slow-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const first = await startTenant({ dataDir });
  await first.admin('changeSettings', { body: { 'server.requestSeconds': 1 } });
  await first.close();
  const tenant = await startTenant({ dataDir }, t);

  const socket = connect(Number(new URL(tenant.scimUrl).port), '127.0.0.1');
  socket.setEncoding('utf8').write('GET /scim/v2/Users HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  let answer = '';
  socket.on('data', (text: string) => (answer += text));
  await once(socket, 'close');

  assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*"status":"408"/);
  const { requests } = await tenant.admin('listRequests');
  assert.deepEqual(
    requests.map(({ status, operation }) => [status, operation]),
    [[408, 'rejected-http']],
  );
});
