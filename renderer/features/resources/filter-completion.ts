// What may come next in a SCIM filter that is being typed: attributes of the tenant's schema, operators that fit the
// attribute, values, joining words. A small reader of its own rather than the parser: what is typed is never finished.
// @see RFC 7644 §3.4.2.2
import {
  type AttributeInfo,
  findAttribute,
  flattenAttributes,
  type TypeSchema,
} from './schema-model.ts';

export interface FilterPlace {
  readonly expects: 'attribute' | 'operator' | 'value' | 'join';
  /** The word at the caret, and where it begins; empty between words. */
  readonly word: string;
  readonly from: number;
  /** The attribute that the operator or value is for. */
  readonly attribute: AttributeInfo | undefined;
  /** Inside the brackets of a value path: the attribute before them. */
  readonly parent: AttributeInfo | undefined;
}

export interface FilterSuggestion {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|[()[\]]|[^\s()[\]"]+/g;
const JOINS = new Set(['and', 'or']);

/** Where the caret stands, by what is before it. */
export function readFilterPlace(text: string, schema: TypeSchema): FilterPlace {
  const tokens = [...text.matchAll(TOKEN)];
  const last = tokens.at(-1);
  const isInWord =
    last !== undefined && isWord(last[0]) && last.index + last[0].length === text.length;
  const before = isInWord ? tokens.slice(0, -1) : tokens;
  const place = before.reduce<Reading>((state, [token]) => step(state, token, schema), START);
  return { ...place, word: isInWord ? last[0] : '', from: isInWord ? last.index : text.length };
}

type Reading = Omit<FilterPlace, 'word' | 'from'>;

const START: Reading = { expects: 'attribute', attribute: undefined, parent: undefined };

function isWord(token: string): boolean {
  if (token.startsWith('"')) return !/^"(?:[^"\\]|\\.)*"$/.test(token);
  return !/^[()[\]]$/.test(token);
}

function step(state: Reading, token: string, schema: TypeSchema): Reading {
  const lower = token.toLowerCase();
  if (token === '(' || lower === 'not') return { ...state, expects: 'attribute' };
  if (token === '[') return { ...START, parent: state.attribute };
  if (token === ']') return { ...START, expects: 'join', attribute: state.parent };
  if (token === ')') return { ...state, expects: 'join' };
  switch (state.expects) {
    case 'attribute':
      return { ...state, expects: 'operator', attribute: attributeOf(state, token, schema) };
    case 'operator':
      return { ...state, expects: lower === 'pr' ? 'join' : 'value' };
    case 'value':
      return { ...state, expects: 'join' };
    case 'join':
      if (JOINS.has(lower)) return { ...state, expects: 'attribute', attribute: undefined };
      // `emails[…].value` goes on with an operator.
      return { ...state, expects: 'operator', attribute: afterBrackets(state, token) };
  }
}

function attributeOf({ parent }: Reading, token: string, schema: TypeSchema) {
  if (parent === undefined) return findAttribute(schema, token);
  return subAttribute(parent, token);
}

function afterBrackets({ attribute }: Reading, token: string): AttributeInfo | undefined {
  return attribute && subAttribute(attribute, token.replace(/^\./, ''));
}

function subAttribute({ subAttributes }: AttributeInfo, name: string): AttributeInfo | undefined {
  return subAttributes.find((sub) => sub.name.toLowerCase() === name.toLowerCase());
}

const MOST = 50;

/** At most fifty that fit the word at the caret; `values` are those of the attribute, where values come next. */
export function suggestFilter(
  place: FilterPlace,
  schema: TypeSchema,
  values: readonly (string | number | boolean)[],
): readonly FilterSuggestion[] {
  const { word } = place;
  const fitting = listCandidates(place, schema, values).filter(({ label }) => fits(label, word));
  const key = plain(word);
  const rank = ({ label }: FilterSuggestion) => (plain(label).startsWith(key) ? 0 : 1);
  return fitting.toSorted((left, right) => rank(left) - rank(right)).slice(0, MOST);
}

