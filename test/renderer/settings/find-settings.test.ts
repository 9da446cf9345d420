// The search over settings, and how values read.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SETTING_KEYS } from '../../../shared/admin/setting.ts';
import {
  describeProblem,
  findSettings,
  showValue,
} from '../../../renderer/features/settings/find-settings.ts';
import { BLOCK_PARTS, findBlocks } from '../../../renderer/features/settings/setting-blocks.ts';

describe('findSettings', () => {
  test('has every setting but those that are set elsewhere, by group', () => {
    const elsewhere = ['general.tenantColours', 'server.tlsCertificate', 'server.tlsKey'];
    const keys = findSettings('').flatMap((section) => section.keys);

    assert.deepEqual(
      keys,
      SETTING_KEYS.filter((key) => !elsewhere.includes(key)),
    );
  });

  for (const [text, expected] of [
    ['dark mode', ['general.theme']],
    ['scim port', ['server.scimPort']],
    [
      'restart',
      [
        'server.scimPort',
        'server.adminPort',
        'server.scimHost',
        'server.requestSeconds',
        'server.idleSeconds',
      ],
    ],
    ['zebra', []],
  ] as const) {
    test(`"${text}" finds ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(
        findSettings(text).flatMap((section) => section.keys),
        expected,
      );
    });
  }
});

describe('findBlocks', () => {
  for (const [text, expected] of [
    ['', ['api', 'privacy', 'workspace']],
    ['compact', ['workspace']],
    ['vacuum', ['workspace']],
    ['Diagnostics', ['privacy']],
    ['delete all', ['privacy']],
    ['data folder', ['workspace']],
    ['mcp', ['api']],
    ['zebra', []],
  ] as const) {
    test(`"${text}" shows ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual([...findBlocks(text)], expected);
    });
  }

  test('what the palette leads to is on the page that it opens', () => {
    for (const { block, find } of BLOCK_PARTS) assert.ok(findBlocks(find).has(block), find);
  });
});

test('a value that a setting does not take has a sentence', () => {
  assert.equal(describeProblem('server.scimPort', 8080), undefined);
  assert.ok(describeProblem('server.scimPort', 80_000));
  assert.ok(describeProblem('server.scimPort', 'x'));
});

test('values read as people say them', () => {
  assert.deepEqual(
    [
      showValue('general.theme', 'contrast'),
      showValue('server.scimPort', 7643),
      showValue('log.maxRequests', 100_000),
      showValue('desktop.tray', false),
    ],
    ['High contrast', '7643', '100,000 requests', 'Off'],
  );
});
