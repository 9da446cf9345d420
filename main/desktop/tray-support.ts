// Whether this system shows tray icons. Windows and macOS do; a Linux desktop does when something on its session bus
// watches for them (GNOME alone does not). A window may only be hidden where there is a way back to it.
import { execFile } from 'node:child_process';

export type TrayWish = 'auto' | 'on' | 'off';

const ANSWER_WITHIN_MS = 2_000;

export async function supportsTray(wish: TrayWish): Promise<boolean> {
  if (wish !== 'auto') return wish === 'on';
  return process.platform !== 'linux' || hasTrayWatcher();
}

function hasTrayWatcher(): Promise<boolean> {
  const question = [
    'call',
    '--session',
    '--dest=org.freedesktop.DBus',
    '--object-path=/org/freedesktop/DBus',
    '--method=org.freedesktop.DBus.NameHasOwner',
    'org.kde.StatusNotifierWatcher',
  ];
  return new Promise((resolve) => {
    execFile('gdbus', question, { timeout: ANSWER_WITHIN_MS }, (error, answer) =>
      resolve(error === null && answer.includes('true')),
    );
  });
}
