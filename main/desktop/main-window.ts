// The one window. It loads the UI from the admin listener, the same page a browser gets, and a static page while
// there is no server. A restart of the server keeps the loaded page: it reconnects by itself.
// Surprise: a load that overtakes another within the first moments of a window now and then leaves it blank for good.
// So a start gets a second and a half to serve before its static page is shown, and loads go one after the other.
import path from 'node:path';
import { BrowserWindow } from 'electron';
import type { ServerState } from '../../shared/shell.ts';
import type { ServerHost } from './server-host.ts';
import { RESTART_LINK, statusPageUrl } from './status-page.ts';

const PATIENCE_MS = 1_500;

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
  const load = createLoader(window);
  const show = (state: ServerState) => {
    const url = urlToShow(window, host, state);
    if (url !== undefined) load(url);
  };
  const impatience = setTimeout(() => show(host.state()), PATIENCE_MS);
  const endListening = host.onState(show);
  window.on('closed', () => {
    clearTimeout(impatience);
    endListening();
  });
  return window;
}

/** undefined: what is shown may stay. */
function urlToShow(
  window: BrowserWindow,
  host: ServerHost,
  state: ServerState,
): string | undefined {
  if (state.state === 'serving') {
    return host.isOwnPage(window.webContents.getURL()) ? undefined : state.uiUrl;
  }
  const isUiShown = window.webContents.getURL() !== '' && !isStatusPage(window);
  return isUiShown && state.state !== 'failed' ? undefined : statusPageUrl(state);
}

function isStatusPage(window: BrowserWindow): boolean {
  return window.webContents.getURL().startsWith('data:text/html');
}

/** One load at a time; the last wish wins and ends the load under way. */
function createLoader(window: BrowserWindow): (url: string) => void {
  let wanted: string | undefined;
  let isLoading = false;

  async function loadWanted(): Promise<void> {
    isLoading = true;
    while (wanted !== undefined && !window.isDestroyed()) {
      const url = wanted;
      wanted = undefined;
      await window.loadURL(url).catch((error: unknown) => {
        if (wanted === undefined && !window.isDestroyed()) reportFailedLoad(error);
      });
    }
    isLoading = false;
  }

  return function load(url) {
    wanted = url;
    if (isLoading) window.webContents.stop();
    else void loadWanted();
  };
}

function reportFailedLoad(error: unknown): void {
  process.stderr.write(`The window could not be loaded: ${String(error).slice(0, 200)}\n`);
}
