// The application menu, the tray's menu and the boxes of the app under test, as its main process has them.
import { expect, type ElectronApplication } from '@playwright/test';
import type { Menu, MenuItem, MessageBoxOptions, Notification } from 'electron';

export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly enabled: boolean;
}

/** Presses an entry of the application menu as soon as it is there and enabled. */
export async function clickMenu(app: ElectronApplication, id: string): Promise<void> {
  await expect.poll(() => isInMenu(app, id), `${id} in the menu`).toBe(true);
  await app.evaluate(({ Menu: menus }, wanted) => {
    menus.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}

export function isInMenu(app: ElectronApplication, id: string): Promise<boolean> {
  return app.evaluate(
    ({ Menu: menus }, wanted) =>
      menus.getApplicationMenu()?.getMenuItemById(wanted)?.enabled === true,
    id,
  );
}

export function isChecked(app: ElectronApplication, id: string): Promise<boolean> {
  return app.evaluate(
    ({ Menu: menus }, wanted) =>
      menus.getApplicationMenu()?.getMenuItemById(wanted)?.checked === true,
    id,
  );
}

/** From now on what the tray is given is kept in the app under test. */
export function watchTray(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ Tray }) => {
    const tray = Tray.prototype;
    const keep = (method: 'setContextMenu' | 'setToolTip', name: string) => {
      const original: unknown = Reflect.get(tray, method);
      Reflect.set(tray, method, function keepAndCall(this: Electron.Tray, value: unknown) {
        Reflect.set(globalThis, name, value);
        if (typeof original === 'function') original.call(this, value);
      });
    };
    keep('setContextMenu', 'trayMenu');
    keep('setToolTip', 'trayText');
  });
}

export function readTray(
  app: ElectronApplication,
): Promise<{ readonly text: string; readonly entries: readonly Entry[] }> {
  return app.evaluate(() => {
    const menu: Menu | undefined = Reflect.get(globalThis, 'trayMenu');
    const entries = (menu?.items ?? [])
      .filter(({ type }) => type !== 'separator')
      .map(({ id, label, enabled }: MenuItem) => ({ id, label, enabled }));
    return { text: String(Reflect.get(globalThis, 'trayText')), entries };
  });
}

/** Presses an entry of the tray's menu as soon as it is there and enabled. */
export async function clickTray(app: ElectronApplication, id: string): Promise<void> {
  const canPress = async () =>
    (await readTray(app)).entries.some((entry) => entry.id === id && entry.enabled);
  await expect.poll(canPress, `${id} in the tray`).toBe(true);
  await app.evaluate((_electron, wanted) => {
    const menu: Menu | undefined = Reflect.get(globalThis, 'trayMenu');
    menu?.getMenuItemById(wanted)?.click();
  }, id);
}

/** From now on each box is answered so, and its words are kept. */
export function answerBoxes(
  app: ElectronApplication,
  answer: { readonly response: number; readonly checkboxChecked?: boolean },
): Promise<void> {
  return app.evaluate(({ dialog }, given) => {
    Reflect.set(globalThis, 'boxes', []);
    dialog.showMessageBox = (...args: unknown[]) => {
      const options = args.at(-1);
      Reflect.get(globalThis, 'boxes').push(options);
      return Promise.resolve({ checkboxChecked: false, ...given });
    };
  }, answer);
}

export function readBoxes(app: ElectronApplication): Promise<readonly MessageBoxOptions[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'boxes'));
}

/** From now on notifications count as supported, and those that are shown are kept. */
export function watchNotifications(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ Notification: notifications }) => {
    Reflect.set(globalThis, 'notifications', []);
    notifications.isSupported = () => true;
    notifications.prototype.show = function keep() {
      Reflect.get(globalThis, 'notifications').push(this);
    };
  });
}

export function readNotifications(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => {
    const shown: readonly Notification[] = Reflect.get(globalThis, 'notifications');
    return shown.map(({ title }) => title);
  });
}

export function clickNotification(app: ElectronApplication, title: string): Promise<void> {
  return app.evaluate((_electron, wanted) => {
    const shown: readonly Notification[] = Reflect.get(globalThis, 'notifications');
    const found = shown.find((one) => one.title === wanted);
    found?.emit('click');
  }, title);
}
