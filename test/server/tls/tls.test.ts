// TLS of the SCIM listener: its three positions, switched while it runs; what it refuses; and whoever calls it from this
// very server, who verifies it like everybody else.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ComposedRequest, SentAnswer } from '../../../shared/admin/compose.ts';
import { adminRoutes } from '../../../shared/admin/routes.ts';
import {
  isJsonObject,
  textOf,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { ReadyEvent } from '../../../shared/server-options.ts';
import { makeCertificate } from '../../support/make-certificate.ts';
import { startProvisioning } from '../../support/provisioning.ts';
import { runServer } from '../../support/run-server.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { askSecure, connectionOf } from '../../support/ask-secure.ts';

const ADA = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ada' };

async function changeTls(tenant: TestTenant, body: JsonObject) {
  return tenant.callAdmin('PUT', '/api/tls', { body });
}

/** A POST whose head has been taken and whose body is to come. */
async function beginCreation(t: TestContext, tenant: TestTenant) {
  const outgoing = requestHttp(`${tenant.scimUrl}/Users`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${tenant.token}`,
      'Content-Type': 'application/scim+json',
      Expect: '100-continue',
    },
  });
  t.after(() => outgoing.destroy());
  outgoing.flushHeaders();
  await once(outgoing, 'continue');
  return async () => {
    outgoing.end(JSON.stringify(ADA));
    const [answer]: IncomingMessage[] = await once(outgoing, 'response');
    answer?.resume();
    return { status: answer?.statusCode, location: answer?.headers.location ?? '' };
  };
}

describe('TLS of the SCIM listener', () => {
  test('is switched on and off at the same port, and what was accepted is answered', async (t) => {
    const tenant = await startTenant({}, t);
    const finish = await beginCreation(t, tenant);

    const on = await tenant.admin('changeTls', { body: { mode: 'local-ca' } });
    const secure = await connectionOf(tenant);
    const trusting = await askSecure(`${secure.tenantUrl}/Users`, tenant.token, secure.certificate);
    const created = await finish();

    assert.equal(secure.tenantUrl, tenant.scimUrl.replace('http:', 'https:'));
    assert.deepEqual(on.served?.names.slice(0, 2), ['localhost', 'host.docker.internal']);
    assert.equal(trusting.status, 200);
    assert.equal(created.status, 201);
    const list = await askSecure(`${secure.tenantUrl}/Users`, tenant.token, secure.certificate);
    assert.match(list.text, /"location":"https:/);
    assert.match(created.location, /^http:/, 'as it was asked');

    await tenant.admin('changeTls', { body: { mode: 'off' } });

    assert.deepEqual(await connectionOf(tenant), {
      ...secure,
      certificate: null,
      tenantUrl: tenant.scimUrl,
      localTenantUrl: tenant.scimUrl,
    });
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });

  test('tells a client that mistakes the scheme, and the log says so', async (t) => {
    const tenant = await startTenant({ tls: 'local-ca' }, t);
    const { scimUrl, token } = tenant;

    const plain = await tenant.callAdmin('GET', '/api/status');
    const mistaken = await askSecure(scimUrl.replace('https:', 'http:'), token);
    const untrusting = await askSecure(scimUrl, token);

    assert.equal(plain.status, 200, 'the admin listener stays HTTP');
    assert.equal(mistaken.status, 400);
    assert.match(mistaken.text, /"detail":"This port speaks HTTPS/);
    assert.match(untrusting.text, /a CA that is not trusted here.* --ca FILE/);
    const logged = await sentencesOf(tenant);
    assert.deepEqual(logged, [
      'Rejected: plain HTTP at a port that speaks HTTPS; ask it by https://',
      'Rejected: the TLS handshake broke off: the client left, mostly because it does not trust the certificate',
    ]);
    assert.ok(!JSON.stringify(tenant.store.requestLog.get(1)).includes(token));
  });

  test('is what a TLS client misses at an HTTP port, in words', async (t) => {
    const tenant = await startTenant({}, t);

    const { text } = await askSecure(tenant.scimUrl.replace('http:', 'https:'), tenant.token);

    assert.equal(text, 'it does not speak TLS there: ask it by http://, or at another port');
    assert.deepEqual(await sentencesOf(tenant), [
      'Rejected: a TLS client at an HTTP port; ask it by http://',
    ]);
  });

  test('is verified by all that the server sends itself', async (t) => {
    const tenant = await startProvisioning(t);
    const { admin, params } = tenant;
    await tenant.assign(await tenant.hire('ada'));
    await admin('changeTls', { body: { mode: 'local-ca' } });
    const { tenantUrl, certificate } = await connectionOf(tenant);

    const tested = await admin('testConnection', { params: { tenant: 'default' } });
    const sent = await admin('sendComposed', { body: { request: COMPOSED } });
    const replayed = await admin('replayRequest', { params: { id: requestOf(sent) } });
    const fetched = await tenant.callAdmin('POST', adminRoutes.fetchSchemaDocument.path, {
      body: { url: `${tenantUrl}/Schemas` },
    });
    const { succeeded, requests } = await admin('testJobConnection', { params, body: {} });
    const provisioned = await tenant.cycle();
    const run = await admin('startCheckRun', {
      body: { target: { tenant: 'default' }, only: ['C1', 'K'] },
    });

    assert.deepEqual([tested.ok, tested.status], [true, 200]);
    assert.deepEqual([sent.kind, replayed.status, replayed.reason], ['answered', 200, null]);
    assert.match(fetched.text, /answered 401/, 'it sends no credentials');
    assert.equal(succeeded, true);
    assert.ok(requests.every(({ url }) => url.startsWith('https://127.0.0.1:')));
    assert.equal(provisioned, 'create/success 1');
    const listed = await askSecure(`${tenantUrl}/Users`, tenant.token, certificate);
    assert.match(listed.text, /"userName":"ada@contoso.test"/);
    assert.deepEqual(await endOf(tenant, run.id), ['finished', 5, 0]);
  });

  test('with a certificate of one’s own is verified too, whatever its names', async (t) => {
    const tenant = await startTenant({}, t);
    const own = makeCertificate(tempFolder(t), 'own', { passphrase: 'a secret' });
    const { certificateFile, keyFile } = own;
    const files = { mode: 'own-certificate', certificateFile, keyFile } as const;

    const refused = await changeTls(tenant, files);
    const { hasPassphrase, served } = await tenant.admin('changeTls', {
      body: { ...files, passphrase: 'a secret' },
    });
    const tested = await tenant.admin('testConnection', { params: { tenant: 'default' } });

    assert.equal(refused.status, 400);
    assert.match(refused.text, /own-key.pem is encrypted: give its passphrase too\./);
    assert.deepEqual([hasPassphrase, served?.names], [true, ['scim.example.com']]);
    assert.equal(tested.ok, true);
    const { tenantUrl, certificate } = await connectionOf(tenant);
    assert.equal(certificate, own.certificate);
    assert.equal((await askSecure(`${tenantUrl}/Users`, tenant.token, certificate)).status, 200);
  });

  test('is refused in one sentence where it cannot be served, and stays as it was', async (t) => {
    const tenant = await startTenant({}, t);
    const folder = tempFolder(t);
    const one = makeCertificate(folder, 'one');
    const two = makeCertificate(folder, 'two');
    const old = makeCertificate(folder, 'old', { days: -3 });
    const locked = makeCertificate(folder, 'locked', { passphrase: 'a secret' });
    const empty = join(folder, 'empty.pem');
    writeFileSync(empty, 'nothing');
    const missing = join(folder, 'missing.pem');
    const pairs: readonly [string, string, RegExp][] = [
      ['', one.keyFile, /^The file of the certificate needs its whole path; it is missing\.$/],
      ['one.pem', one.keyFile, /whole path; "one\.pem" is a part of one\.$/],
      [missing, one.keyFile, /missing\.pem cannot be read: there is no such file\.$/],
      [folder, one.keyFile, /cannot be read: it is a folder\.$/],
      [empty, one.keyFile, /empty\.pem has no certificate in PEM/],
      [one.certificateFile, empty, /empty\.pem has no private key in PEM/],
      [
        one.certificateFile,
        two.keyFile,
        /two-key\.pem is not the key of the certificate in .*one\.pem/,
      ],
      [old.certificateFile, old.keyFile, /old\.pem has expired on \d{4}-\d\d-\d\d\.$/],
      [locked.certificateFile, locked.keyFile, /the passphrase does not open it\.$/],
    ];

    for (const [certificateFile, keyFile, sentence] of pairs) {
      const refused = await changeTls(tenant, {
        mode: 'own-certificate',
        certificateFile,
        keyFile,
        passphrase: 'wrong',
      });
      assert.equal(refused.status, 400);
      assert.match(messageOf(refused.body), sentence);
    }
    const bySettings = await tenant.callAdmin('PATCH', '/api/settings', {
      body: { 'server.tls': 'own-certificate', 'log.maxDays': 5 },
    });

    assert.equal(bySettings.status, 400);
    assert.deepEqual((await tenant.admin('getSettings')).changed, []);
    assert.equal((await tenant.admin('getTls')).hasPassphrase, false);
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });
});

describe('npm run serve', () => {
  test('serves TLS as its flags say, whatever the settings say', async (t) => {
    const folder = tempFolder(t);
    const { certificateFile, keyFile, certificate } = makeCertificate(folder, 'own');
    const flags = ['--data-dir', ':memory:', '--json'];
    const run = runServer(t, [...flags, '--tls-cert', certificateFile, '--tls-key', keyFile]);
    await run.printed('"ready"');
    const { scimUrl, token, adminUrl, adminKey } = ReadyEvent.parse(JSON.parse(run.stdout()));

    const answer = await askSecure(`${scimUrl}/Users`, token, certificate);
    const refused = await fetch(`${adminUrl}/api/tls`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${adminKey}`, 'Content-Type': 'application/json' },
      body: '{"mode":"off"}',
    });

    assert.match(scimUrl, /^https:/);
    assert.equal(answer.status, 200);
    assert.equal(refused.status, 409);
  });

  test('does not start with a certificate that cannot be served', async (t) => {
    const folder = tempFolder(t);
    const { certificateFile } = makeCertificate(folder, 'own');
    const flags = ['--data-dir', ':memory:', '--tls', 'own-certificate'];

    const run = runServer(t, [...flags, '--tls-cert', certificateFile]);
    const { code } = await run.ended;

    assert.equal(code, 2);
    assert.match(run.stderr(), /^The file of the key needs its whole path; it is missing\.$/m);
  });
});

const COMPOSED: ComposedRequest = {
  target: { kind: 'tenant', tenant: 'default' },
  method: 'GET',
  path: '/Users',
  headers: [],
  body: '',
};

function requestOf(sent: SentAnswer): number {
  return (sent.kind === 'answered' ? sent.requestId : null) ?? 0;
}

function messageOf(body: JsonValue | undefined): string {
  const error = isJsonObject(body) ? body['error'] : undefined;
  return isJsonObject(error) ? textOf(error['message']) : '';
}

async function endOf(tenant: TestTenant, id: string) {
  for (;;) {
    const run = await tenant.admin('getCheckRun', { params: { id } });
    if (run.state !== 'running') return [run.state, run.done, run.failed];
    await sleep(20);
  }
}

async function sentencesOf(tenant: TestTenant): Promise<readonly string[]> {
  const { requests } = await tenant.admin('listRequests', {});
  return requests.map(({ sentence }) => sentence);
}
