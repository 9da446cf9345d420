// Groups and options of .NET patterns.
import { PatternError } from './pattern-error.ts';
import {
  currentFrame,
  openFrame,
  takeMatch,
  type PatternOptions,
  type PatternReader,
} from './pattern-reader.ts';

const NAMED = /\?(?:<(?<name>[A-Za-z_]\w*)>|'(?<quoted>[A-Za-z_]\w*)')/y;
const LOOK = /\?(?:[:=!]|<[=!])/y;
const COMMENT = /\?#[^)]*\)/y;
const OPTIONS = /\?(?<on>[imnsx]*)(?:-(?<off>[imnsx]*))?(?<end>[:)])/y;

/** Behind the opening bracket. */
export function readGroup(reader: PatternReader): void {
  if (reader.frames.length > 100) throw new PatternError('The pattern nests groups too deep');
  if (takeMatch(reader, COMMENT) !== null) return;
  const named = takeMatch(reader, NAMED)?.groups;
  if (named !== undefined) {
    const name = named['name'] ?? named['quoted'] ?? '';
    reader.groups.push(name);
    openFrame(reader, `(?<${name}>`);
    return;
  }
  const look = takeMatch(reader, LOOK)?.[0];
  if (look !== undefined) {
    openFrame(reader, `(${look}`);
    return;
  }
  const options = takeMatch(reader, OPTIONS)?.groups;
  if (options !== undefined) {
    readOptions(reader, options);
    return;
  }
  if (reader.text[reader.at] === '?') throw new PatternError(describeRefused(reader));
  reader.groups.push(null);
  openFrame(reader, '(');
}

function readOptions(
  reader: PatternReader,
  { on = '', off = '', end }: Readonly<Record<string, string | undefined>>,
): void {
  if (/[nx]/.test(on)) {
    throw new PatternError(
      `The pattern uses the option ${on}, of which n and x are not supported here`,
    );
  }
  const { options } = reader;
  const ignoreCase = switched(options.ignoreCase, 'i', { on, off });
  const changed: PatternOptions = {
    ignoreCase,
    multiline: switched(options.multiline, 'm', { on, off }),
    singleline: switched(options.singleline, 's', { on, off }),
  };
  const opening = ignoreCase === options.ignoreCase ? undefined : ignoreCase ? '(?i:' : '(?-i:';
  if (end === ':') openFrame(reader, opening ?? '(?:');
  else if (opening !== undefined) openInline(reader, opening);
  reader.options = changed;
}

function switched(
  before: boolean,
  letter: string,
  { on, off }: { readonly on: string; readonly off: string },
): boolean {
  return off.includes(letter) ? false : before || on.includes(letter);
}

/** At the very beginning it is a flag of the whole; otherwise it holds to the end of the group. */
function openInline(reader: PatternReader, opening: string): void {
  if (reader.pieces.length === 0 && opening === '(?i:') {
    reader.ignoreCase = true;
    return;
  }
  reader.pieces.push(opening);
  currentFrame(reader).inline.push(opening);
}

function describeRefused({ text, at }: PatternReader): string {
  const what = text.startsWith('?>', at)
    ? 'an atomic group'
    : text.startsWith('?(', at)
      ? 'a conditional group'
      : `the group (${text.slice(at, at + 4)}`;
  return `The pattern uses ${what}, which is not supported here`;
}
