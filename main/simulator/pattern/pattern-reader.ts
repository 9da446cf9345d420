// Where the translation of a .NET pattern stands: the text still to read, what has been written, open groups.
import { PatternError } from './pattern-error.ts';

export interface PatternOptions {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly singleline: boolean;
}

/** A group that is open; the pattern itself is the outermost. */
interface Frame {
  readonly options: PatternOptions;
  /** Options switched on within it: written as groups that end with it, and begin again behind each `|`. */
  readonly inline: string[];
  repeats: boolean;
  branches: boolean;
}

/** A piece of the translation; a number is a backreference in .NET's count, known when all groups are. */
export type Piece = string | number;

export interface PatternReader {
  readonly text: string;
  at: number;
  options: PatternOptions;
  ignoreCase: boolean;
  readonly pieces: Piece[];
  /** In the order of their opening brackets; null: without a name. */
  readonly groups: (string | null)[];
  readonly frames: Frame[];
  /** Of the group that was closed last: whether repeating it can run away. */
  closedIsRisky: boolean;
  unbounded: number;
  isRisky: boolean;
}

const NO_OPTIONS: PatternOptions = { ignoreCase: false, multiline: false, singleline: false };

export function openReader(text: string): PatternReader {
  const root: Frame = { options: NO_OPTIONS, inline: [], repeats: false, branches: false };
  return {
    text,
    at: 0,
    options: NO_OPTIONS,
    ignoreCase: false,
    pieces: [],
    groups: [],
    frames: [root],
    closedIsRisky: false,
    unbounded: 0,
    isRisky: false,
  };
}

export function openFrame(reader: PatternReader, opening: string): void {
  reader.pieces.push(opening);
  reader.frames.push({ options: reader.options, inline: [], repeats: false, branches: false });
}

export function closeFrame(reader: PatternReader): void {
  const frame = reader.frames.pop();
  const outer = reader.frames.at(-1);
  if (frame === undefined || outer === undefined) {
    throw new PatternError('The pattern has a ")" too many');
  }
  reader.pieces.push(')'.repeat(frame.inline.length), ')');
  reader.options = frame.options;
  reader.closedIsRisky = frame.repeats || frame.branches;
  outer.repeats ||= frame.repeats;
}

export function currentFrame(reader: PatternReader): Frame {
  const frame = reader.frames.at(-1);
  if (frame === undefined) throw new PatternError('The pattern has a ")" too many');
  return frame;
}

/** Takes what matches here; the expression is sticky. */
export function takeMatch(reader: PatternReader, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = reader.at;
  const found = expression.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found;
}