function fits(label: string, word: string): boolean {
  return plain(label).includes(plain(word));
}

function plain(text: string): string {
  return text.replace(/^"/, '').toLowerCase();
}

function listCandidates(
  place: FilterPlace,
  schema: TypeSchema,
  values: readonly (string | number | boolean)[],
): readonly FilterSuggestion[] {
  switch (place.expects) {
    case 'attribute':
      return place.parent === undefined
        ? listAttributes(schema)
        : place.parent.subAttributes.map((sub) => describe(sub, sub.name));
    case 'operator':
      return operatorsOf(place.attribute).map((operator) => ({
        label: operator,
        detail: OPERATORS[operator],
        insert: operator === '[' ? '[' : `${operator} `,
      }));
    case 'value':
      return listValues(place.attribute, values);
    case 'join':
      return place.parent === undefined ? JOIN_WORDS : [...JOIN_WORDS, CLOSE];
  }
}

const JOIN_WORDS: readonly FilterSuggestion[] = [
  { label: 'and', detail: 'both must hold', insert: 'and ' },
  { label: 'or', detail: 'one must hold', insert: 'or ' },
];
const CLOSE: FilterSuggestion = { label: ']', detail: 'ends the value filter', insert: '] ' };

function listAttributes(schema: TypeSchema): readonly FilterSuggestion[] {
  return flattenAttributes(schema)
    .filter(({ returned }) => returned !== 'never')
    .map((attribute) => describe(attribute, attribute.path));
}

/** The label of an attribute of an extension is its short name; its URN is inserted. */
function describe({ type, isMultiValued, path }: AttributeInfo, insert: string): FilterSuggestion {
  const colon = insert.lastIndexOf(':');
  const kind = isMultiValued ? `several ${type}` : type;
  return {
    label: insert.slice(colon + 1),
    detail: colon < 0 ? kind : `${kind} · ${path.slice(0, path.lastIndexOf(':'))}`,
    insert: `${insert} `,
  };
}

export const OPERATORS = {
  eq: 'equals',
  ne: 'differs from',
  co: 'contains',
  sw: 'starts with',
  ew: 'ends with',
  pr: 'has a value',
  gt: 'is greater than',
  ge: 'is at least',
  lt: 'is less than',
  le: 'is at most',
  '[': 'has an element that …',
} as const;

type Operator = keyof typeof OPERATORS;

const TEXT: readonly Operator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'pr', 'gt', 'ge', 'lt', 'le'];
const ORDERED: readonly Operator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'pr'];

/** Operators that mean something for the type. @see RFC 7644 §3.4.2.2, table 3 */
function operatorsOf(attribute: AttributeInfo | undefined): readonly Operator[] {
  switch (attribute?.type) {
    case 'boolean':
    case 'binary':
      return ['eq', 'ne', 'pr'];
    case 'integer':
    case 'decimal':
    case 'dateTime':
      return ORDERED;
    case 'complex':
      return ['pr', ...(attribute.isMultiValued ? (['['] as const) : [])];
    default:
      return TEXT;
  }
}

function listValues(
  attribute: AttributeInfo | undefined,
  values: readonly (string | number | boolean)[],
): readonly FilterSuggestion[] {
  if (attribute?.type === 'boolean') return [true, false].map((value) => valueOf(value, ''));
  const canonical = attribute?.canonicalValues ?? [];
  const stored = values.filter((value) => !canonical.includes(String(value)));
  return [
    ...canonical.map((value) => valueOf(value, 'named by the schema')),
    ...stored.map((value) => valueOf(value, 'occurs')),
  ];
}

function valueOf(value: string | number | boolean, detail: string): FilterSuggestion {
  return { label: String(value), detail, insert: `${JSON.stringify(value)} ` };
}
