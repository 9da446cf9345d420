// Which requests came on the same connection: what a client that keeps connections open looks like, and one that does not.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { writePeer } from '../../shared/write-peer.ts';
import { listenLive } from '../support/listen-live.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { listIds } from '../support/start-with-traffic.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('a connection', () => {
  test('is named after its first request, also where the next is none', async (t) => {
    const tenant = await startTenant({}, t);
    const [one, other] = [await open(tenant, t), await open(tenant, t)];
    const addresses = [one, other, one, one].map(addressOf);

    for (const socket of [one, other, one]) await say(socket, getUsers(tenant));
    await say(one, 'Not HTTP at all\r\n\r\n');

    const { requests } = await tenant.admin('listRequests');
    assert.deepEqual(
      requests.map(({ connection, status }) => [connection, status]),
      [
        [1, 200],
        [2, 200],
        [1, 200],
        [1, 400],
      ],
    );
    assert.deepEqual(requests.map(writePeer), addresses);
  });

  test('is a group, a filter, an order and a column of the export', async (t) => {
    const tenant = await startTenant({}, t);
    const [one, other] = [await open(tenant, t), await open(tenant, t)];
    for (const socket of [one, other, one]) await say(socket, getUsers(tenant));

    const { groups } = await tenant.admin('groupRequests', { query: { by: 'connection' } });
    const filters = ['connection:1', 'connection:>1', 'not:has:connection'];
    const shown = await Promise.all(filters.map((filter) => listIds(tenant, { filter })));
    const sorted = await listIds(tenant, { sort: 'connection', direction: 'descending' });
    const csv = await tenant.callAdmin('GET', '/api/requests/export?format=csv');

    assert.deepEqual(
      groups.map(({ label, filter, requests }) => [label, filter, requests]),
      [
        [`Connection 1, ${addressOf(one)}`, 'connection:1', 2],
        [`Connection 2, ${addressOf(other)}`, 'connection:2', 1],
      ],
    );
    assert.deepEqual([...shown, sorted], [[1, 3], [2], [], [2, 3, 1]]);
    assert.match(csv.text, new RegExp(`,127\\.0\\.0\\.1,${one.localPort},1,`));
  });

  test('of before a restart keeps its name to itself', async (t) => {
    const dataDir = tempFolder(t);
    const before = await startTenant({ dataDir });
    await before.scim('GET', '/Users');
    await before.close();
    const after = await startTenant({ dataDir }, t);

    await after.scim('GET', '/Users');

    const { requests } = await after.admin('listRequests');
    assert.deepEqual(
      requests.map(({ connection }) => connection),
      [1, 2],
    );
  });
});

test('of a peer that leaves before its answer it is known where it came from', async (t) => {
  const tenant = await startTenant({}, t);
  const live = await listenLive(tenant, t);
  const socket = await open(tenant, t);
  const address = addressOf(socket);
  const halted = 'Content-Length: 9\r\nExpect: 100-continue\r\n\r\n';

  await say(socket, getUsers(tenant).replace(/\r\n$/, halted)); // answered when the head has been read
  socket.resetAndDestroy();

  const { request } = (await live.next('request-recorded')).data;
  assert.deepEqual([request.status, writePeer(request)], [0, address]);
});

async function open({ scimOrigin }: TestTenant, t: TestContext): Promise<Socket> {
  const socket = connect(Number(new URL(scimOrigin).port), '127.0.0.1');
  t.after(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** Returns when an answer comes. */
async function say(socket: Socket, text: string): Promise<void> {
  socket.write(text);
  await once(socket, 'data');
}

function getUsers({ token }: TestTenant): string {
  return `GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`;
}

function addressOf({ localAddress, localPort }: Socket): string {
  return `${localAddress}:${localPort}`;
}
