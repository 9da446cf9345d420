// The log of the app as a file, for whoever looks for the cause of a trouble later: appended from start to start, bounded,
// readable by its owner only.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

export const LOG_FILE = 'scim-mock-tenant.log';
/** What the one before is called once a new one has begun. */
export const EARLIER_LOG_FILE = 'scim-mock-tenant.1.log';

const MOST_BYTES = 5_000_000;

export interface LogFile {
  readonly append: (text: string) => void;
}

/** A file that cannot be written to keeps nobody from working: the terminal and the diagnostics have the lines too. */
export function openLogFile(folder: string, mostBytes = MOST_BYTES): LogFile {
  const file = path.join(folder, LOG_FILE);
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    append(text) {
      try {
        mkdirSync(folder, { recursive: true });
        if (bytes > mostBytes) {
          renameSync(file, path.join(folder, EARLIER_LOG_FILE));
          bytes = 0;
        }
        appendFileSync(file, text, { mode: 0o600 });
        bytes += Buffer.byteLength(text);
      } catch {
        // see above
      }
    },
  };
}
