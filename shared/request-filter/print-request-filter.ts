// Trees back to text, in the spelling that the box shows: parsing what is printed gives the same tree.
import type { TokenName } from './filter-tokens.ts';
import type { RangeValue, RequestFilter, TimeValue, TokenValue } from './filter-tree.ts';
import { AGO_UNITS } from './read-token-value.ts';

export function printRequestFilter(tree: RequestFilter): string {
  switch (tree.kind) {
    case 'and':
      return tree.terms.map((term) => printWithin(term, term.kind === 'or')).join(' ');
    case 'or':
      return tree.terms.map(printRequestFilter).join(' or ');
    case 'not':
      return `not:${printWithin(tree.term, tree.term.kind === 'or' || tree.term.kind === 'and')}`;
    case 'words':
      return isPlainWord(tree.text) ? tree.text : quote(tree.text);
    case 'token':
      return `${tree.name}:${printTokenValue(tree.name, tree.value)}`;
  }
}

/** The terms that must all be met, each as text: the chips of the box. */
export function printTerms(tree: RequestFilter): readonly string[] {
  const terms = tree.kind === 'and' ? tree.terms : [tree];
  return terms.map((term) => printWithin(term, term.kind === 'or'));
}

function printWithin(term: RequestFilter, isGrouped: boolean): string {
  return isGrouped ? `(${printRequestFilter(term)})` : printRequestFilter(term);
}

export function printTokenValue(name: TokenName, value: TokenValue): string {
  switch (value.type) {
    case 'text':
      return /^[^\s()"]+$/.test(value.text) ? value.text : quote(value.text);
    case 'range':
      return name === 'status' ? printStatus(value) : printRange(value);
    default:
      return printTime(value);
  }
}

function printStatus(value: RangeValue): string {
  const { least, most } = value;
  const isHundred = least !== null && least % 100 === 0 && most === least + 99;
  return isHundred ? `${least / 100}xx` : printRange(value);
}

function printRange({ least, most, isOpen }: RangeValue): string {
  const sign = isOpen ? '' : '=';
  if (least === null) return `<${sign}${most}`;
  if (most === null) return `>${sign}${least}`;
  return least === most ? String(least) : `${least}..${most}`;
}

function printTime(value: TimeValue): string {
  if (value.type !== 'ago') return value.text;
  const [unit, ms] =
    Object.entries(AGO_UNITS).find(([, factor]) => value.ms % factor === 0) ??
    (['s', 1000] as const);
  return `-${value.ms / ms}${unit}`;
}

function isPlainWord(text: string): boolean {
  return /^[^\s()":]+$/.test(text) && !/^(?:and|or|not)$/i.test(text);
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
