import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import SQLite from 'better-sqlite3';
import { AdminError } from '../../../shared/admin/error.ts';
import { SnapshotImport } from '../../../shared/admin/snapshot.ts';
import { ALL_DOCUMENTS, DEVICE } from '../../support/device-documents.ts';
import { accessTokenOf, askToken } from '../../support/ask-token.ts';
import { sendRequest } from '../../support/send-request.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

describe('A snapshot file', () => {
  test('holds everything but secrets: none of them is among its bytes', async (t) => {
    const dataDir = openFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    const secrets = [...(await fillWithSecrets(tenant)), ...fillJobWithSecrets(dataDir)];

    const file = await exportSnapshot(tenant, { name: 'Grüße: ../../Ärger "1"' });

    assert.deepEqual(
      secrets.filter((secret) => file.bytes.includes(secret)),
      [],
    );
    assert.equal(file.name, 'Gru-e-A-rger-1.scimsnap');
    for (const kept of ['ada@example.com', 'Door pass of ***', '/scim/v2/Users']) {
      assert.equal(file.bytes.includes(kept), true, kept);
    }
    assert.deepEqual(readdirSync(path.join(dataDir, 'snapshots')).filter(isWork), []);
  });

  test('has been thought of wherever a column is named as if it held a secret', async (t) => {
    const tenant = await startTenant({ dataDir: openFolder(t) }, t);
    const { bytes } = await exportSnapshot(tenant, { name: 'Any' });
    let columns: unknown;

    change(t, bytes, (db) => {
      columns = db
        .prepare(
          `
          select t.name || '.' || c.name as place
          from pragma_table_list t
          join pragma_table_info(t.name) c
          where t.type = 'table'
            and c.name regexp 'secret|password|token|credential|digest|hash|jwk|auth|private'
          order by place`,
        )
        .pluck()
        .all();
    });

    // A new one: see to it in main/store/snapshot-files/remove-secrets.ts.
    assert.deepEqual(columns, [
      'access_tokens.digest',
      'mail_settings.password',
      'oauth_secrets.secret',
      'request_log.token_name',
      'resources.password_hash',
      'saved_requests.keeps_secrets',
      'signing_keys.jwk',
      'sync_jobs.credentials',
      'tokens.previous_secret',
      'tokens.secret',
    ]);
  });

  test('is told before it is added, then compared and restored: tokens stay, or are new', async (t) => {
    const source = await startTenant({ dataDir: openFolder(t) }, t);
    await source.admin('createTenant', { body: { slug: 'sales', name: 'Sales' } });
    await createUser(source, 'ada@example.com');
    const file = await exportSnapshot(source, { name: 'Demo', note: 'for you' });
    const salesToken = await tokenOf(source, 'sales');
    const target = await startTenant({ dataDir: openFolder(t) }, t);
    await createUser(target, 'bob@example.com');
    await target.admin('createOAuthClient', {
      params: { tenant: 'default' },
      body: { name: 'Entra' },
    });
    const clients = await target.admin('listOAuthClients', { params: { tenant: 'default' } });

    const tried = await importSnapshot(target, file.bytes, '?dryRun=true');
    const listed = await target.admin('listSnapshots');
    const { snapshot } = await importSnapshot(target, file.bytes);

    assert.deepEqual(tried.snapshot, null);
    assert.deepEqual(listed.snapshots, []);
    assert.deepEqual(
      { ...tried.file, size: 0 },
      {
        name: 'Demo',
        note: 'for you',
        at: file.at,
        appVersion: tried.file.appVersion,
        tenant: null,
        size: 0,
        counts: { tenants: 2, users: 1, groups: 0, requests: 1 },
        tenants: [
          { slug: 'default', name: 'My SCIM app', users: 1, groups: 0, requests: 1, isHere: true },
          { slug: 'sales', name: 'Sales', users: 0, groups: 0, requests: 0, isHere: false },
        ],
      },
    );
    assert.equal(snapshot?.origin, 'imported');
    const params = { id: snapshot.id };
    const { tenants } = await target.admin('compareSnapshot', { params });
    assert.deepEqual(tenants.find((one) => one.tenant === 'default')?.types, [
      { resourceType: 'User', added: 1, removed: 1, changed: 0 },
    ]);
    const { credentials, before } = await target.admin('restoreSnapshot', { params });
    assert.deepEqual(credentials, { kept: ['default'], issued: ['sales'] });
    assert.equal(before.origin, 'automatic');
    assert.deepEqual(await userNames(target), ['ada@example.com']);
    assert.equal((await createUser(target, 'eve@example.com')).status, 201, 'with its own token');
    assert.deepEqual(
      await target.admin('listOAuthClients', { params: { tenant: 'default' } }),
      clients,
    );
    const issued = await tokenOf(target, 'sales');
    const statuses = [issued, salesToken].map(async (token) => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await target.ask('GET', '/t/sales/scim/v2/Users', { headers })).status;
    });
    assert.deepEqual(await Promise.all(statuses), [200, 401]);
  });

  test('that claims to have tokens of its own lets nobody in', async (t) => {
    const tenant = await startTenant({ dataDir: openFolder(t) }, t);
    const file = await exportSnapshot(tenant, { name: 'Trap' });
    const forged = change(t, file.bytes, (db) =>
      db.exec(`
        insert into tokens (tenant_id, name, secret, created)
        select id, 'Mine', 'a-secret-of-a-stranger', '2026-01-01T00:00:00.000Z' from tenants`),
    );

    const { snapshot } = await importSnapshot(tenant, forged);
    await tenant.admin('restoreSnapshot', { params: { id: snapshot?.id ?? '' } });

    const headers = { Authorization: 'Bearer a-secret-of-a-stranger' };
    assert.equal((await tenant.scim('GET', '/Users', { headers })).status, 401);
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });

  test('is refused in a sentence when it is none, newer, damaged, changed, or too large', async (t) => {
    const dataDir = openFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    await createUser(tenant, 'ada@example.com');
    const { bytes } = await exportSnapshot(tenant, { name: 'Sound' });
    const altered = (sql: string) => change(t, bytes, (db) => db.exec(sql));

    const refusals = [
      await refusalOf(tenant, Buffer.from('{"log":{"entries":[]}}')),
      await refusalOf(tenant, altered('pragma application_id = 7')),
      await refusalOf(tenant, altered('drop table snapshot_manifest')),
      await refusalOf(tenant, altered('pragma user_version = 9999')),
      await refusalOf(tenant, bytes.subarray(0, bytes.length - 20_000)),
      await refusalOf(tenant, altered("update tenants set profile = '{'")),
      await refusalOf(tenant, altered("update tenants set slug = 'other'")),
      await refusalOf(
        tenant,
        altered('create trigger t after insert on tenants begin delete from resources; end'),
      ),
      await refusalOf(tenant, Buffer.alloc(0), { 'Content-Length': '9000000000000000' }),
    ];

    const expected = [
      '409 The file is no snapshot.',
      '409 The file is a database of another program, not a snapshot.',
      '409 The file is a workspace and may hold secrets;',
      '409 The snapshot was written by a newer version of this app',
      '409 The file is a snapshot, but damaged:',
      '409 The file is a snapshot, but damaged:',
      '409 The file is no snapshot of this app: it has no default tenant.',
      '409 The file is no snapshot of this app: its trigger t is not what a workspace has.',
      '409 The disk of the workspace has too little room for it.',
    ];
    assert.deepEqual(
      refusals.map((refusal, at) => refusal.slice(0, expected[at]?.length)),
      expected,
    );
    const { snapshots } = await tenant.admin('listSnapshots');
    assert.deepEqual(
      snapshots.map(({ name }) => name),
      ['Sound'],
    );
    assert.deepEqual(readdirSync(path.join(dataDir, 'snapshots')).filter(isWork), []);
  });
});

