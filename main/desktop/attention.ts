// What the window's icon and title tell while nobody looks at it: requests that have come since, and how far long work is.
import { app, type BrowserWindow } from 'electron';
import type { LiveEvent } from '../../shared/live-event.ts';
import { drawDot } from './draw-icon.ts';

/** A burst of requests redraws a few times a second. */
const GATHER_MS = 250;
const MOST_SHOWN = 999;

export interface Attention {
  readonly receive: (event: LiveEvent) => void;
}

export function drawAttention(window: BrowserWindow): Attention {
  const tasks: Tasks = new Map();
  let pageTitle = window.getTitle();
  let unread = 0;
  let timer: NodeJS.Timeout | undefined;

  function draw(): void {
    timer = undefined;
    if (window.isDestroyed()) return;
    const count = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
    window.setTitle(unread === 0 ? pageTitle : `(${count}) ${pageTitle}`);
    app.setBadgeCount(unread);
    if (process.platform === 'win32') drawOverlay(window, unread);
    window.setProgressBar(overallShare([...tasks.values()]));
  }

  function seen(): void {
    unread = 0;
    draw();
  }

  window.on('page-title-updated', (event, title) => {
    event.preventDefault();
    pageTitle = title;
    draw();
  });
  window.on('focus', seen);
  window.on('show', seen);

  return {
    receive(event) {
      if (event.type === 'request-recorded' && !isLookedAt(window)) unread += 1;
      else if (event.type === 'requests-cleared') unread = 0;
      else if (event.type === 'reset') tasks.clear();
      else if (!noteTask(tasks, event)) return;
      timer ??= setTimeout(draw, GATHER_MS);
    },
  };
}

function isLookedAt(window: BrowserWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && window.isFocused();
}

/** What runs, with its share that is done; null: not known. */
type Tasks = Map<string, number | null>;

/** Whether the event is about a task. */
function noteTask(tasks: Tasks, event: LiveEvent): boolean {
  if (event.type === 'job-progress') {
    const { id, state, share } = event.data.job;
    setTask(tasks, `job ${id}`, state === 'running' ? share : undefined);
  } else if (event.type === 'check-run-changed') {
    const { id, state, done, total } = event.data.run;
    const share = total === 0 ? null : done / total;
    setTask(tasks, `checks ${id}`, state === 'running' ? share : undefined);
  } else if (event.type === 'job-changed') {
    const { application, status } = event.data;
    setTask(tasks, `cycle ${application}`, status.currentExecution?.progress.fraction);
  } else return false;
  return true;
}

/** Undefined: it does not run. */
function setTask(tasks: Tasks, key: string, share: number | null | undefined): void {
  if (share === undefined) tasks.delete(key);
  else tasks.set(key, share);
}

/** As `setProgressBar` takes it: below 0 none, above 1 of unknown length. */
function overallShare(shares: readonly (number | null)[]): number {
  if (shares.length === 0) return -1;
  const known = shares.filter((share) => share !== null);
  if (known.length < shares.length) return 2;
  return known.reduce((sum, share) => sum + share, 0) / known.length;
}

function drawOverlay(window: BrowserWindow, unread: number): void {
  const isRead = unread === 0;
  window.setOverlayIcon(isRead ? null : drawDot(16), isRead ? '' : `${unread} new requests`);
}
