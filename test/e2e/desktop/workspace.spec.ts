// What is remembered from start to start, and other workspace folders.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { answerBoxes, clickMenu, readBoxes } from './menu.ts';
import { readConnection, sendRequest } from './read-connection.ts';
import { closeWindow, windowOf } from './window-of.ts';

test('the window comes back where it was, unless no display shows that any more', async ({
  launch,
}) => {
  const first = await launch();
  await readConnection(first.window);
  const bounds = { x: 20, y: 30, width: 1_000, height: 640 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await expect.poll(async () => (await windowOf(first.app)).bounds).toEqual(bounds);
  await first.app.close();

  const second = await launch({ userData: first.userData });
  expect((await windowOf(second.app)).bounds).toEqual(bounds);
  await second.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({
      x: 90_000,
      y: 90_000,
      width: 1_000,
      height: 640,
    });
  });
  await second.app.close();

  const third = await launch({ userData: first.userData });
  const { bounds: shown } = await windowOf(third.app);
  expect(shown).toMatchObject({ width: 1_280, height: 800 });
});

test('another folder is served at the same address; one that cannot be opened changes nothing', async ({
  desktop,
}) => {
  const { app, window, userData } = desktop;
  const before = await readConnection(window);
  const choose = (folder: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, folder);
  const other = path.join(userData, 'other');
  mkdirSync(other);

  await choose(other);
  await clickMenu(app, 'open-workspace');
  await expect(window.getByText(other, { exact: true })).toBeVisible();
  const after = await readConnection(window);
  expect([after.tenantUrl, after.secretToken === before.secretToken]).toEqual([
    before.tenantUrl,
    false,
  ]);
  expect(await sendRequest(after)).toBe(200);

  const broken = path.join(userData, 'broken');
  mkdirSync(broken);
  writeFileSync(path.join(broken, 'workspace.db'), 'this is no database, whatever its name says');
  await answerBoxes(app, { response: 0 });
  await choose(broken);
  await clickMenu(app, 'open-workspace');
  await expect
    .poll(async () => (await readBoxes(app)).map(({ message }) => message))
    .toEqual(['The workspace could not be opened.']);
  expect((await readConnection(window)).secretToken).toBe(after.secretToken);
  rmSync(broken, { recursive: true });
});

test('where there is no tray, a window that keeps serving is minimised, never hidden', async ({
  launch,
}) => {
  const { app, window } = await launch({ env: { SCIM_MOCK_TRAY: '0' } });
  const connection = await readConnection(window);
  await answerBoxes(app, { response: 0, checkboxChecked: true });
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.prototype.hide = () => {
      throw new Error('The window was hidden');
    };
    BrowserWindow.prototype.minimize = () => void Reflect.set(globalThis, 'isMinimised', true);
  });

  await closeWindow(app);

  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'isMinimised'))).toBe(true);
  expect((await readBoxes(app))[0]?.detail).toContain('no tray icon');
  expect(await sendRequest(connection)).toBe(200);
});
