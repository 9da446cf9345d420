// The colours of expressions: texts, numbers, attributes and functions.
import { LanguageSupport, StreamLanguage } from '@codemirror/language';

const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/^"(?:[^"\\]|\\.)*"?/, 'string'],
  [/^\[[^\]]*\]?/, 'propertyName'],
  [/^(?:&[hH][0-9A-Fa-f]+|-?\d+(?:\.\d+)?)/, 'number'],
  [/^[\p{L}_][\p{L}\p{Nd}_]*/u, 'bool'],
];

export const EXPRESSION_LANGUAGE = new LanguageSupport(
  StreamLanguage.define({
    token(stream) {
      const found = TOKENS.find(([pattern]) => stream.match(pattern) !== null);
      if (found !== undefined) return found[1];
      stream.next();
      return null;
    },
  }),
);
