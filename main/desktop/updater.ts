// electron-updater, as the shell uses it. Imported when the first check is due: it is large, and a start does without it.
// It would send an identifier of this installation with each request: that, and all else that tells of the user, is taken
// out on the way, and only https (http on this machine) is asked at all, redirections included.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  AppImageUpdater,
  DebUpdater,
  MacUpdater,
  NsisUpdater,
  type AppUpdater,
} from 'electron-updater';
import { parse } from 'yaml';
import { z } from 'zod';
import { FeedSource, FoundVersion, mayAsk } from './update-rules.ts';

export interface Updater {
  readonly source: FeedSource;
  /** Undefined when there is nothing newer. Rejects when that cannot be known. */
  readonly check: () => Promise<FoundVersion | undefined>;
  /** What `check` has found. `onShare` hears numbers from 0 to 1. */
  readonly download: (onShare: (share: number) => void) => Promise<void>;
  readonly installOnQuit: (isWished: boolean) => void;
  /** Ends the app and starts the new one. Throws when the download cannot take its place. */
  readonly install: () => void;
}

export interface UpdaterOptions {
  /** Of the settings; empty for the package's own. */
  readonly feed: string;
  /** electron-builder's app-update.yml, if the package has one. */
  readonly builtInFile: string | undefined;
  /** Where a file of ours can be, for a feed from the settings. */
  readonly folder: string;
}

const TELLING_HEADERS = new Set(['x-user-staging-id', 'accept-language', 'cookie']);
/** Chromium puts the system's languages where there are none. */
const LANGUAGE = { 'Accept-Language': 'en' };

export function openUpdater(options: UpdaterOptions): Updater {
  const { file, source } = prepareConfig(options);
  const updater = createUpdater();
  updater.logger = null;
  updater.autoDownload = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.forceDevUpdateConfig = true; // the one below, whatever this copy is
  updater.updateConfigPath = file;
  guard(updater);
  return {
    source,
    async check() {
      const result = await updater.checkForUpdates();
      if (result === null) throw new Error('This package cannot look for updates.');
      const found = FoundVersion.parse(result.updateInfo);
      return result.isUpdateAvailable ? found : undefined;
    },
    async download(onShare) {
      const tell = ({ percent }: { readonly percent: number }) => onShare(percent / 100);
      updater.on('download-progress', tell);
      await updater.downloadUpdate().finally(() => updater.off('download-progress', tell));
    },
    installOnQuit: (isWished) => void (updater.autoInstallOnAppQuit = isWished),
    install() {
      const failures: Error[] = [];
      const keep = (error: Error) => void failures.push(error);
      updater.on('error', keep);
      updater.quitAndInstall(false, true);
      updater.off('error', keep);
      if (failures[0] !== undefined) throw failures[0];
    },
  };
}

/** The updater of a Linux package that is no AppImage only looks: nothing is downloaded with it. */
function createUpdater(): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  if (process.platform === 'darwin') return new MacUpdater();
  return process.env['APPIMAGE'] === undefined ? new DebUpdater() : new AppImageUpdater();
}

function guard(updater: AppUpdater): void {
  const { webRequest } = updater.netSession;
  webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayAsk(url) }));
  webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    const sent = Object.entries(requestHeaders).filter(
      ([name]) => !TELLING_HEADERS.has(name.toLowerCase()),
    );
    answer({ requestHeaders: { ...Object.fromEntries(sent), ...LANGUAGE } });
  });
}

const Config = FeedSource.extend({
  publisherName: z.union([z.string(), z.array(z.string())]).optional(),
  updaterCacheDirName: z.string().optional(),
});

/** Whose signatures are trusted, and where downloads lie, is the package's to say, wherever the feed is. */
function prepareConfig({ feed, builtInFile, folder }: UpdaterOptions): {
  readonly file: string;
  readonly source: FeedSource;
} {
  const builtIn =
    builtInFile === undefined
      ? undefined
      : Config.parse(parse(readFileSync(builtInFile, 'utf8')) as unknown);
  if (feed === '' && builtIn !== undefined && builtInFile !== undefined) {
    return { file: builtInFile, source: builtIn };
  }
  const { publisherName, updaterCacheDirName = 'scim-mock-tenant-updater' } = builtIn ?? {};
  const source = { provider: 'generic', url: feed };
  const file = path.join(folder, 'app-update.yml');
  mkdirSync(folder, { recursive: true });
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify({ ...source, updaterCacheDirName, publisherName }));
  return { file, source };
}