function openFolder(t: TestContext): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-snapshot-files-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

function isWork(name: string): boolean {
  return name.startsWith('work-');
}

function createUser(tenant: TestTenant, userName: string) {
  return tenant.scim('POST', '/Users', { body: { schemas: [USER], userName } });
}

async function userNames(tenant: TestTenant): Promise<readonly unknown[]> {
  const params = { tenant: 'default', resourceType: 'User' };
  const { resources } = await tenant.admin('queryResources', { params });
  return resources.map(({ resource }) => resource['userName']);
}

async function tokenOf(tenant: TestTenant, slug: string): Promise<string> {
  return (await tenant.admin('getConnection', { params: { tenant: slug } })).secretToken;
}

/** Secrets of every kind that a workspace can hold; returns them all, as they are in its file. */
async function fillWithSecrets(tenant: TestTenant): Promise<readonly string[]> {
  const params = { tenant: 'default' };
  await tenant.admin('changeSchemas', { params, body: { put: [...ALL_DOCUMENTS] } });
  const client = await tenant.admin('createOAuthClient', { body: { name: 'Entra' } });
  const granted = await askToken(tenant, {
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.secrets[0]?.secret ?? '',
  });
  await tenant.scim('POST', '/Users', {
    body: { schemas: [USER], userName: 'ada@example.com', password: 'Pa55word-of-ada' },
  });
  await tenant.scim('POST', '/Devices', { body: { ...DEVICE, pin: 'pin-4711-0815' } });
  const displayName = `Door pass of ${tenant.token}`;
  await tenant.scim('POST', '/Groups', { body: { schemas: [GROUP], displayName } });
  await tenant.admin('createSavedRequest', {
    body: {
      name: 'With secrets',
      keepsSecrets: true,
      request: {
        target: { kind: 'url', baseUrl: 'http://127.0.0.1:1', token: 'token-of-another-app' },
        method: 'GET',
        path: '/Users',
        headers: [['X-Api-Key', 'key-of-another-app']],
        body: '',
      },
    },
  });
  await tenant.admin('changeMailSetting', {
    body: {
      host: 'mail.contoso.test',
      port: 587,
      security: 'starttls',
      user: 'sim',
      from: 'sim@contoso.test',
      password: 'password-of-the-mail-server',
    },
  });
  const { tokens } = await tenant.admin('listTokens', { params });
  await tenant.admin('rotateToken', { params: { ...params, id: tokens[0]?.id ?? '' }, body: {} });
  tenant.store.signingKeys.ofEvents();
  return [
    ...tenant.store.tokens.secretsOf(1),
    accessTokenOf(granted),
    String(tenant.store.signingKeys.ofEvents().jwk['d']),
    'Pa55word-of-ada',
    'scrypt$',
    'pin-4711-0815',
    'token-of-another-app',
    'key-of-another-app',
    'password-of-the-mail-server',
  ];
}

