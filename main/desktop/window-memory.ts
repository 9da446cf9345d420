// Where the window was, for each data directory. A place that no display of today shows counts as unknown.
import path from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { openJsonFile } from './json-file.ts';

export const MIN_SIZE = { width: 960, height: 600 };
const DEFAULT_SIZE = { width: 1_280, height: 800 };
/** Folders come and go; the oldest is forgotten. */
const MOST_REMEMBERED = 30;
/** So much of the window must be on a display that its title bar can be taken hold of. */
const MIN_VISIBLE = 120;

const WindowPlace = z.object({
  dataDir: z.string(),
  x: z.int(),
  y: z.int(),
  width: z.int().min(MIN_SIZE.width),
  height: z.int().min(MIN_SIZE.height),
  isMaximized: z.boolean(),
});
type WindowPlace = z.infer<typeof WindowPlace>;

export interface WindowMemory {
  /** Options for a new window. */
  readonly bounds: () => Partial<Rectangle>;
  readonly isMaximized: () => boolean;
  readonly remember: (window: BrowserWindow) => void;
}

/** After `ready`: the displays are not known before. */
export function openWindowMemory(folder: string, dataDir: string): WindowMemory {
  const file = openJsonFile(path.join(folder, 'windows.json'), z.array(WindowPlace), []);
  const place = file.read().find((one) => one.dataDir === dataDir);
  return {
    bounds: () => (place !== undefined && isOnDisplay(place) ? toBounds(place) : DEFAULT_SIZE),
    isMaximized: () => place?.isMaximized === true,
    remember(window) {
      const others = file.read().filter((one) => one.dataDir !== dataDir);
      const isMaximized = window.isMaximized();
      const now = { dataDir, ...window.getNormalBounds(), isMaximized };
      file.write([now, ...others].slice(0, MOST_REMEMBERED));
    },
  };
}

function toBounds({ x, y, width, height }: WindowPlace): Rectangle {
  return { x, y, width, height };
}

function isOnDisplay(place: WindowPlace): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(place.x + place.width, workArea.x + workArea.width);
    const shownWidth = right - Math.max(place.x, workArea.x);
    const isTopShown =
      place.y >= workArea.y && place.y < workArea.y + workArea.height - MIN_VISIBLE;
    return shownWidth >= MIN_VISIBLE && isTopShown;
  });
}
