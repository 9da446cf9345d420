// Notifications of the system, for those who have asked for them, while nobody looks at the window.
import { Notification } from 'electron';
import type { DesktopSettings } from './desktop-settings.ts';
import type { MainWindow } from './main-window.ts';
import type { Notice } from './notices.ts';

export type Notify = (notice: Notice | undefined) => void;

const SWITCHES = {
  'first-request': 'desktop.notifyFirstRequest',
  failures: 'desktop.notifyFailures',
  jobs: 'desktop.notifyJobs',
} as const;

export function createNotify(main: MainWindow, settings: DesktopSettings): Notify {
  // What nobody refers to may be collected, and its click with it.
  const shown = new Set<Notification>();
  return (notice) => {
    if (notice === undefined || !settings.read()[SWITCHES[notice.kind]]) return;
    if (main.window.isDestroyed() || main.window.isFocused()) return;
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title: notice.title, body: notice.body });
    shown.add(notification);
    notification.on('click', () => main.open(notice.route));
    notification.on('close', () => shown.delete(notification));
    notification.show();
  };
}
