// Words of a request filter as SQL: by the full-text index, and one by one in the requests that it does not have yet.
// Both cut texts into words alike. @see shared/request-filter/match-words.ts
import { readWords } from '../../../shared/request-filter/match-words.ts';
import { driven, type Binder, type Condition } from './condition.ts';

/** The columns of the index, and what each was made from, on the rows `r` and `x`. */
const TEXTS = {
  path: 'decoded(r.path)',
  query: 'decoded_query(r.query)',
  sentence: 'r.sentence',
  name: 'r.resource_name',
  attributes: 'attribute_names(x.request_body, x.effects)',
  request: 'x.request_body',
  response: 'x.response_body',
} as const;

export type WordColumn = keyof typeof TEXTS;

/** Everywhere. */
export function findWordsAnywhere(text: string, binder: Binder): Condition {
  return findWords(Object.keys(TEXTS).filter(isColumn), text, binder);
}

function isColumn(name: string): name is WordColumn {
  return Object.hasOwn(TEXTS, name);
}

/** The index has the answer. */
export function findWords(
  columns: readonly WordColumn[],
  text: string,
  { bind }: Binder,
): Condition {
  const phrase = bind(text);
  const found = columns.map((column) => `has_words(${TEXTS[column]}, ${phrase})`);
  const sql = `
    ${searchIndex(columns, text, bind)}
    union all
    select u.id
    from request_unindexed u
    cross join request_log r on r.id = u.id
    cross join request_exchanges x on x.id = u.id
    where u.id between :lo and :hi and (${found.join(' or ')})`;
  return driven(`r.id in (${sql})`, 3, sql);
}

interface Phrase {
  readonly text: string;
  readonly context: Binder;
}

/** The index leads to rows whose own text is looked at then: `held` is part of what the columns were made from. */
export function leadByWords(
  columns: readonly WordColumn[],
  held: string,
  { text, context: { bind } }: Phrase,
): Condition {
  return driven(
    `has_words(${held}, ${bind(text)})`,
    3,
    `
    ${searchIndex(columns, text, bind)}
    union all
    select id from request_unindexed where id between :lo and :hi`,
  );
}

/** Bound numbers are real, and FTS5 takes integers for bounds only. */
function searchIndex(columns: readonly WordColumn[], text: string, bind: Binder['bind']): string {
  const match = `{${columns.join(' ')}} : "${readWords(text).join(' ')}" *`;
  return `
    select rowid from request_words
    where request_words match ${bind(match)}
      and rowid between cast(:lo as integer) and cast(:hi as integer)`;
}
