// A page that crashes or hangs never stops the server. A crashed one is loaded again where it was, with a word on it;
// one that hangs is ended when the user says so. A page that does not stay up is given up.
import { dialog } from 'electron';
import type { MainWindow } from './main-window.ts';

const CRASHES_ALLOWED = 3;
const CRASH_WINDOW_MS = 60_000;

export function recoverPage(main: MainWindow): void {
  const { window } = main;
  let crashesMs: readonly number[] = [];
  let isEnding = false;

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const route = routeOf(window.webContents.getURL());
    const now = performance.now();
    crashesMs = [...crashesMs.filter((at) => now - at < CRASH_WINDOW_MS), now];
    process.stderr.write(`The page of the window is gone (${reason}); the server goes on.\n`);
    if (crashesMs.length > CRASHES_ALLOWED) return main.giveUp();
    main.page.send({ type: 'open', path: route });
    main.page.send({ type: 'tell-recovered', reason: isEnding ? 'hung' : 'crashed' });
    isEnding = false;
    main.reload();
  });

  window.on('unresponsive', () => void askToEnd());

  async function askToEnd(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window does not answer.',
      detail:
        'The server goes on serving and recording. Text that was not saved is lost by a reload.',
      buttons: ['Reload', 'Wait'],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0 || window.isDestroyed()) return;
    isEnding = true;
    window.webContents.forcefullyCrashRenderer();
  }
}

/** The route that stands in the fragment of the UI's address. */
function routeOf(url: string): string {
  const hash = URL.canParse(url) ? new URL(url).hash.slice(1) : '';
  return hash.startsWith('/') ? hash : '/';
}
