// The last lines of a logger, for who looks for the cause of a trouble; the logger itself gets them as before.
import { createLogger, type Logger } from './logger.ts';

export interface LogTail {
  readonly logger: Logger;
  /** Oldest first, without line feeds. */
  readonly lines: () => readonly string[];
}

const MOST_LINES = 500;
const MOST_CHARACTERS = 2_000;

export function keepLogTail(first: Logger, now: () => Date): LogTail {
  let kept: readonly string[] = [];
  const keeper = createLogger({
    format: 'plain',
    now,
    write: (line) => void (kept = [...kept, cut(line)].slice(-MOST_LINES)),
  });
  return {
    logger: {
      info: (message, fields) => [first, keeper].forEach((each) => each.info(message, fields)),
      warn: (message, fields) => [first, keeper].forEach((each) => each.warn(message, fields)),
      error: (message, fields) => [first, keeper].forEach((each) => each.error(message, fields)),
    },
    lines: () => kept,
  };
}

function cut(line: string): string {
  return line.trimEnd().slice(0, MOST_CHARACTERS);
}
