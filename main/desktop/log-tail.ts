// The last lines that the server has logged, kept for the diagnostics; what they were written to gets them as before.

export interface LogTail {
  readonly add: (chunk: string) => void;
  readonly lines: () => readonly string[];
}

const MOST_LINES = 500;
const MOST_CHARACTERS = 2_000;

export function createLogTail(): LogTail {
  let kept: readonly string[] = [];
  let unfinished = '';
  return {
    add(chunk) {
      const lines = (unfinished + chunk).split('\n');
      unfinished = (lines.pop() ?? '').slice(0, MOST_CHARACTERS);
      const cut = lines.map((line) => line.slice(0, MOST_CHARACTERS));
      kept = [...kept, ...cut].slice(-MOST_LINES);
    },
    lines: () => (unfinished === '' ? kept : [...kept, unfinished]),
  };
}
