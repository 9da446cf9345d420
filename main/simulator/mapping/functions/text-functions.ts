// Functions on text. Where the source is null they give null, unless it is documented otherwise.
import { isList } from '../expression-value.ts';
import { limitLength, limitText, type FunctionBody, type FunctionCall } from '../function-call.ts';
import { changeCase, toProperCase } from '../letter-case.ts';
import { normalizeDiacritics } from '../normalize-diacritics.ts';
import { drawString } from '../random-string.ts';

export const TEXT_BODIES = {
  Append(call) {
    const source = call.text(0);
    return source === null ? null : limitText(call, source + (call.text(1) ?? ''));
  },

  Join(call) {
    const separator = call.text(0) ?? '';
    const parts: string[] = [];
    for (let index = 1; index < call.count; index += 1) {
      const value = call.value(index);
      const texts = isList(value) ? value : [call.text(index)];
      for (const text of texts) if (text !== null && text !== '') parts.push(text);
    }
    const length = parts.reduce((sum, part) => sum + part.length + separator.length, 0);
    limitLength(call, length);
    return parts.length === 0 ? null : parts.join(separator);
  },

  Left(call) {
    const source = call.text(0) ?? '';
    const count = call.integer(1);
    return count < 0 ? source : source.slice(0, count);
  },

  Mid(call) {
    const source = call.text(0);
    const [start, length] = [call.integer(1), call.integer(2)];
    if (start < 1) throw call.fail(`Mid counts from 1, start cannot be ${start}`);
    if (length < 0) throw call.fail(`Mid cannot take ${length} characters`);
    return source === null ? null : source.slice(start - 1, start - 1 + length);
  },

  Word(call) {
    const source = call.text(0) ?? '';
    const [number, delimiters] = [call.integer(1), call.text(2) ?? ''];
    return splitWords(source, delimiters)[number - 1] ?? '';
  },

  StripSpaces: (call) => call.text(0)?.replaceAll(' ', '') ?? null,
  ToLower: (call) => inCase(call, 'lower'),
  ToUpper: (call) => inCase(call, 'upper'),

  PCase(call) {
    const source = call.text(0);
    const separators = call.has(1) ? call.text(1) : null;
    return source === null ? null : limitText(call, toProperCase(source, separators));
  },

  NormalizeDiacritics(call) {
    const source = call.text(0);
    return source === null ? null : limitText(call, normalizeDiacritics(source));
  },

  InStr(call) {
    const [text, wanted] = [call.text(0) ?? '', call.text(1) ?? ''];
    const start = call.has(2) ? call.integer(2) : 1;
    if (start < 1) throw call.fail(`InStr counts from 1, start cannot be ${start}`);
    const mode = call.has(3) ? call.text(3) : 'vbBinaryCompare';
    if (mode !== 'vbTextCompare' && mode !== 'vbBinaryCompare') {
      throw call.fail(`InStr compares by vbTextCompare or vbBinaryCompare, not ${mode ?? 'null'}`);
    }
    const fold = (value: string) =>
      mode === 'vbTextCompare' ? changeCase(value, 'lower', null) : value;
    return fold(text).indexOf(fold(wanted), start - 1) + 1;
  },

  RandomString(call) {
    const [length, digits, special, capitals, lowers] = [0, 1, 2, 3, 4].map((index) =>
      call.integer(index),
    );
    const result = drawString(
      { length, digits, special, capitals, lowers, avoided: call.text(5) ?? '' },
      call.context.random,
    );
    if (typeof result === 'string') return result;
    throw call.fail(result.problem);
  },

  DefaultDomain: (call) => call.context.defaultDomain,
} satisfies Readonly<Record<string, FunctionBody>>;

function splitWords(text: string, delimiters: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const char of text) {
    if (!delimiters.includes(char)) word += char;
    else {
      words.push(word);
      word = '';
    }
  }
  words.push(word);
  return words.filter((found) => found !== '');
}

function inCase(call: FunctionCall, letterCase: 'lower' | 'upper'): string | null {
  const source = call.text(0);
  const culture = call.has(1) ? call.text(1) : null;
  if (culture !== null && !isCulture(culture)) {
    throw call.fail(`"${culture.slice(0, 60)}" is not the name of a culture, such as en-US`);
  }
  return source === null ? null : limitText(call, changeCase(source, letterCase, culture));
}

function isCulture(name: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$/.test(name);
}
