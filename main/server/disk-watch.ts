// How much room the disk of the workspace has left: looked at once a minute, so that it is told before a write fails.
import { statfs } from 'node:fs/promises';
import type { DiskSpace } from '../../shared/admin/serving.ts';
import { countOf } from '../../shared/count-of.ts';
import type { Feed } from '../base/feed.ts';
import type { Logger } from '../base/logger.ts';
import type { Store } from '../store/open-store.ts';

const LOOK_EVERY_MS = 60_000;
const MEGABYTE = 1024 ** 2;

export interface DiskWatch {
  /** As last seen, judged by the setting of now; null where it is not known, or nothing is stored on a disk. */
  readonly read: () => DiskSpace | null;
  /** Looks now. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

interface DiskWatchParts {
  readonly dataDir: string;
  readonly settings: Store['settings'];
  readonly feed: Pick<Feed, 'publish'>;
  readonly logger: Logger;
}

export function watchDisk(parts: DiskWatchParts): DiskWatch {
  const { dataDir, settings, feed, logger } = parts;
  let freeBytes: number | undefined;
  let wasLow = false;

  function read(): DiskSpace | null {
    if (freeBytes === undefined) return null;
    const lowBelowBytes = settings.read()['server.lowDiskMegabytes'] * MEGABYTE;
    return { freeBytes, lowBelowBytes, isLow: freeBytes < lowBelowBytes };
  }

  async function look(): Promise<void> {
    freeBytes = await measure(dataDir);
    const isLow = read()?.isLow === true;
    if (isLow === wasLow) return;
    wasLow = isLow;
    if (isLow) {
      const left = countOf(Math.floor((freeBytes ?? 0) / MEGABYTE), 'megabyte');
      logger.warn('The disk of the workspace is almost full', { dataDir, left });
    }
    feed.publish({ type: 'serving-changed', data: {} });
  }

  if (dataDir === ':memory:') {
    return { read: () => null, look: async () => undefined, close: () => undefined };
  }
  void look(); // a network folder may take its time: nobody waits for it
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return { read, look, close: () => clearInterval(timer) };
}

/** Undefined where the system does not tell, as of some network folders: no warning is better than a wrong one. */
async function measure(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
