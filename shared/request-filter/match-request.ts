// Whether a request answers to a filter, judged by its summary: for rows that come live. What only the details hold
// (bodies, headers, attributes) is unknown, and so may the whole be: the server knows. Unknown is `undefined`.
import type { RequestSummary } from '../admin/request-log.ts';
import { tokenEntry, type TokenEntry } from './filter-tokens.ts';
import type { RangeValue, RequestFilter, TokenValue } from './filter-tree.ts';
import { createWordMatcher, foldText } from './match-words.ts';
import { decodePath, decodeQuery } from './read-filter-parameter.ts';
import { resolveTime } from './resolve-time.ts';

export type RequestMatcher = (request: RequestSummary) => boolean | undefined;

/** Times such as `after:-15m` are counted from `now`. */
export function createRequestMatcher(tree: RequestFilter, now: Date): RequestMatcher {
  switch (tree.kind) {
    case 'and': {
      const matchers = tree.terms.map((term) => createRequestMatcher(term, now));
      return (request) => matchAll(matchers.map((match) => match(request)));
    }
    case 'or': {
      const matchers = tree.terms.map((term) => createRequestMatcher(term, now));
      return (request) => negate(matchAll(matchers.map((match) => negate(match(request)))));
    }
    case 'not': {
      const match = createRequestMatcher(tree.term, now);
      return (request) => negate(match(request));
    }
    case 'words':
      return matchFreeWords(tree.text);
    case 'token':
      return matchToken(tokenEntry(tree.name), tree.value, now);
  }
}

function matchAll(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

function negate(result: boolean | undefined): boolean | undefined {
  return result === undefined ? undefined : !result;
}

/** Not in the summary is not nowhere: the bodies may hold it. */
function matchFreeWords(text: string): RequestMatcher {
  const hasWords = createWordMatcher(text);
  return ({ path, query, sentence, resourceName }) => {
    const texts = [sentence, decodePath(path), decodeQuery(query), resourceName ?? ''];
    return texts.some(hasWords) ? true : undefined;
  };
}

function matchToken(entry: TokenEntry, value: TokenValue, now: Date): RequestMatcher {
  if (entry.kind === 'number') return (request) => isInRange(entry.of(request), value);
  if (entry.kind === 'time') return matchTime(entry.side, value, now);
  if (value.type !== 'text') return () => false; // the parser gives no other
  const { text } = value;
  switch (entry.kind) {
    case 'choice':
      return (request) => entry.holds(request, text);
    case 'name':
      return (request) => foldText(entry.of(request) ?? '') === foldText(text);
    case 'prefix':
      return (request) => entry.of(request)?.startsWith(text) ?? false;
    case 'words': {
      const hasWords = createWordMatcher(text);
      return (request) => hasWords(entry.of(request) ?? '');
    }
    case 'hidden':
      return (request) => entry.holds(request, text);
  }
}

function isInRange(number: number | null, value: TokenValue): boolean {
  if (number === null || value.type !== 'range') return false;
  return isAbove(number, value) && isBelow(number, value);
}

function isAbove(number: number, { least, isOpen }: RangeValue): boolean {
  return least === null || (isOpen ? number > least : number >= least);
}

function isBelow(number: number, { most, isOpen }: RangeValue): boolean {
  return most === null || (isOpen ? number < most : number <= most);
}

function matchTime(side: 'before' | 'after', value: TokenValue, now: Date): RequestMatcher {
  if (value.type === 'text' || value.type === 'range') return () => false; // the parser gives no other
  const instant = resolveTime(value, now);
  return ({ at }) => (side === 'before' ? at < instant : at >= instant);
}
