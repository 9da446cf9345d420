// The recording under way as it would be written now, in a file of the data directory: what there was when the server ended.
// There are no secrets in it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Logger } from '../../base/logger.ts';

const KeptRecording = z.object({
  startedAt: z.iso.datetime(),
  titles: z.array(z.string()),
  left: z.array(z.string()),
  /** The scenario file. */
  text: z.string(),
});
type KeptRecording = z.infer<typeof KeptRecording>;

export interface RecordingDraft {
  readonly read: () => KeptRecording | undefined;
  readonly write: (recording: KeptRecording) => void;
  readonly remove: () => void;
}

const FILE = 'recording.json';

/** A workspace in memory has no place for it. */
export function createRecordingDraft(dataDir: string, logger: Logger): RecordingDraft {
  if (dataDir === ':memory:') {
    return { read: () => undefined, write: () => undefined, remove: () => undefined };
  }
  const file = path.join(dataDir, FILE);
  return {
    read() {
      if (!existsSync(file)) return undefined;
      const read = KeptRecording.safeParse(parse(file));
      return read.success ? read.data : undefined;
    },
    write(recording) {
      try {
        writeFileSync(file, JSON.stringify(recording), { mode: 0o600 });
      } catch (error) {
        logger.warn('The recording under way cannot be kept', { error });
      }
    },
    remove: () => rmSync(file, { force: true }),
  };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // cut short: there is nothing to be taken from it
  }
}
