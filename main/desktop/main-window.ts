// The one window. It loads the UI from the admin listener, the same page a browser gets, and a static page while
// there is no server. A restart of the server keeps the loaded page: it reconnects by itself.
// Surprise: a load that overtakes another within the first moments of a window now and then leaves it blank for good.
// So a start gets a second and a half to serve before its static page is shown, and loads go one after the other.
import path from 'node:path';
import { BrowserWindow } from 'electron';
import type { ServerState } from '../../shared/shell.ts';
import { createPageBridge, type PageBridge } from './page-bridge.ts';
import type { ServerHost } from './server-host.ts';
import { crashPageUrl, RELOAD_LINK, RESTART_LINK, statusPageUrl } from './status-page.ts';
import { MIN_SIZE, type WindowMemory } from './window-memory.ts';

const PATIENCE_MS = 1_500;
const STATIC_LOAD_MS = 2_000;

export interface MainWindow {
  readonly window: BrowserWindow;
  readonly page: PageBridge;
  /** In front, wherever it was: hidden, minimised, behind others. */
  readonly show: () => void;
  /** Goes to a route of the UI, and shows the window. */
  readonly open: (route: string) => void;
  /** Loads afresh what belongs into the window now. */
  readonly reload: () => void;
  readonly giveUp: () => void;
}

interface WindowOptions {
  /** The folder of the built main process. */
  readonly here: string;
  readonly memory: WindowMemory;
  readonly isInBackground: boolean;
}

export function openMainWindow(host: ServerHost, options: WindowOptions): MainWindow {
  const { memory } = options;
  const window = createWindow(options);
  const page = createPageBridge(window.webContents);
  const load = createLoader(window);
  const update = (state: ServerState) => {
    const url = urlToShow(window, host, state);
    if (url !== undefined) load(url);
  };
  const reload = () => load(startUrl(host.state()), 'again');
  window.webContents.on('will-navigate', (event) => {
    if (!host.isOwnPage(event.url)) event.preventDefault();
    if (!isStatusPage(window)) return;
    if (event.url === RESTART_LINK) void host.restart();
    if (event.url === RELOAD_LINK) reload();
  });
  const impatience = setTimeout(() => update(host.state()), PATIENCE_MS);
  const endListening = host.onState(update);
  window.on('close', () => memory.remember(window));
  window.on('closed', () => {
    clearTimeout(impatience);
    endListening();
  });
  const show = () => bringToFront(window);
  return {
    window,
    page,
    show,
    open(route) {
      page.send({ type: 'open', path: route });
      show();
    },
    reload,
    giveUp: () => load(crashPageUrl()),
  };
}

function createWindow({ here, memory, isInBackground }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...memory.bounds(),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
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
  if (isInBackground) return window;
  window.once('ready-to-show', () => {
    if (memory.isMaximized()) window.maximize();
    window.show();
  });
  return window;
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return; // the app is ending
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function startUrl(state: ServerState): string {
  return state.state === 'serving' ? state.uiUrl : statusPageUrl(state);
}

/** undefined: what is shown may stay. */
function urlToShow(
  window: BrowserWindow,
  host: ServerHost,
  state: ServerState,
): string | undefined {
  const isUiShown = host.isOwnPage(window.webContents.getURL());
  if (state.state === 'serving') return isUiShown ? undefined : state.uiUrl;
  const mayStay = state.state === 'starting' || state.state === 'restarting';
  return isUiShown && mayStay ? undefined : statusPageUrl(state);
}

function isStatusPage(window: BrowserWindow): boolean {
  return isStatusUrl(window.webContents.getURL());
}

function isStatusUrl(url: string): boolean {
  return url.startsWith('data:text/html');
}

/** One load at a time; the last wish wins and ends the load under way, unless that is a static page and soon there. */
function createLoader(window: BrowserWindow): (url: string, mode?: 'again') => void {
  let wanted: string | undefined;
  let loading: string | undefined;

  async function loadWanted(): Promise<void> {
    while (wanted !== undefined && !window.isDestroyed()) {
      const url = wanted;
      loading = url;
      wanted = undefined;
      await window.loadURL(url).catch((error: unknown) => {
        if (wanted === undefined && !window.isDestroyed()) reportFailedLoad(error);
      });
    }
    loading = undefined;
  }

  function endLoad(under: string): void {
    const isStuck = loading === under && wanted !== undefined && !window.isDestroyed();
    if (isStuck) window.webContents.stop();
  }

  return function load(url, mode) {
    // What is on its way already is not overtaken by itself.
    wanted = url === loading && mode !== 'again' ? undefined : url;
    if (loading === undefined) void loadWanted();
    else if (isStatusUrl(loading)) setTimeout(endLoad, STATIC_LOAD_MS, loading);
    else endLoad(loading);
  };
}

function reportFailedLoad(error: unknown): void {
  process.stderr.write(`The window could not be loaded: ${String(error).slice(0, 200)}\n`);
}
