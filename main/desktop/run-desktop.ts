// Puts the shell together, once Electron is ready: server, window, menu, tray, and what connects them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog } from 'electron';
import type { ReadyEvent } from '../../shared/server-options.ts';
import { createAppMenu, describeApp } from './app-menu.ts';
import { drawAttention } from './attention.ts';
import { decideOnClose } from './close-window.ts';
import type { Links } from './deep-link-events.ts';
import { createActions, type DesktopActions } from './desktop-actions.ts';
import { readDesktopOptions, type DesktopOptions } from './desktop-options.ts';
import { openDesktopSettings, type DesktopSettings } from './desktop-settings.ts';
import { followLive } from './follow-live.ts';
import { hardenSession } from './harden.ts';
import { hideSecrets } from './hide-secrets.ts';
import { openLogFile } from './log-file.ts';
import { createLogTail, type LogTail } from './log-tail.ts';
import { openMainWindow, type MainWindow } from './main-window.ts';
import { createNoticeRules } from './notices.ts';
import { createNotify } from './notify.ts';
import { createOpenedFiles } from './opened-files.ts';
import { recoverPage } from './recover-page.ts';
import { createServerHost, type ServerHost } from './server-host.ts';
import type { ServerProgram } from './server-process.ts';
import { registerShellHandlers } from './shell-handlers.ts';
import { isStartedAtLogin, startAtLogin } from './start-at-login.ts';
import { supportsTray } from './tray-support.ts';
import { createTrayIcon, type TrayIcon } from './tray.ts';
import { openWindowMemory } from './window-memory.ts';
import { followWorkspace, type WorkspaceFacts } from './workspace-facts.ts';
import { readPackageFacts } from './package-facts.ts';
import { followUpdates } from './updates.ts';
import { createWorkspaces, lastWorkspace, type Workspaces } from './workspaces.ts';

/** `here` is the folder of the built main process, `dist/main`. */
export function runDesktop(here: string, links: Links): void {
  const options = readOptionsOrQuit();
  const stateFolder = path.join(app.getPath('userData'), 'desktop');
  const log = keepLog(() => host.ready());
  const host: ServerHost = createHost({ here, options, stateFolder, onLog: log.add });
  host.start();
  hardenSession();

  const memory = openWindowMemory(stateFolder, host.dataDir());
  const isInBackground = options.isInBackground || isStartedAtLogin();
  const main = openMainWindow(host, { here, memory, isInBackground });
  const workspaces = createWorkspaces(host, main, stateFolder);
  const settings = openDesktopSettings(host, stateFolder);
  const facts = followWorkspace(host);
  const files = createOpenedFiles(host);
  const actions = createActions({ host, main, workspaces, log, files });
  const tray = createTrayIcon(actions);
  const parts: Parts = { host, main, workspaces, settings, facts, actions, tray };

  const updates = followUpdates({
    main,
    settings,
    facts: readPackageFacts(options.mayUpdateSource),
    folder: stateFolder,
    say: (line) => tellLog(log, line),
    server: { stop: host.end, start: host.start },
  });

  registerShellHandlers({ host, main, files, updates });
  recoverPage(main);
  decideOnClose(main, { settings, folder: stateFolder, hasTray: tray.isShown });
  keepMenusTrue(parts);
  void supportsTray(options.tray).then((can) => {
    if (can) tray.allow();
    else if (isInBackground) main.window.minimize();
  });
  tellWhatHappens(parts);
  settings.onChange(() => startAtLogin(settings.read()['desktop.startAtLogin']));

  links.connect(actions);
  app.on('activate', main.show);
  app.on('window-all-closed', () => app.quit());
  stopServerBeforeQuit(host);
}

interface Parts {
  readonly host: ServerHost;
  readonly main: MainWindow;
  readonly workspaces: Workspaces;
  readonly settings: DesktopSettings;
  readonly facts: WorkspaceFacts;
  readonly actions: DesktopActions;
  readonly tray: TrayIcon;
}