/** Of a provisioning job of the simulator, written behind the server's back. */
function fillJobWithSecrets(dataDir: string): readonly string[] {
  const db = new SQLite(path.join(dataDir, 'workspace.db'));
  db.exec(`
    insert into applications (id, app_id, display_name, created) values ('a', 'b', 'Velpic', '2026');
    insert into sync_jobs (application_id, id, credentials, settings) values
      ('a', 'j', '{"type":"bearer","secretToken":"token-of-the-job"}', '{}');`);
  db.close();
  return ['token-of-the-job'];
}

async function exportSnapshot(
  tenant: TestTenant,
  order: { readonly name: string; readonly note?: string },
) {
  const { id, at } = await tenant.admin('takeSnapshot', { body: { note: '', ...order } });
  const answer = await fetch(`${tenant.adminUrl}/api/snapshots/${id}/file`, {
    headers: { Authorization: `Bearer ${tenant.adminKey}` },
  });
  const disposition = answer.headers.get('content-disposition') ?? '';
  const name = /^attachment; filename="([^"]*)"$/.exec(disposition)?.[1];
  return { name, at, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function send(tenant: TestTenant, body: Uint8Array, options: Sending = {}) {
  return sendRequest({
    method: 'POST',
    url: `${tenant.adminUrl}/api/snapshots/import${options.query ?? ''}`,
    headers: { Authorization: `Bearer ${tenant.adminKey}`, ...options.headers },
    body,
  });
}

interface Sending {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function importSnapshot(tenant: TestTenant, bytes: Uint8Array, query = '') {
  const { text } = await send(tenant, bytes, { query });
  return SnapshotImport.parse(JSON.parse(text));
}

async function refusalOf(tenant: TestTenant, bytes: Uint8Array, headers = {}): Promise<string> {
  const { status, text } = await send(tenant, bytes, { query: '?dryRun=true', headers });
  const { message } = AdminError.parse(JSON.parse(text)).error;
  return `${status} ${message}`;
}

function change(t: TestContext, bytes: Uint8Array, work: (db: SQLite.Database) => void): Buffer {
  const file = path.join(openFolder(t), 'changed.db');
  writeFileSync(file, bytes);
  const db = new SQLite(file);
  db.function('regexp', (pattern: unknown, text: unknown) =>
    Number(new RegExp(String(pattern)).test(String(text))),
  );
  work(db);
  db.close();
  return readFileSync(file);
}
