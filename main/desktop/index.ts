// Entry of the Electron main process. It knows nothing of SCIM: it hosts the server process and shows its UI.
// Nothing here awaits `app.whenReady()` at top level: Electron holds `ready` back until this module has run.
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { installAppMenu } from './app-menu.ts';
import { readDesktopOptions } from './desktop-options.ts';
import { hardenSession, hardenWebContents } from './harden.ts';
import { openMainWindow } from './main-window.ts';
import { createServerHost, type ServerHost } from './server-host.ts';
import type { ServerProgram } from './server-process.ts';
import { registerShellHandlers } from './shell-handlers.ts';

const here = import.meta.dirname; // dist/main

// enableSandbox() would override --no-sandbox, and as root every child process then aborts.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
hardenWebContents();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run);
} else {
  app.quit(); // the first instance comes to the front (see `second-instance`)
}

function run(): void {
  const { server, serverNode } = readOptionsOrQuit();
  const host = createServerHost(serverProgram(serverNode), {
    ...server,
    uiDir: path.join(programFolder(serverNode), '..', 'renderer'),
  });
  let window: BrowserWindow | undefined;

  host.start();
  hardenSession();
  registerShellHandlers(host, () => window);
  installAppMenu(host, server.dataDir);
  window = openMainWindow(host, here);
  window.on('closed', () => (window = undefined));

  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  stopServerBeforeQuit(host);
}

function readOptionsOrQuit(): ReturnType<typeof readDesktopOptions> {
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

function serverProgram(serverNode: string | undefined): ServerProgram {
  return { entry: path.join(programFolder(serverNode), 'utility.mjs'), node: serverNode };
}

/** Plain Node cannot read inside an asar: a test package keeps the built files unpacked beside it. */
function programFolder(serverNode: string | undefined): string {
  return serverNode === undefined ? here : here.replace('app.asar', 'app.asar.unpacked');
}

function stopServerBeforeQuit(host: ServerHost): void {
  let isStopped = false;
  app.on('before-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void host.stop().finally(() => {
      isStopped = true;
      app.quit();
    });
  });
}
