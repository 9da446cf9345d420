// A page that crashes or hangs comes back by itself while the server goes on. Playwright's own page is gone with the
// crash, so what is shown afterwards is asked of the main process.
import type { ElectronApplication } from '@playwright/test';
import { endDesktop, expect, launchDesktop, test, type Desktop } from './fixture.ts';
import { answerBoxes, clickMenu, isInMenu, readBoxes } from './menu.ts';
import { readConnection, sendRequest, type ShownConnection } from './read-connection.ts';

let desktop: Desktop;
let connection: ShownConnection;

test.beforeAll(async ({ electronDist }) => {
  desktop = await launchDesktop(electronDist);
  connection = await readConnection(desktop.window);
});

test.afterAll(() => endDesktop(desktop));

test('a crashed page is loaded again where it was; requests are answered and recorded', async () => {
  const { app } = desktop;
  await clickMenu(app, 'go.requests');
  await expect.poll(() => hashOf(app)).toBe('#/requests');

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  expect(await sendRequest(connection, { path: '/Users?count=77' })).toBe(200);

  await expect.poll(() => textOf(app)).toContain('had crashed and was loaded again');
  expect(await hashOf(app)).toBe('#/requests');
  await expect.poll(() => textOf(app)).toContain('count=77');
  await expect.poll(() => isInMenu(app, 'go.home')).toBe(true);
});

test('a page that hangs is ended when the user says so', async () => {
  const { app } = desktop;
  await answerBoxes(app, { response: 0 });
  await runInPage(app, 'setTimeout(() => { for (;;) continue; }); "hangs soon"');

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));

  await expect.poll(() => textOf(app)).toContain('did not answer and was loaded again');
  const [box] = await readBoxes(app);
  expect(box?.message).toBe('The window does not answer.');
});

test('a page that does not stay up is given up, and can be loaded again', async () => {
  const { app } = desktop;
  for (let crashes = 0; crashes < 4 && !(await textOf(app)).includes('stay up'); crashes += 1) {
    await expect.poll(() => textOf(app)).not.toBe('');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => textOf(app)).toMatch(/loaded again|stay up/);
  }

  await expect.poll(() => textOf(app)).toContain('The window does not stay up');
  expect(await sendRequest(connection)).toBe(200);
  await runInPage(app, 'document.querySelector("a").click()');

  await expect.poll(() => textOf(app)).toContain('Serving');
});

function hashOf(app: ElectronApplication): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      new URL(BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '').hash,
  );
}

function textOf(app: ElectronApplication): Promise<string> {
  return runInPage(app, 'document.body.innerText').catch(() => '');
}

/** Rejects while the page is gone or does not answer: a script sent to a page that is going is never answered. */
function runInPage(app: ElectronApplication, script: string): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, code) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined || page.isCrashed()) throw new Error('The page is gone');
    const silence = new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error('The page does not answer')), 1_000);
    });
    return String(await Promise.race([page.executeJavaScript(code), silence]));
  }, script);
}
