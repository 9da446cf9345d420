// What the app does while its window is closed: it serves, shows it in the tray, counts, notifies, and comes back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pressEnter } from '../press-enter.ts';
import { endDesktop, expect, launchDesktop, projectRoot, test, type Desktop } from './fixture.ts';
import {
  answerBoxes,
  clickMenu,
  clickNotification,
  clickTray,
  isChecked,
  readBoxes,
  readNotifications,
  readTray,
  watchNotifications,
  watchTray,
} from './menu.ts';
import { changeSettings, createTenant, readConnection, sendRequest } from './read-connection.ts';
import { closeWindow, windowOf } from './window-of.ts';

const ENTRA = { adscimversion: '1.0' };

let desktop: Desktop;

test.beforeAll(async ({ electronDist }) => {
  desktop = await launchDesktop(electronDist, { env: { SCIM_MOCK_TRAY: '1' } });
  await watchTray(desktop.app);
  await readConnection(desktop.window);
});

test.afterAll(() => endDesktop(desktop));

test.beforeEach(() => clickMenu(desktop.app, 'go.home'));

test('the tray says whether the tenant is served, and stops, starts and copies', async () => {
  const { app, window } = desktop;
  const connection = await readConnection(window);
  await changeSettings(window, { 'general.instanceLabel': 'Staging' });
  await expect.poll(async () => (await readTray(app)).text).toContain('Staging');
  const origin = new URL(connection.tenantUrl).origin;

  expect(await readTray(app)).toEqual({
    text: expect.stringMatching(`SCIM Mock Tenant · Staging\nServing ${origin}`),
    entries: [
      { id: 'state', label: expect.stringContaining('Serving'), enabled: false },
      { id: 'open', label: 'Open SCIM Mock Tenant', enabled: true },
      { id: 'copy-url-default', label: 'Copy Tenant URL', enabled: true },
      { id: 'copy-token-default', label: 'Copy Secret Token', enabled: true },
      { id: 'pause-recording', label: 'Pause Recording', enabled: true },
      { id: 'stop-serving', label: 'Stop Serving', enabled: true },
      { id: 'pause-serving', label: 'Pause Serving', enabled: true },
      { id: 'restart-serving', label: 'Restart Serving', enabled: true },
      { id: 'quit', label: 'Quit', enabled: true },
    ],
  });
  await clickTray(app, 'copy-token-default');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(connection.secretToken);
  await clickTray(app, 'stop-serving');
  await expect.poll(() => sendRequest(connection).catch(() => 'refused')).toBe('refused');
  await expect(window.getByText('Serving is stopped.')).toBeVisible();
  await expect.poll(async () => (await readTray(app)).text).toContain('Serving is stopped');
  await clickTray(app, 'start-serving');
  await expect.poll(() => sendRequest(connection).catch(() => 'refused')).toBe(200);
  expect((await readConnection(window)).tenantUrl).toBe(connection.tenantUrl);
});

test('title bar, menu and tray mean the same: what one changes, the others show', async () => {
  const { app, window } = desktop;
  const connection = await readConnection(window);
  const state = window.getByRole('button', { name: /^Server:/ });
  await expect(state).toHaveText('Serving');

  await window.keyboard.press('Control+Shift+S');
  await expect(state).toHaveText('Stopped');
  await expect.poll(async () => (await readTray(app)).text).toContain('Serving is stopped');
  await clickMenu(app, 'start-serving');
  await expect(state).toHaveText('Serving');
  await clickMenu(app, 'pause-serving');
  await expect(state).toHaveText('Paused');
  expect(await sendRequest(connection)).toBe(503);
  await expect.poll(async () => (await readTray(app)).text).toContain('Paused');
  await pressEnter(state);
  await pressEnter(window.getByRole('menuitem', { name: 'Resume serving' }));

  await expect.poll(() => isChecked(app, 'pause-serving')).toBe(false);
  await expect.poll(async () => (await readTray(app)).text).toContain('Serving http');
  expect(await sendRequest(connection)).toBe(200);
});