/** Application menu and tray are drawn anew whenever something has changed that they show. */
function keepMenusTrue(parts: Parts): void {
  const { host, main, workspaces, settings, facts, actions, tray } = parts;
  const drawMenu = createAppMenu(actions);

  function draw(): void {
    const known = {
      state: host.state(),
      tenants: facts.tenants(),
      isPaused: facts.isPaused(),
      serving: host.state().state === 'serving' ? facts.serving() : undefined,
    };
    const folders = { dataDir: host.dataDir(), recent: workspaces.recent() };
    drawMenu({ ...known, ...folders, offers: main.page.offers });
    const { 'desktop.tray': isWished, 'general.instanceLabel': label } = settings.read();
    const wasTheOnlyWay = tray.isShown() && !main.window.isVisible();
    tray.draw(isWished ? { ...known, label } : undefined);
    if (wasTheOnlyWay && !tray.isShown()) main.show();
  }

  for (const source of [settings, facts, workspaces]) source.onChange(draw);
  main.page.onOffers(draw);
  host.onState(draw);
  describeApp();
  draw();
}

/** Badge, progress and notifications, from the live feed and the life of the server. */
function tellWhatHappens({ host, main, settings, facts }: Parts): void {
  const attention = drawAttention(main.window);
  const notify = createNotify(main, settings);
  const rules = createNoticeRules(() => performance.now());
  host.onState((state) => notify(rules.onState(state)));
  followLive(host, (event) => {
    attention.receive(event);
    facts.receive(event);
    settings.receive(event);
    notify(rules.onEvent(event));
  });
}

function readOptionsOrQuit(): DesktopOptions {
  try {
    return readDesktopOptions({
      argv: process.argv.slice(1),
      env: process.env,
      isPackaged: app.isPackaged,
    });
  } catch (error) {
    dialog.showErrorBox('SCIM Mock Tenant', error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

interface HostOptions {
  readonly here: string;
  readonly options: DesktopOptions;
  readonly stateFolder: string;
  readonly onLog: (chunk: string) => void;
}

function createHost({ here, options, stateFolder, onLog }: HostOptions): ServerHost {
  const folder = programFolder(here, options.serverNode);
  const program: ServerProgram = {
    entry: path.join(folder, 'utility.mjs'),
    node: options.serverNode,
  };
  const last = options.isFolderGiven ? undefined : lastWorkspace(stateFolder);
  const server = {
    ...options.server,
    ...(last !== undefined && existsSync(last) && { dataDir: last }),
    uiDir: path.join(folder, '..', 'renderer'),
    // The window says who has it, and offers another one.
    ifScimPortTaken: 'wait' as const,
  };
  return createServerHost(program, server, (chunk) => {
    process.stderr.write(chunk);
    onLog(chunk);
  });
}

/** For the diagnostics, and in a file. */
function keepLog(ready: () => ReadyEvent | undefined): LogTail {
  const tail = createLogTail();
  const file = openLogFile(app.getPath('logs'));
  return {
    ...tail,
    add(chunk) {
      tail.add(chunk);
      const { adminKey, token } = ready() ?? {};
      file.append(
        hideSecrets(
          chunk,
          [adminKey, token].filter((secret) => secret !== undefined),
        ),
      );
    },
  };
}

function tellLog(log: LogTail, line: string): void {
  process.stderr.write(`${line}\n`);
  log.add(`${line}\n`);
}

/** Plain Node cannot read inside an asar: a test package keeps the built files unpacked beside it. */
function programFolder(here: string, serverNode: string | undefined): string {
  return serverNode === undefined ? here : here.replace('app.asar', 'app.asar.unpacked');
}

function stopServerBeforeQuit(host: ServerHost): void {
  let isStopped = false;
  app.on('before-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void host.end().finally(() => {
      isStopped = true;
      app.quit();
    });
  });
}
