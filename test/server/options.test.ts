import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOptions } from '../../main/server/options.ts';

const ENV = { XDG_DATA_HOME: '/data' };

describe('the command line of the headless server', () => {
  test('without flags has the documented ports and the data directory of the platform', () => {
    const read = readOptions([], ENV);

    assert.equal(read.kind, 'start');
    const { options, json, open } = read.commandLine;
    assert.deepEqual(
      [options.host, options.scimPort, options.adminPort, options.token, json, open],
      ['127.0.0.1', undefined, undefined, undefined, false, false],
    );
    if (process.platform === 'linux') assert.equal(options.dataDir, '/data/scim-mock-tenant');
  });

  test('a flag wins over its environment variable, which wins over the default', () => {
    const read = readOptions(['--scim-port', '1', '--data-dir=:memory:', '--json'], {
      SCIM_MOCK_SCIM_PORT: '2',
      SCIM_MOCK_ADMIN_PORT: '3',
      SCIM_MOCK_TOKEN: 'from-env',
      SCIM_MOCK_PUBLIC_URL: 'https://x.example',
      SCIM_MOCK_OPEN: '1',
    });

    assert.equal(read.kind, 'start');
    const { options, json, open } = read.commandLine;
    const { scimPort, adminPort, dataDir, token, publicUrl } = options;
    assert.deepEqual(
      { scimPort, adminPort, dataDir, token, publicUrl, json, open },
      {
        scimPort: 1,
        adminPort: 3,
        dataDir: ':memory:',
        token: 'from-env',
        publicUrl: 'https://x.example',
        json: true,
        open: true,
      },
    );
  });

  test('--help lists every flag', () => {
    const read = readOptions(['--help'], ENV);

    assert.equal(read.kind, 'help');
    for (const flag of ['scim-port', 'admin-port', 'data-dir', 'token', 'public-url', 'json']) {
      assert.match(read.text, new RegExp(`--${flag} `));
    }
  });

  const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['--nope'], /'--nope'.*--help lists the flags\.$/],
    [['extra'], /'extra'.*--help lists the flags\.$/],
    [['--scim-port'], /--scim-port.*--help lists the flags\.$/],
    [['--scim-port', 'many'], /^--scim-port \(or SCIM_MOCK_SCIM_PORT\) must be a port number/],
    [['--admin-key', 'short'], /^--admin-key .* must be at least 32 letters, digits, - or _\.$/],
    [['--admin-port', '70000'], /^--admin-port .* must be a port number from 0 to 65535\.$/],
    [['--public-url', 'not a url'], /^--public-url .* must be an address such as https/],
  ];
  for (const [args, message] of wrong) {
    test(`${args.join(' ')} is refused in one sentence`, () => {
      const read = readOptions(args, ENV);

      assert.equal(read.kind, 'wrong');
      assert.match(read.message, message);
      assert.equal(read.message.includes('\n'), false);
    });
  }
});
