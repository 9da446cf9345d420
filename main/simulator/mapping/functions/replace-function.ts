// Replace and its five modes, by which of its seven arguments are written.
import { ExpressionError } from '../../../../shared/simulator/expression/expression-error.ts';
import { findMatches, type PatternMatch } from '../../pattern/match-pattern.ts';
import { PatternError } from '../../pattern/pattern-error.ts';
import { toText, type ExpressionValue } from '../expression-value.ts';
import {
  limitLength,
  RESULT_LIMIT,
  type FunctionBody,
  type FunctionCall,
} from '../function-call.ts';

const [SOURCE, OLD_VALUE, PATTERN, GROUP, REPLACEMENT, OTHER_ATTRIBUTE, TEMPLATE] = [
  0, 1, 2, 3, 4, 5, 6,
] as const;

export const REPLACE_BODIES = {
  Replace(call) {
    if (call.has(PATTERN)) return replaceByPattern(call);
    if (!call.has(OLD_VALUE)) {
      throw call.fail('Replace needs an oldValue or a regexPattern');
    }
    if (call.has(REPLACEMENT)) {
      const source = call.text(SOURCE);
      return source === null ? null : replaceAll(call, source, call.text(REPLACEMENT) ?? '');
    }
    if (call.has(TEMPLATE)) {
      const source = call.text(SOURCE);
      return source === null ? null : replaceAll(call, call.text(TEMPLATE) ?? '', source);
    }
    throw call.fail('Replace needs a replacementValue or a template beside the oldValue');
  },
} satisfies Readonly<Record<string, FunctionBody>>;

/** Every oldValue in the text. */
function replaceAll(call: FunctionCall, text: string, replacement: string): string {
  const oldValue = call.text(OLD_VALUE) ?? '';
  if (oldValue === '') throw call.fail('Replace cannot look for an empty oldValue');
  const parts = text.split(oldValue);
  limitLength(call, text.length + (parts.length - 1) * (replacement.length - oldValue.length));
  return parts.join(replacement);
}

function replaceByPattern(call: FunctionCall): ExpressionValue {
  const pattern = call.text(PATTERN) ?? '';
  try {
    if (call.has(REPLACEMENT)) return replaceMatches(call, pattern);
    if (call.has(GROUP) && call.has(OTHER_ATTRIBUTE)) return takeFromOther(call, pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const at = call.node.args[PATTERN]?.start ?? call.node.start;
    throw new ExpressionError(error.message, at);
  }
  throw call.fail(
    'Replace needs a replacementValue beside the regexPattern, or a regexGroupName and a replacementAttributeName',
  );
}

function replaceMatches(call: FunctionCall, pattern: string): string | null {
  const source = call.text(SOURCE);
  if (source === null) return null;
  const replacement = call.text(REPLACEMENT) ?? '';
  const group = call.has(GROUP) ? (call.text(GROUP) ?? '') : undefined;
  const pieces: string[] = [];
  let at = 0;
  let length = source.length;
  for (const match of findMatches(pattern, source)) {
    const place = group === undefined ? match : match.group(group);
    // a group may stand in a lookbehind, before what has been written
    if (place === undefined || place.start < at) continue;
    const text = group === undefined ? expand(replacement, match, source) : replacement;
    length += text.length - (place.end - place.start);
    if (length > RESULT_LIMIT) limitLength(call, length);
    pieces.push(source.slice(at, place.start), text);
    at = place.end;
  }
  return `${pieces.join('')}${source.slice(at)}`;
}

/** .NET's substitutions: `$1`, `${name}`, `$&`, `$$` and the like; what names no group stands for itself. */
const SUBSTITUTION = /\$(?:(?<number>\d+)|\{(?<name>\w+)\}|(?<sign>[$&`'_]))/g;

function expand(replacement: string, match: PatternMatch, source: string): string {
  let text = '';
  let at = 0;
  for (const found of replacement.matchAll(SUBSTITUTION)) {
    text += replacement.slice(at, found.index) + substitute(found, match, source);
    at = found.index + found[0].length;
  }
  return text + replacement.slice(at);
}

function substitute(found: RegExpExecArray, match: PatternMatch, source: string): string {
  const { number, name, sign } = found.groups ?? {};
  if (sign !== undefined) return expandSign(sign, match, source);
  const wanted = number ?? name ?? '';
  return match.hasGroup(wanted) ? (match.group(wanted)?.text ?? '') : found[0];
}

function expandSign(sign: string, { start, end }: PatternMatch, source: string): string {
  switch (sign) {
    case '&':
      return source.slice(start, end);
    case '`':
      return source.slice(0, start);
    case "'":
      return source.slice(end);
    case '_':
      return source;
    default:
      return '$';
  }
}

/** The source; where it has no value, that group of the first match in the other attribute. */
function takeFromOther(call: FunctionCall, pattern: string): string | null {
  const source = call.text(SOURCE);
  if (source !== null && source !== '') return source;
  const group = call.text(GROUP) ?? '';
  const [match] = findMatches(pattern, readOther(call) ?? '');
  return match?.group(group)?.text ?? null;
}

/** The attribute itself, or a text that names it. */
function readOther(call: FunctionCall): string | null {
  const arg = call.node.args[OTHER_ATTRIBUTE];
  if (arg?.kind !== 'text') return call.text(OTHER_ATTRIBUTE);
  const { attributes } = call.context;
  const value = Object.hasOwn(attributes, arg.value) ? attributes[arg.value] : null;
  return toText(value ?? null) ?? null;
}
