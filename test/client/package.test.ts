// The package as somebody else gets it: packed, unpacked into a project of its own, and its examples run there with the
// runners that they are for. What npm would fetch for it is linked from here, because tests have no network.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import about from '../../package.json' with { type: 'json' };
import { buildStale } from '../../main/launch/build-stale.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const EXAMPLES = path.join(ROOT, 'test', 'examples');
const run = promisify(execFile);

let project = '';
before(async () => {
  project = mkdtempSync(path.join(tmpdir(), 'scim-mock-package-'));
  await installInto(project);
});
after(() => rmSync(project, { recursive: true, force: true }));

describe('The package', () => {
  test('runs its example with the test runner of Node', async () => {
    const { stdout } = await runNode('--test', '--test-reporter=tap', 'node-test.test.mjs');

    assert.match(stdout, /# pass 3\n# fail 0/);
  });

  test('runs its example with Vitest', async () => {
    const { stdout } = await runNode(tool('vitest', 'vitest.mjs'), 'run', 'vitest.test.mjs');

    assert.match(stdout, /2 passed/);
  });

  test('is loaded by require as well, and needs no file of this repository', async () => {
    const { stdout } = await runNode(
      '-e',
      `const { startTenant } = require('scim-mock-tenant/testing');
       startTenant().then(async (tenant) => {
         await tenant.scim.request('GET', '/Users');
         console.log((await tenant.expectRequest({})).sentence);
         await tenant.close();
       });`,
    );

    assert.match(stdout, /\w/);
  });

  test('has the commands: a server, the admin API, the MCP server', async () => {
    const folder = path.join('node_modules', about.name);
    const [serve, admin, mcp] = await Promise.all(
      Object.values(about.bin).map((entry) => runNode(path.join(folder, entry), '--help')),
    );

    assert.match(serve?.stdout ?? '', /--scim-port/);
    assert.match(admin?.stdout ?? '', /waitForRequests/);
    assert.match(mcp?.stdout ?? '', /--show-token/);
  });

  test('drives a server of its own through the MCP server', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const entry = path.join(project, 'node_modules', about.name, about.bin['scim-mock-mcp']);
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [entry, '--own'] }),
    );

    const answer = await client.callTool({ name: 'get_connection', arguments: {} });
    await client.close();

    assert.match(JSON.stringify(answer), /in memory: it ends with it/);
  });

  test('has types that a strict project takes', async () => {
    await runNode(tool('typescript', 'bin', 'tsc'), '-p', '.');
  });
});

function runNode(...args: readonly string[]) {
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env;
  return run(process.execPath, args, { cwd: project, env }).catch((error: unknown) => {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`${String(error)}\n${output}`);
  });
}

function tool(...parts: readonly string[]): string {
  return path.join(ROOT, 'node_modules', ...parts);
}

/** As `npm pack` and `npm install` would. */
async function installInto(folder: string): Promise<void> {
  const builds = ['main', 'renderer', 'client'] as const;
  const code = await buildStale({ root: ROOT, node: process.execPath, builds }, () => undefined);
  assert.equal(code, 0);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  await run(npm, ['pack', '--pack-destination', folder], { cwd: ROOT, shell });
  const installed = path.join(folder, 'node_modules', about.name);
  mkdirSync(installed, { recursive: true });
  const file = `${about.name}-${about.version}.tgz`;
  await run('tar', ['-xzf', file, '--strip-components=1', '-C', installed], { cwd: folder });
  for (const name of [...Object.keys(about.dependencies), 'vitest', '@types']) link(folder, name);
  cpSync(EXAMPLES, folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "examples", "private": true }');
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
}

const TSCONFIG = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024', 'esnext.disposable', 'dom'],
    types: ['node'],
    strict: true,
    noEmit: true,
  },
  files: ['typed.mts'],
};

function link(folder: string, name: string): void {
  const place = path.join(folder, 'node_modules', name);
  mkdirSync(path.dirname(place), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules', name), place, 'junction');
}
