// The settings that the shell itself goes by. They are the workspace's, kept by the server; the last ones are noted in a
// file of the shell's, because tray and window are there before the server is.
import path from 'node:path';
import type { z } from 'zod';
import { DEFAULT_SETTINGS, Settings, type SettingsChange } from '../../shared/admin/setting.ts';
import { settingRoutes } from '../../shared/admin/setting-routes.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { askAdmin } from './ask-admin.ts';
import { openJsonFile } from './json-file.ts';
import type { ServerHost } from './server-host.ts';

const Used = Settings.pick({
  'general.instanceLabel': true,
  'general.updates': true,
  'general.updateFeed': true,
  'desktop.tray': true,
  'desktop.closeKeepsServing': true,
  'desktop.startAtLogin': true,
  'desktop.notifyFirstRequest': true,
  'desktop.notifyFailures': true,
  'desktop.notifyJobs': true,
});
type Used = z.infer<typeof Used>;

export interface DesktopSettings {
  readonly read: () => Used;
  readonly receive: (event: LiveEvent) => void;
  readonly change: (change: SettingsChange) => Promise<void>;
  readonly onChange: (listener: () => void) => void;
}

const TELLING: ReadonlySet<LiveEvent['type']> = new Set(['reset', 'settings-changed']);

export function openDesktopSettings(host: ServerHost, folder: string): DesktopSettings {
  const defaults = Used.parse(DEFAULT_SETTINGS);
  const file = openJsonFile(path.join(folder, 'settings.json'), Used, defaults);
  const listeners: (() => void)[] = [];

  function take(settings: Settings): void {
    file.write(Used.parse(settings));
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    take((await askAdmin(host, settingRoutes.getSettings)).settings);
  }

  return {
    read: file.read,
    receive(event) {
      // A server that goes away meanwhile tells with the reset of its next start.
      if (TELLING.has(event.type)) void refresh().catch(() => undefined);
    },
    async change(change) {
      const input = { body: change };
      take((await askAdmin(host, settingRoutes.changeSettings, input)).settings);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
