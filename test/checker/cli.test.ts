// `npm run check:scim` as its user meets it: exit codes, streams, files.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { CheckReport } from '../../shared/checker/report.ts';
import { startTenant } from '../support/start-tenant.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'checker', 'cli.ts');

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

describe('npm run check:scim', () => {
  test('is 0 where every binding check passed, and writes the three reports', async (t) => {
    const tenant = await startTenant({}, t);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-check-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const [json, junit, html] = ['r.json', 'r.xml', 'r.html'].map((name) =>
      path.join(folder, name),
    );

    const { code, stdout } = await runCli(
      `--target=${tenant.scimUrl}`,
      `--token=${tenant.token}`,
      '--only=c1,K',
      `--json=${json}`,
      `--junit=${junit}`,
      `--html=${html}`,
    );

    const written: unknown = JSON.parse(readFileSync(json ?? '', 'utf8'));
    const report = CheckReport.parse(written);
    assert.equal(code, 0);
    assert.match(stdout, /Every binding check passed/);
    assert.deepEqual(
      report.results.map(({ id }) => id),
      ['C1', 'K1', 'K2', 'K3', 'K4'],
    );
    assert.match(readFileSync(junit ?? '', 'utf8'), /^<\?xml/);
    assert.match(readFileSync(html ?? '', 'utf8'), /^<!doctype html>/);
  });

  test('is 1 where a MUST failed', async (t) => {
    const tenant = await startTenant({}, t);
    const params = { tenant: 'default' };
    await tenant.admin('setProfile', { params, body: { preset: 'legacy-vendor' } });

    const args = ['--target', tenant.scimUrl, '--token', tenant.token, '--only', 'R1'];
    const { code, stdout, stderr } = await runCli(...args);

    assert.equal(code, 1);
    assert.match(stdout, /R1 MUST: .*\n {2}expected status "404" as text/);
    assert.match(stderr, /1\/1 R1 failed/);
  });

  test('is 2 with one sentence where the command line or the target is wrong', async () => {
    const cases = [
      [[], /--target must be/],
      [['--target', 'ftp://x'], /--target must be/],
      [['--target', 'http://127.0.0.1:9', '--token', 't', '--only', 'Y1'], /there is no Y1/],
      [['--nonsense'], /--nonsense/],
    ] as const;
    for (const [args, wanted] of cases) {
      const { code, stderr } = await runCli(...args);
      assert.equal(code, 2);
      assert.match(stderr, wanted);
    }
    const { code, stdout } = await runCli('--target', 'http://127.0.0.1:9', '--token', 't');
    assert.equal(code, 2);
    assert.match(stdout, /The target gave no answer/);
  });
});
