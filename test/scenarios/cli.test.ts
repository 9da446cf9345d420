// `npm run scenario` as its user meets it: exit codes, streams, files.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { ScenarioReport } from '../../shared/scenario/report.ts';
import { startTenant } from '../support/start-tenant.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'scenarios', 'cli.ts');

interface Ended {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runCli(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ENTRY, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr });
    });
  });
}

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-scenario-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

const STORY = `
id: hello
title: Hello
summary: Somebody is made by hand
steps:
  - title: Ada is made
    actions:
      - do: send
        method: POST
        path: /Users
        body: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "ada@\${domain}" }
    expectations:
      - { see: answer, status: 201 }
      - { see: count, of: users, is: COUNT }
`;

describe('npm run scenario', () => {
  test('is 0 where all went as expected, with the report on stdout and as JUnit', async (t) => {
    const folder = newFolder(t);
    const junit = path.join(folder, 'report.xml');

    const { code, stdout, stderr } = await runCli('default-access', '--json', '--junit', junit);

    assert.equal(code, 0, stderr);
    const report = ScenarioReport.parse(JSON.parse(stdout));
    assert.deepEqual([report.scenario, report.outcome], ['default-access', 'passed']);
    assert.match(stderr, /ok {3}3\/3 The current rule counts her/);
    assert.match(
      readFileSync(junit, 'utf8'),
      /<testsuites name="Scenarios" tests="3" failures="0"/,
    );
  });

  test('is 1 where something was not as expected, and says what was seen', async (t) => {
    const server = await startTenant({}, t);
    const file = path.join(newFolder(t), 'hello.yaml');
    writeFileSync(file, STORY.replace('COUNT', '2'));

    const args = [file, '--target', server.adminUrl, '--key', server.adminKey];
    const { code, stderr } = await runCli(...args);

    assert.equal(code, 1);
    assert.match(stderr, /FAIL 1\/1 Ada is made\n.*expected: The tenant has 2 users; seen: 1/);
    const { tenants } = await server.admin('listTenants');
    assert.deepEqual(
      tenants.map(({ slug }) => slug),
      ['default'],
    );
  });

  test('keeps what it made where it is asked to', async (t) => {
    const server = await startTenant({}, t);
    const file = path.join(newFolder(t), 'hello.yaml');
    writeFileSync(file, STORY.replace('COUNT', '1'));

    const args = [file, '--keep', '--target', server.adminUrl, '--key', server.adminKey];
    const { code } = await runCli(...args);

    const { tenants } = await server.admin('listTenants');
    assert.equal(code, 0);
    assert.equal(tenants.find(({ slug }) => slug === 'scenario-hello')?.counts.users, 1);
  });

  test('is 2 with one sentence where nothing can be played', async (t) => {
    const file = path.join(newFolder(t), 'wrong.yaml');
    writeFileSync(file, 'id: wrong\ntitle: Wrong\nsummary: x\nsteps:\n  - titel: x\n');
    const cases = [
      [[], /Say which scenario/],
      [['nobody'], /There is no scenario and no file "nobody"/],
      [['velpic', '--seed', 'x'], /--seed must be a whole number/],
      [['--nonsense'], /--nonsense/],
      [['velpic', '--target', 'http://127.0.0.1:9', '--key', 'k'], /No server answers/],
      [[file], /wrong\.yaml:5: step 1: .*\n.*wrong\.yaml:5: step 1: /],
    ] as const;
    for (const [args, wanted] of cases) {
      const { code, stderr } = await runCli(...args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, wanted);
    }
  });

  test('lists the library', async () => {
    const { code, stdout } = await runCli('--list');

    assert.equal(code, 0);
    assert.match(stdout, /^velpic +Set up provisioning to Velpic \(12 steps\)$/m);
  });
});