test('each of several tenants is paused and served again by the menu', async () => {
  const { app, window } = desktop;
  const connection = await readConnection(window);
  await createTenant(window, 'second');

  await clickMenu(app, 'tenant-paused-default');
  await expect.poll(() => sendRequest(connection)).toBe(503);
  await expect.poll(() => isChecked(app, 'tenant-paused-default')).toBe(true);
  expect(await isChecked(app, 'tenant-serving-second')).toBe(true);
  await clickMenu(app, 'tenant-serving-default');

  await expect.poll(() => sendRequest(connection)).toBe(200);
});

test('recording is paused and goes on from the tray, and the tray says so', async () => {
  const { app } = desktop;

  await clickTray(app, 'pause-recording');
  await expect.poll(async () => (await readTray(app)).text).toContain('recording paused');
  expect(await isChecked(app, 'pause-recording')).toBe(true);
  await clickMenu(app, 'pause-recording');

  await expect.poll(async () => (await readTray(app)).text).not.toContain('recording paused');
  expect(await isChecked(app, 'pause-recording')).toBe(false);
});

test('the title names the instance', async () => {
  const { app, window } = desktop;
  await changeSettings(window, { 'general.instanceLabel': 'Staging' });

  await expect.poll(async () => (await windowOf(app)).title).toMatch(/Staging · SCIM Mock Tenant$/);
});

test('closing the window is explained once and keeps serving; what comes is counted', async () => {
  const { app, window } = desktop;
  const connection = await readConnection(window);
  await answerBoxes(app, { response: 0, checkboxChecked: true });

  await closeWindow(app);
  await expect.poll(async () => (await windowOf(app)).isVisible).toBe(false);
  expect(await sendRequest(connection)).toBe(200);
  expect(await sendRequest(connection)).toBe(200);
  await expect.poll(async () => (await windowOf(app)).title).toMatch(/^\(2\) /);
  await clickTray(app, 'open');
  await expect.poll(async () => (await windowOf(app)).isVisible).toBe(true);
  await expect.poll(async () => (await windowOf(app)).title).not.toMatch(/^\(/);
  await closeWindow(app);
  await expect.poll(async () => (await windowOf(app)).isVisible).toBe(false);

  const boxes = await readBoxes(app);
  expect(boxes.map(({ message }) => message)).toEqual(['Keep serving while the window is closed?']);
  await clickTray(app, 'open');
});

test('a link brings the window back and leads to its screen, others are ignored', async ({
  electronDist,
}) => {
  const { app, window, userData } = desktop;
  const start = async (link: string) => {
    const args = [projectRoot, '--no-sandbox', `--user-data-dir=${userData}`, link];
    const second = spawn(electronDist.executable, args, { stdio: 'ignore' });
    expect(await once(second, 'exit')).toEqual([0, null]);
  };
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  await start('scimtenant://open/users?filter=userName%20sw%20%22ada%22');
  await window.waitForURL(/#\/users\?filter=userName/, { waitUntil: 'commit' });
  await start('scimtenant://open/users?delete=everything');

  expect(new URL(window.url()).hash).toMatch(/^#\/users\?filter=userName/);
  expect((await windowOf(app)).isVisible).toBe(true);
});

test('who has asked for it is notified, and a click leads to the request', async () => {
  const { app, window } = desktop;
  const connection = await readConnection(window);
  await watchNotifications(app);
  await changeSettings(window, {
    'general.instanceLabel': 'Notified',
    'desktop.notifyFirstRequest': true,
    'desktop.notifyFailures': true,
  });
  await expect.poll(async () => (await readTray(app)).text).toContain('Notified');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  await sendRequest(connection, { headers: ENTRA });
  for (let sent = 0; sent < 10; sent += 1) {
    await sendRequest(connection, { path: '/Nowhere', headers: ENTRA });
  }

  await expect
    .poll(() => readNotifications(app))
    .toEqual(['Microsoft Entra has reached the tenant', 'Many requests fail']);
  await clickNotification(app, 'Microsoft Entra has reached the tenant');
  await window.waitForURL(/#\/requests\?id=\d+/, { waitUntil: 'commit' });
  expect((await windowOf(app)).isVisible).toBe(true);
});

test('without its tray the app is never out of sight', async () => {
  const { app, window } = desktop;
  await closeWindow(app);
  await expect.poll(async () => (await windowOf(app)).isVisible).toBe(false);

  await changeSettings(window, { 'desktop.tray': false });

  await expect.poll(async () => (await windowOf(app)).isVisible).toBe(true);
});
