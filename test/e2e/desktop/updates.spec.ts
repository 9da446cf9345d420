// Newer versions: looked for at an address of this machine, told of, skipped, and installed in place of a stand-in for
// the AppImage that the app would run from.
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { endDesktop, expect, launchDesktop, test, type Desktop } from './fixture.ts';
import { answerBoxes, clickMenu, readBoxes } from './menu.ts';
import { changeSettings, waitForUi } from './read-connection.ts';

const CHECK = 'app.checkForUpdates';
/** As good as an AppImage: a program that ends at once. */
const NEW_PROGRAM = '#!/bin/sh\nexit 0\n';

interface Feed {
  readonly address: string;
  /** What is there as latest-linux.yml; undefined: nothing. */
  text: string | undefined;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  readonly server: Server;
}

let feed: Feed;
let desktop: Desktop | undefined;

test.beforeEach(async () => {
  feed = await startFeed();
});

test.afterEach(async () => {
  await endDesktop(desktop);
  feed.server.closeAllConnections();
  feed.server.close();
});

test('an offer is told of, skipped, asked for again; what is no offer says what it is', async ({
  electronDist,
}) => {
  desktop = await launchDesktop(electronDist, { env: { SCIM_MOCK_UPDATE_SOURCE: '1' } });
  const { app, window } = desktop;
  await waitForUi(window);
  const banner = window.getByRole('status').filter({ hasText: 'Update.' });

  await clickMenu(app, CHECK);
  const messages = window.getByRole('region', { name: 'Notifications' });
  await expect(messages.getByText(/built without an address to look at/)).toBeVisible();

  feed.text = describeVersion('9.0.0', '<p>Faster &amp; better</p><ul><li>One</li></ul>');
  await changeSettings(window, { 'general.updateFeed': feed.address });
  await expect(banner).toContainText('Version 9.0.0 is available. You run 0.1.0.');
  await banner.getByRole('button', { name: 'What is new' }).click();
  const news = window.getByRole('dialog', { name: 'What is new in 9.0.0' });
  await expect(news.getByText('Faster & better\n\n- One')).toBeVisible();
  await news.getByRole('button', { name: 'Close' }).click();
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Reflect.set(globalThis, 'opened', url);
  });
  await banner.getByRole('button', { name: 'Download', exact: true }).click();
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened')))
    .toBe(`${feed.address}/app-9.0.0.AppImage`);

  await banner.getByRole('button', { name: 'Skip this version' }).click();
  await expect(banner).toBeHidden();
  const before = feed.asked.length;
  await changeSettings(window, { 'general.updates': 'auto' });
  await expect.poll(() => feed.asked.length).toBeGreaterThan(before);
  await expect(banner).toBeHidden();
  await clickMenu(app, CHECK);
  await expect(banner).toContainText('This kind of package cannot replace itself');

  for (const [text, told] of ANSWERS) {
    feed.text = text;
    await clickMenu(app, CHECK);
    await expect(messages.getByText(told)).toBeVisible();
    await messages.getByRole('button', { name: 'Dismiss' }).last().click();
    await expect(banner).toBeHidden();
  }
  for (const { headers } of feed.asked) {
    expect(headers).toEqual(SENT);
  }
});

/** The same from everybody. */
const SENT = {
  'accept-encoding': expect.any(String),
  'accept-language': 'en',
  'cache-control': 'no-cache',
  connection: 'keep-alive',
  host: expect.any(String),
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-site': 'none',
  'user-agent': 'electron-builder',
};

const ANSWERS = [
  [describeVersion('0.1.0'), 'Version 0.1.0 is the newest.'],
  [describeVersion('0.0.9'), 'Version 0.1.0 is the newest.'],
  ['<html>Sign in</html>', /as latest-linux\.yml does not describe a version/],
  ['version: [', /as latest-linux\.yml does not describe a version/],
  [undefined, /has no latest-linux\.yml\. Check the update address/],
] as const;

test('what is wished so is downloaded, and put in place at quit once somebody has agreed', async ({
  electronDist,
}) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-update-'));
  const program = path.join(folder, 'scim-mock-tenant.AppImage');
  writeFileSync(program, 'the old one');
  chmodSync(program, 0o755);
  feed.text = describeVersion('9.0.0');
  desktop = await launchDesktop(electronDist, {
    env: {
      SCIM_MOCK_UPDATE_SOURCE: '1',
      APPIMAGE: program,
      XDG_CACHE_HOME: path.join(folder, 'cache'),
    },
  });
  const { app, window } = desktop;
  await changeSettings(window, {
    'general.updateFeed': feed.address,
    'general.updates': 'auto',
  });
  const banner = window.getByRole('status').filter({ hasText: 'Update.' });
  await expect(banner).toContainText('Version 9.0.0 is available.');
  expect(feed.asked.map((one) => one.path)).not.toContain('/feed/app-9.0.0.AppImage');

  await answerBoxes(app, { response: 0 });
  await clickMenu(app, 'go.settings');
  await window.getByRole('button', { name: 'Agree to this address…' }).click();
  await expect(banner).toContainText('It is installed when you quit.');
  expect((await readBoxes(app))[0]?.detail).toContain(feed.address);
  expect(readFileSync(program, 'utf8')).toBe('the old one');
  await app.close();

  expect(readFileSync(program, 'utf8')).toBe(NEW_PROGRAM);
  rmSync(folder, { recursive: true, force: true });
});

function describeVersion(version: string, notes = ''): string {
  const sha512 = createHash('sha512').update(NEW_PROGRAM).digest('base64');
  const file = `app-${version}.AppImage`;
  const files = [{ url: file, sha512, size: NEW_PROGRAM.length }];
  return JSON.stringify({ version, files, path: file, sha512, releaseNotes: notes });
}

async function startFeed(): Promise<Feed> {
  const asked: Feed['asked'] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://feed.test');
    asked.push({ path: pathname, headers: request.headers });
    const body = pathname.endsWith('.AppImage')
      ? NEW_PROGRAM
      : pathname === '/feed/latest-linux.yml'
        ? feed.text
        : undefined;
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { address: `http://127.0.0.1:${port}/feed`, text: undefined, asked, server };
}
