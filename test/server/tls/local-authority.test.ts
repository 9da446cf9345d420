// The local CA: its key stays where it is, it vouches for this machine only, and its certificates are renewed in time.
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, test, type TestContext } from 'node:test';
import { newUuid } from '../../../main/base/ids.ts';
import { createTrust } from '../../../main/base/trust.ts';
import { createScimPort } from '../../../main/server/scim-port.ts';
import { createAuthorityStore } from '../../../main/server/tls/local-authority.ts';
import { createPassphraseStore } from '../../../main/server/tls/passphrase.ts';
import { createServerTls } from '../../../main/server/tls/tls-control.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { ServerOptions } from '../../../shared/server-options.ts';
import { makeCertificate } from '../../support/make-certificate.ts';
import { createMovableClock, type MovableClock } from '../../support/movable-clock.ts';
import { startTenant } from '../../support/start-tenant.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { askSecure, connectionOf } from '../../support/ask-secure.ts';

describe('The local CA', () => {
  test('keeps its key to its owner, out of snapshots, exports, diagnostics and the log', async (t) => {
    const dataDir = tempFolder(t);
    const tenant = await startTenant({ dataDir, tls: 'local-ca' }, t);
    const keyFile = join(dataDir, 'tls', 'ca-key.pem');
    const key = readFileSync(keyFile, 'utf8');
    const secret = key.split('\n')[1] ?? '';

    const { text: pem } = await tenant.callAdmin('GET', '/api/tls/ca.pem');
    await tenant.admin('takeSnapshot', { body: { name: 'one' } });
    const texts = [
      JSON.stringify(await tenant.admin('getDiagnostics')),
      JSON.stringify(await tenant.admin('getTls')),
      JSON.stringify(await tenant.admin('getSettings')),
      tenant.logLines.join('\n'),
      ...readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.startsWith('tls') && statSync(join(dataDir, name)).isFile())
        .map((name) => readFileSync(join(dataDir, name), 'latin1')),
    ];

    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
    assert.equal(pem, readFileSync(join(dataDir, 'tls', 'ca.pem'), 'utf8'));
    assert.ok(secret.length > 40 && texts.length > 6);
    assert.ok(texts.every((text) => !text.includes(secret)));
  });

  test('can vouch for no site of the Internet, even in the hands of a thief', async (t) => {
    const dataDir = tempFolder(t);
    const tenant = await startTenant({ dataDir, tls: 'local-ca' }, t);
    const { text: pem } = await tenant.callAdmin('GET', '/api/tls/ca.pem');
    const stolen = createPrivateKey(readFileSync(join(dataDir, 'tls', 'ca-key.pem')));
    const { subject } = new X509Certificate(pem);
    const forged = makeCertificate(dataDir, 'forged', {
      names: { dns: ['login.example.com'], ip: [] },
      issuer: { subject: subject.replace('CN=', ''), privateKey: stolen },
    });
    const server = https.createServer({ cert: forged.certificate, key: forged.key });
    t.after(() => server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address

    const { status, text } = await askSecure(`https://127.0.0.1:${port}/`, '', pem);

    assert.equal(status, 0);
    assert.match(text, /permitted/i);
  });

  test('is the same after a restart, and another one when that is asked for', async (t) => {
    const dataDir = tempFolder(t);
    const first = await startTenant({ dataDir, tls: 'local-ca' }, t);
    const { text: pem } = await first.callAdmin('GET', '/api/tls/ca.pem');
    await first.close();
    const second = await startTenant({ dataDir, tls: 'local-ca' }, t);
    const { certificate, tenantUrl } = await connectionOf(second);

    const before = (await askSecure(tenantUrl, second.token, pem)).status;
    await second.admin('renewLocalCa');
    const after = await askSecure(tenantUrl, second.token, pem);
    const { certificate: renewed } = await connectionOf(second);

    assert.equal(certificate, pem);
    assert.notEqual(before, 0);
    assert.match(after.text, /not trusted here/);
    assert.notEqual((await askSecure(tenantUrl, second.token, renewed)).status, 0);
  });

  test('renews the server’s certificate thirty days before it ends, without a break', async (t) => {
    const clock = createMovableClock(new Date().toISOString());
    const { tls, control, port } = await openPort(t, clock);
    const kept = new https.Agent({ keepAlive: true, maxSockets: 1, ca: await control.authority() });
    t.after(() => kept.destroy());
    const serialOf = () => control.read().served?.validTo;
    const [first, origin] = [serialOf(), port.read().origin];
    await greet(origin, kept);

    clock.moveMinutes(360 * DAY_MINUTES);
    await control.renewIfDue();
    const [unchanged, inTime] = [first, serialOf()];
    clock.moveMinutes(DAY_MINUTES * 10);
    await control.renewIfDue();

    assert.equal(inTime, unchanged);
    assert.notEqual(serialOf(), first);
    assert.equal(await greet(origin, kept), 'hello');
    assert.equal(port.read().origin, origin);
    assert.ok(tls.isWanted());
  });
});

const DAY_MINUTES = 24 * 60;

/** The SCIM listener's port without its application, by a clock of the test. */
async function openPort(t: TestContext, clock: MovableClock) {
  const options = ServerOptions.parse({ dataDir: ':memory:', scimPort: 0, tls: 'local-ca' });
  const store = openStore({ dataDir: ':memory:', clock });
  const tls = createServerTls({
    options,
    clock,
    newId: newUuid,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    trust: createTrust(),
    settings: store.settings,
    authorities: createAuthorityStore(':memory:', { clock, newId: newUuid }),
    passphrases: createPassphraseStore(':memory:'),
  });
  const port = createScimPort({
    app: { serve: (_request, response) => void response.end('hello') },
    clock,
    tls,
    wanted: () => ({ host: '127.0.0.1', port: 0, flag: '--scim-port' }),
    onOpen: () => undefined,
    onChange: () => undefined,
  });
  t.after(async () => {
    await port.close();
    store.close();
  });
  await port.open();
  return { tls, port, control: tls.control(port, (work) => work()) };
}

async function greet(origin: string, agent: https.Agent): Promise<string> {
  const sent = https.get(origin, { agent });
  const [answer]: IncomingMessage[] = await once(sent, 'response');
  assert.ok(answer !== undefined);
  return text(answer);
}
