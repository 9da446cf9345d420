// Words of a request filter as SQL: by the full-text index, and one by one in the requests that it does not have yet.
// Both cut texts into words alike. @see shared/request-filter/match-words.ts
import { readWords } from '../../../shared/request-filter/match-words.ts';
import { driven, plain, type Binder, type Condition } from './condition.ts';

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
export function findWordsAnywhere(text: string, context: WordContext): Condition {
  return findWords(Object.keys(TEXTS).filter(isColumn), text, context);
}

function isColumn(name: string): name is WordColumn {
  return Object.hasOwn(TEXTS, name);
}

export interface WordContext extends Binder {
  /**
   * Whether many of the newest requests hold a phrase in these columns: such rows are found sooner by looking at them,
   * because the index has to put together all that it knows of a phrase that may go on.
   */
  readonly isCommon: (columns: readonly WordColumn[], phrase: string) => boolean;
}

/** The columns of rows `r` and `x` that hold a phrase, which is bound. */
export function holdWords(columns: readonly WordColumn[], phrase: string): string {
  return columns.map((column) => `has_words(${TEXTS[column]}, ${phrase})`).join(' or ');
}

/** The index has the answer. */
export function findWords(
  columns: readonly WordColumn[],
  text: string,
  { bind, isCommon }: WordContext,
): Condition {
  const found = holdWords(columns, bind(text));
  if (isCommon(columns, text)) {
    return plain(`exists (select 1 from request_exchanges x where x.id = r.id and (${found}))`);
  }
  const sql = `
    ${searchIndex(columns, text, bind)}
    union all
    select u.id
    from request_unindexed u
    cross join request_log r on r.id = u.id
    cross join request_exchanges x on x.id = u.id
    where u.id between :lo and :hi and (${found})`;
  return driven(`r.id in (${sql})`, 3, sql);
}

interface Phrase {
  readonly text: string;
  readonly context: WordContext;
}

/** The index leads to rows whose own text is looked at then: `held` is part of what the columns were made from. */
export function leadByWords(
  columns: readonly WordColumn[],
  held: string,
  { text, context: { bind, isCommon } }: Phrase,
): Condition {
  const where = `has_words(${held}, ${bind(text)})`;
  if (isCommon(columns, text)) return plain(where);
  return driven(
    where,
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
