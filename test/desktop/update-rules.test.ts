import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_SETTINGS, SettingsChange } from '../../shared/admin/setting.ts';
import {
  channelFile,
  describeFailure,
  downloadOf,
  FoundVersion,
  installObstacle,
  mayAsk,
  notesOf,
  updateObstacle,
  type PackageFacts,
} from '../../main/desktop/update-rules.ts';

const FACTS: PackageFacts = {
  platform: 'linux',
  isSource: false,
  hasBuiltInFeed: true,
  appImage: undefined,
  hasUninstaller: false,
  isSigned: false,
};
const APP_IMAGE = { ...FACTS, appImage: '/opt/app.AppImage' };
const COMPANY = 'https://updates.contoso.test/scim';

describe('Whether updates are looked for', () => {
  const CASES = [
    ['a copy from sources, whatever is set', { isSource: true }, COMPANY, 'source'],
    ['a package that knows where', {}, '', undefined],
    ['a package that does not', { hasBuiltInFeed: false }, '', 'no-feed'],
    [
      'one that does not, with an address in the settings',
      { hasBuiltInFeed: false },
      COMPANY,
      undefined,
    ],
  ] as const;

  for (const [name, facts, feed, obstacle] of CASES) {
    test(name, () => assert.equal(updateObstacle({ ...FACTS, ...facts }, feed), obstacle));
  }
});

describe('Whether the app replaces itself', () => {
  const CASES = [
    ['an AppImage', APP_IMAGE, undefined],
    ['a deb or a folder', FACTS, 'package'],
    ['what NSIS has installed', { ...FACTS, platform: 'win32', hasUninstaller: true }, undefined],
    ['a folder on Windows', { ...FACTS, platform: 'win32' }, 'package'],
    ['a signed app on macOS', { ...FACTS, platform: 'darwin', isSigned: true }, undefined],
    ['an unsigned one', { ...FACTS, platform: 'darwin' }, 'unsigned'],
  ] as const;

  for (const [name, facts, obstacle] of CASES) {
    test(name, () => assert.equal(installObstacle(facts, { address: '', agreed: [] }), obstacle));
  }

  test('from an address of the settings only once somebody has agreed to exactly that one', () => {
    const agreed = ['https://updates.contoso.test/other'];
    const ask = (more: readonly string[]) =>
      installObstacle(APP_IMAGE, { address: COMPANY, agreed: [...agreed, ...more] });

    assert.deepEqual([ask([]), ask([COMPANY])], ['not-agreed', undefined]);
  });
});

test('only https is asked, and http on this machine; the setting takes no other address', () => {
  const good = [
    `${COMPANY}/latest.yml`,
    'http://127.0.0.1:8080/a',
    'http://localhost/',
    'http://[::1]:9/',
  ];
  const bad = [
    'http://updates.contoso.test/',
    'http://localhost.contoso.test/',
    'file:///etc/passwd',
    'ftp://a/',
    '',
  ];
  const isSet = (address: string) =>
    SettingsChange.safeParse({ 'general.updateFeed': address }).success;

  assert.deepEqual(good.filter(mayAsk), good);
  assert.deepEqual(bad.filter(mayAsk), []);
  assert.deepEqual(good.filter(isSet), good);
  assert.deepEqual(bad.filter(isSet), ['']);
  assert.deepEqual(
    ['https://user:secret@a.test/', 'https://a.test/?key=1', 'http://127.0.0.1:80@a.test/'].filter(
      isSet,
    ),
    [],
  );
  assert.equal(DEFAULT_SETTINGS['general.updates'], 'notify');
});

test('each system has its own file in a feed', () => {
  assert.deepEqual(
    [
      channelFile('linux', 'x64'),
      channelFile('linux', 'arm64'),
      channelFile('darwin', 'arm64'),
      channelFile('win32', 'x64'),
    ],
    ['latest-linux.yml', 'latest-linux-arm64.yml', 'latest-mac.yml', 'latest.yml'],
  );
});

test('release notes become plain text, whatever they were', () => {
  const notes = (releaseNotes: unknown) =>
    notesOf(FoundVersion.parse({ version: '1.0.0', releaseNotes }));

  assert.deepEqual(
    [
      notes('- one\n- a < b'),
      notes('<h2>New</h2>\n<ul>\n<li>One &amp; two</li>\n<li>Three</li></ul>'),
      notes([
        { version: '1.0.0', note: 'One' },
        { version: '0.9.0', note: null },
      ]),
      notes(null),
      notes(undefined),
    ],
    ['- one\n- a < b', 'New\n\n- One & two\n- Three', '1.0.0\nOne\n\n0.9.0', '', ''],
  );
});

describe('Where a version is had by hand', () => {
  const FILES = FoundVersion.parse({
    version: '1.0.0',
    files: ['a.AppImage', 'a.deb', 'a.zip', 'a.dmg', 'a.exe'].map((url) => ({ url })),
  });
  const generic = { provider: 'generic', url: COMPANY };
  const CASES = [
    ['an AppImage for a folder', generic, 'linux', '', `${COMPANY}/a.AppImage`],
    ['a deb for a deb', generic, 'linux', 'deb', `${COMPANY}/a.deb`],
    ['a disk image', generic, 'darwin', '', `${COMPANY}/a.dmg`],
    ['an installer', generic, 'win32', '', `${COMPANY}/a.exe`],
    [
      'a page of releases',
      { provider: 'github', owner: 'o', repo: 'r' },
      'linux',
      '',
      'https://github.com/o/r/releases',
    ],
    ['nowhere that is known', { provider: 's3' }, 'linux', '', undefined],
    ['nowhere that is not https', { ...generic, url: 'http://a.test' }, 'linux', '', undefined],
  ] as const;

  for (const [name, source, platform, packageType, address] of CASES) {
    test(name, () =>
      assert.equal(downloadOf(FILES, source, { platform, packageType })?.address, address),
    );
  }
});

test('a failure reads as what happened and what to do', () => {
  const words = (error: unknown) => describeFailure(error, COMPANY, 'latest-linux.yml');
  const failure = (message: string, more: object) => Object.assign(new Error(message), more);

  assert.deepEqual(
    [
      words(failure('Cannot find channel', { code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' })),
      words(failure('503', { statusCode: 503 })),
      words(failure('net::ERR_NAME_NOT_RESOLVED', {})),
      words(failure('x', { code: 'ERR_CHECKSUM_MISMATCH' })),
    ],
    [
      `${COMPANY} has no latest-linux.yml. Check the update address in Settings.`,
      `${COMPANY} answered with 503. Try again later.`,
      `${COMPANY} could not be reached (ERR_NAME_NOT_RESOLVED). Check the network and the update address in Settings.`,
      'The file that was downloaded is not the one that was announced: its checksum differs. It was thrown away.',
    ],
  );
});
