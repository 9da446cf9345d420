// The window may do no more than a web page may.
import { expect, test } from './fixture.ts';
import { waitForUi } from './read-connection.ts';

test.describe('the window', () => {
  test('runs sandboxed and isolated, with the named shell functions only', async ({ desktop }) => {
    await waitForUi(desktop.window);

    const world = await desktop.window.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      shell: Object.keys(Reflect.get(globalThis, 'shell')).toSorted(),
    }));
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
      const all: unknown = typeof read === 'function' ? read.call(contents) : {};
      const pick = (name: string) => Reflect.get(Object(all), name);
      return [
        pick('sandbox'),
        pick('contextIsolation'),
        pick('nodeIntegration'),
        pick('webSecurity'),
      ];
    });

    expect({ world, preferences }).toEqual({
      world: {
        require: 'undefined',
        process: 'undefined',
        shell: [
          'getLogFolder',
          'getServerState',
          'getUpdates',
          'offerCommands',
          'onCommand',
          'onServerState',
          'onUpdates',
          'openExternal',
          'orderUpdate',
          'restartServer',
          'sendOpenedFile',
          'showFolder',
        ],
      },
      preferences: [true, true, false, true],
    });
  });

  test('refuses inline script, permissions and pages of others', async ({ desktop }) => {
    const { window } = desktop;
    await waitForUi(window);
    const home = window.url();

    const violated = await window.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const seen = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective);
          document.addEventListener('securitypolicyviolation', seen, { once: true });
          const script = document.createElement('script');
          script.textContent = 'globalThis.intruder = 1';
          document.head.append(script);
        }),
    );
    const permission = await window.evaluate(() => Notification.requestPermission());
    const wentAway = await window.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          addEventListener('pagehide', () => resolve(true));
          location.href = 'https://example.test/';
          setTimeout(() => resolve(false), 500);
        }),
    );

    expect({ violated, permission, wentAway }).toEqual({
      violated: 'script-src-elem',
      permission: 'denied',
      wentAway: false,
    });
    expect(new URL(window.url()).origin).toBe(new URL(home).origin);
  });

  test('opens no second window, and refuses addresses that are not https', async ({ desktop }) => {
    const { app, window } = desktop;
    await waitForUi(window);
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'openedForTest', opened);
      shell.openExternal = (url) => Promise.resolve(void opened.push(url));
    });

    const refusal = await window.evaluate(async () => {
      globalThis.open('https://example.test/docs');
      globalThis.open('file:///etc/passwd');
      const shell: { openExternal: (url: string) => Promise<void> } = Reflect.get(
        globalThis,
        'shell',
      );
      return shell.openExternal('file:///etc/passwd').then(
        () => 'opened',
        () => 'refused',
      );
    });

    await expect
      .poll(() => app.evaluate(() => Reflect.get(globalThis, 'openedForTest')))
      .toEqual(['https://example.test/docs']);
    expect(refusal).toBe('refused');
    expect(app.windows()).toHaveLength(1);
  });
});
