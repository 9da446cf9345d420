import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { isSuitable, pickNode } from '../../main/launch/pick-node.mjs';

describe('A Node is suitable', () => {
  const cases = [
    ['20.20.2', '9', false],
    ['22.17.1', '10', false],
    ['22.18.0', '10', true],
    ['23.5.0', '10', false],
    ['23.6.0', '10', true],
    ['24.0.0', '10', true],
    ['26.1.0', '11', true],
    ['24.0.0', '9', false],
    ['24.0.0', undefined, false],
  ] as const;
  for (const [node, napi, expected] of cases) {
    test(`${expected ? '' : 'not '}as ${node} with Node-API ${napi}`, () => {
      assert.equal(isSuitable({ node, napi }), expected);
    });
  }
});

describe('The Node that is picked', () => {
  const old = { node: '20.20.2', napi: '9' };

  test('is our own when it is new enough', () => {
    assert.deepEqual(pickNode('/nowhere'), { node: process.execPath });
  });

  test('is the one in node_modules when our own is older', (t) => {
    const root = buildRoot(t);
    symlinkSync(process.execPath, path.join(root, 'node_modules/.bin/node'));

    assert.deepEqual(pickNode(root, old), { node: realpathSync(process.execPath) });
  });

  test('is none when the one in node_modules cannot run here', (t) => {
    const root = buildRoot(t);
    writeFileSync(path.join(root, 'node_modules/.bin/node'), 'not a program', { mode: 0o755 });

    const picked = pickNode(root, old);

    assert.deepEqual(picked, {
      problem: 'Node 22.18 or newer is needed, this is Node 20.20.2; see https://nodejs.org/',
    });
  });
});

function buildRoot(t: TestContext): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-node-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(path.join(root, 'node_modules/.bin'), { recursive: true });
  return root;
}
