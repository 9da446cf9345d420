// `npm run simulate` as its user meets it, against a server of ours and one that is not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { SCIMMY_TOKEN, startScimmy } from '../support/start-scimmy.ts';
import { startTenant } from '../support/start-tenant.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'cli', 'simulate.ts');

interface Ended {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function simulate(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ENTRY, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr });
    });
  });
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-simulate-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

interface Summary {
  readonly cycle: string;
  readonly state: string;
  readonly actions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly errors: Readonly<Record<string, number>>;
  readonly requests: number;
}

function read({ code, stdout, stderr }: Ended): Summary {
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Summary; // the claims of the test read it
}

/** As Entra's template for bulk creation has it. */
function bulkFile(...people: readonly string[]): string {
  const columns =
    'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required';
  return ['version:v1.0', columns, ...people].join('\n');
}

describe('npm run simulate', () => {
  test('verifies a target over HTTPS, by the CA that it is given', async (t) => {
    const tenant = await startTenant({ tls: 'local-ca' }, t);
    const ca = path.join(newFolder(t), 'ca.pem');
    writeFileSync(ca, (await tenant.callAdmin('GET', '/api/tls/ca.pem')).text);
    const target = ['--target', tenant.scimUrl, '--token', tenant.token, '--users', '1', '--json'];

    const untrusting = await simulate(...target);
    const trusting = read(await simulate(...target, '--groups', '0', '--ca', ca));
    const wrong = await simulate(...target, '--ca', import.meta.filename);

    assert.equal(untrusting.code, 1);
    assert.match(untrusting.stdout, /a CA that is not trusted here/);
    assert.deepEqual(trusting.actions, { create: { success: 1 } });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /simulate\.test\.ts cannot be read as certificates in PEM\.\n$/);
  });

  test('runs an initial cycle, keeps its state, and writes nothing the second time', async (t) => {
    const tenant = await startTenant({}, t);
    const folder = newFolder(t);
    const target = ['--target', tenant.scimUrl, '--token', tenant.token, '--flag', '--json'];
    const made = ['--seed', '7', '--users', '12', '--groups', '2'];
    const state = ['--state', path.join(folder, 'state.db')];

    const first = read(await simulate(...target, ...made, ...state, '--out', folder));
    const second = read(await simulate(...target, ...state));

    assert.deepEqual([first.cycle, first.state], ['initial', 'Succeeded']);
    assert.equal(first.actions['create']?.['success'], 14);
    assert.deepEqual(first.errors, {});
    assert.deepEqual([second.cycle, second.state], ['incremental', 'Succeeded']);
    assert.equal(second.actions['create'], undefined);
    assert.equal(second.actions['update'], undefined);
    const { tenants } = await tenant.admin('listTenants');
    assert.deepEqual([tenants[0]?.counts.users, tenants[0]?.counts.groups], [12, 2]);
    const files = readdirSync(folder).filter((name) => name.startsWith('ProvisioningLogs'));
    assert.equal(files.length, 4);
    const log: unknown = JSON.parse(
      readFileSync(path.join(folder, 'ProvisioningLogs.json'), 'utf8'),
    );
    assert.match(JSON.stringify(log), /"provisioningAction":"create"/);
  });

  test('takes people from a file, and from the file as it has become what has changed', async (t) => {
    const tenant = await startTenant({}, t);
    const folder = newFolder(t);
    const file = path.join(folder, 'people.csv');
    const target = ['--target', tenant.scimUrl, '--token', tenant.token, '--json'];
    const args = [...target, '--directory', file, '--state', path.join(folder, 'state.db')];
    writeFileSync(file, bulkFile('Ada Byron,ada@x.example,x,No', 'Bob Ray,bob@x.example,x,No'));

    const first = read(await simulate(...args));
    writeFileSync(
      file,
      bulkFile('Ada Lovelace,ada@x.example,x,No', 'Cleo Ito,cleo@x.example,x,No'),
    );
    const second = read(await simulate(...args));

    assert.deepEqual(first.actions, { create: { success: 2 } });
    assert.deepEqual(second.actions, {
      update: { success: 1 },
      create: { success: 1 },
      disable: { success: 1 },
    });
  });

  test('counts what a server of another make takes, and what it refuses by error code', async (t) => {
    const target = await startScimmy(t, { isComplete: true }); // all but the path of Entra's manager

    const args = ['--target', target, '--token', SCIMMY_TOKEN, '--users', '3', '--groups', '0'];
    const { code, stdout } = await simulate(...args, '--json');

    const { actions, errors } = JSON.parse(stdout) as Summary; // the claims read it
    assert.deepEqual([code, actions['create']], [1, { success: 3 }]);
    assert.deepEqual(errors, {
      SystemForCrossDomainIdentityManagementBadRequest: actions['update']?.['failure'],
    });
  });

  test('is 1 where the target refuses', async (t) => {
    const tenant = await startTenant({}, t);

    const args = ['--target', tenant.scimUrl, '--token', 'wrong-token', '--users', '2', '--json'];
    const { code, stdout } = await simulate(...args);

    const summary = JSON.parse(stdout) as { quarantine: string }; // as the test above
    assert.deepEqual([code, summary.quarantine], [1, 'EncounteredQuarantineException']);
  });

  test('is 2 with one sentence where no cycle can run', async () => {
    const target = ['--target', 'http://127.0.0.1:9/scim', '--token', 't'];
    const cases = [
      [[], /--target must be an http or https URL/],
      [['--target', 'http://127.0.0.1:9/scim'], /--token \(or SCIM_TOKEN\) must be given/],
      [[...target, '--users', 'x'], /--users: /],
      [[...target, '--directory', 'a.csv', '--users', '3'], /do not go together/],
      [[...target, '--directory', '/nowhere/a.csv'], /ENOENT/],
      [[...target, '--users', '1', '--cycle', 'incremental'], /follows an initial one/],
    ] as const;
    for (const [args, wanted] of cases) {
      const { code, stdout, stderr } = await simulate(...args);
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assert.match(stderr, wanted);
    }
  });
});
