// The page in the window and the shell around it: menu commands reach the page, and the page can ask the shell for no more than the contract says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { endDesktop, expect, launchDesktop, projectRoot, test, type Desktop } from './fixture.ts';
import { answerBoxes, clickMenu, isInMenu, readBoxes } from './menu.ts';
import { readConnection } from './read-connection.ts';

let desktop: Desktop;

test.beforeAll(async ({ electronDist }) => {
  desktop = await launchDesktop(electronDist);
  await readConnection(desktop.window);
});

test.afterAll(() => endDesktop(desktop));

test('menu entries go to each section and do what the screen offers', async () => {
  const { app, window } = desktop;

  for (const [id, route] of [
    ['go.requests', '#/requests'],
    ['go.users', '#/users'],
    ['go.groups', '#/groups'],
    ['go.integration', '#/integration/scim'],
    ['go.settings', '#/settings'],
    ['go.home', '#/'],
  ] as const) {
    await clickMenu(app, id);
    await expect.poll(() => new URL(window.url()).hash).toBe(route);
  }
  await clickMenu(app, 'view.themeDark');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await clickMenu(app, 'view.themeSystem');
  await clickMenu(app, 'app.shortcuts');
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  expect(await isInMenu(app, 'copy-url-default')).toBe(true);
  expect(await isInMenu(app, 'tenant.copyUrl'), 'a second entry for it').toBe(false);
});

test('the page cannot offer what is no command, nor open what is no address', async () => {
  const { app, window } = desktop;

  const answers = await window.evaluate(async () => {
    const shell = Reflect.get(globalThis, 'shell');
    const attempt = (name: string, argument: unknown) =>
      shell[name](argument).then(
        () => 'done',
        () => 'refused',
      );
    return Promise.all([
      attempt('offerCommands', ['go.home', 'delete.everything']),
      attempt(
        'offerCommands',
        Array.from({ length: 5_000 }, () => 'go.home'),
      ),
      attempt('offerCommands', 'go.home'),
      attempt('offerCommands', { length: 1 }),
      attempt('openExternal', 'javascript:alert(1)'),
      attempt('openExternal', 12),
    ]);
  });

  expect(answers).toEqual(Array.from({ length: 6 }, () => 'refused'));
  expect(await isInMenu(app, 'go.home')).toBe(true);
});

test('a page that is not ours is refused by the shell, whatever it asks', async () => {
  const { app } = desktop;

  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await stranger.loadURL('data:text/html,<title>stranger</title>');
      const calls = ['getServerState()', 'restartServer()', 'offerCommands([])'].map(
        (call) => `shell.${call}.then(() => 'done', (error) => error.message)`,
      );
      const answers: unknown = await stranger.webContents.executeJavaScript(
        `Promise.all([${calls.join(',')}])`,
      );
      stranger.destroy();
      return answers;
    },
    path.join(projectRoot, 'dist', 'preload', 'preload.cjs'),
  );

  expect(answer).toEqual(
    Array.from({ length: 3 }, () => expect.stringContaining('may not call the shell')),
  );
});

test('diagnostics show what is in them first, and hold no secrets', async () => {
  const { app, window } = desktop;
  const connection = await readConnection(window);
  const key = await readAdminKey(window);
  await answerBoxes(app, { response: 1 });

  await clickMenu(app, 'diagnostics');

  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  await expect.poll(clipboard).toContain('Server: serving');
  const text = await clipboard();
  expect(text).toContain('"desktop.tray": true');
  expect(text).not.toContain(connection.secretToken);
  expect(text).not.toContain(key);
  const [box] = await readBoxes(app);
  expect(box?.detail).toContain('without tokens and keys');
});

function readAdminKey(window: Page): Promise<string> {
  return window.evaluate(
    () => Object.values<string>(sessionStorage).find((value) => /^[\w-]{43}$/.test(value)) ?? '',
  );
}

test('the log folder is shown and opened; a rotated admin key holds for window and shell', async () => {
  const { app, window, userData } = desktop;
  const key = await readAdminKey(window);
  await app.evaluate(({ shell }) => {
    shell.openPath = (folder) => {
      Reflect.set(globalThis, 'opened', folder);
      return Promise.resolve('');
    };
  });
  const logs = path.join(userData, 'logs');

  await window.evaluate(() => {
    location.hash = '#/settings?find=log%20folder';
  });
  await expect(window.getByText(logs, { exact: true })).toBeVisible();
  await window.getByRole('button', { name: /the folder of the log/ }).press('Enter');
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened'))).toBe(logs);
  const log = readFileSync(path.join(logs, 'scim-mock-tenant.log'), 'utf8');
  expect(log).toContain('The server answers');
  expect(log).not.toContain(key);

  await window.evaluate(() => {
    location.hash = '#/settings?find=admin%20key';
  });
  await window.getByRole('button', { name: 'Rotate the admin key…' }).press('Enter');
  await window.getByRole('button', { name: 'Rotate it' }).press('Enter');
  await expect(window.getByText('The admin key was rotated').first()).toBeVisible();
  expect(await readAdminKey(window)).not.toBe(key);
  await answerBoxes(app, { response: 1 });
  await clickMenu(app, 'diagnostics');
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  await expect.poll(clipboard).toContain('"admin.keepKey": false');
});
