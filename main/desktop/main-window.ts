// The one window. It loads the UI from the admin listener, the same page a browser gets, and a static page while
// there is no server. A restart of the server keeps the loaded page: it reconnects by itself.
import path from 'node:path';
import { BrowserWindow } from 'electron';
import type { ServerState } from '../../shared/shell.ts';
import type { ServerHost } from './server-host.ts';
import { RESTART_LINK, statusPageUrl } from './status-page.ts';

export function openMainWindow(host: ServerHost, here: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'SCIM Mock Tenant',
    webPreferences: {
      preload: path.join(here, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-navigate', (event) => {
    if (!host.isOwnPage(event.url)) event.preventDefault();
    if (event.url === RESTART_LINK && isStatusPage(window)) void host.restart();
  });
  const show = (state: ServerState) => showState(window, host, state);
  window.on('closed', host.onState(show));
  show(host.state());
  return window;
}

function showState(window: BrowserWindow, host: ServerHost, state: ServerState): void {
  if (state.state === 'serving') {
    if (!host.isOwnPage(window.webContents.getURL())) load(window, state.uiUrl);
    return;
  }
  if (state.state === 'failed' || window.webContents.getURL() === '' || isStatusPage(window)) {
    load(window, statusPageUrl(state));
  }
}

function isStatusPage(window: BrowserWindow): boolean {
  return window.webContents.getURL().startsWith('data:text/html');
}

function load(window: BrowserWindow, url: string): void {
  // A load that is overtaken by the next state rejects with ERR_ABORTED; what matters is the last one.
  window.loadURL(url).catch((error: unknown) => {
    const aborted = error instanceof Error && error.message.includes('ERR_ABORTED');
    if (!aborted) process.stderr.write(`The window could not be loaded: ${String(error)}\n`);
  });
}
