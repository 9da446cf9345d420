import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { sourceHash, staleBuilds, type BuildName } from '../../main/launch/build-stale.mjs';

const BUILDS = ['main', 'preload', 'renderer', 'client'] as const;

describe('A build is stale', () => {
  test('when it was never made', (t) => {
    const root = buildProject(t);

    assert.deepEqual(staleBuilds({ root, node: '', builds: BUILDS }), BUILDS);
  });

  test('not when nothing but the time of a file changed', (t) => {
    const root = buildProject(t);
    stampAll(root);

    utimesSync(path.join(root, 'main/server/headless.ts'), 0, 0);

    assert.deepEqual(staleBuilds({ root, node: '', builds: BUILDS }), []);
  });

  const cases: readonly (readonly [string, readonly BuildName[]])[] = [
    ['main/server/headless.ts', ['main']],
    ['main/store/new-file.ts', ['main']],
    ['main/desktop/preload/preload.ts', ['preload']],
    ['renderer/main.tsx', ['renderer']],
    ['shared/shell.ts', ['main', 'preload', 'renderer', 'client']],
    ['package-lock.json', ['main', 'preload', 'renderer', 'client']],
    ['main/client/testing.ts', ['main', 'client']],
    ['main/launch/launch.mjs', []],
    ['test/run.ts', []],
  ];
  for (const [file, expected] of cases) {
    test(`${expected.join(', ') || 'nothing'} when ${file} changed`, (t) => {
      const root = buildProject(t);
      stampAll(root);

      writeText(root, file, '// another line\n');

      assert.deepEqual(staleBuilds({ root, node: '', builds: BUILDS }), expected);
    });
  }

  test('in the end-to-end variant although the plain one is fresh', (t) => {
    const root = buildProject(t);
    stampAll(root);

    assert.deepEqual(staleBuilds({ root, node: '', builds: ['main'], isE2e: true }), ['main']);
    assert.notEqual(readFileSync(path.join(root, 'dist/main/.stamp'), 'utf8'), '');
  });
});

function buildProject(t: TestContext): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-build-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const file of [
    'main/server/headless.ts',
    'main/desktop/preload/preload.ts',
    'renderer/main.tsx',
  ]) {
    writeText(root, file, '');
  }
  return root;
}

function stampAll(root: string): void {
  for (const name of BUILDS) writeText(root, `dist/${name}/.stamp`, sourceHash(root, name));
}

function writeText(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
