// What the text in the filter box means: nothing, a SCIM filter, or plain words that fall back to "contains".
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import { parseFilter } from '../../../shared/scim/parse-filter.ts';
import { printFilter } from '../../../shared/scim/print-filter.ts';

export type FilterBoxText =
  | { readonly kind: 'all' | 'filter' | 'words'; readonly filter: string }
  | { readonly kind: 'error'; readonly message: string; readonly position: number };

/** `attribute operator`, a value path or a leading parenthesis: meant as a filter, so a slip is an error. */
const MEANT_AS_FILTER =
  /^\s*(?:not\s*)?(?:\(|[a-z$][\w.:$-]*\s*(?:\[|\s(?:eq|ne|co|sw|ew|gt|ge|lt|le|pr)(?:\s|$)))/i;

/** An attribute name alone, perhaps with the first letter of an operator: a filter that is still being typed. */
const UNFINISHED =
  /^(?:userName|displayName|externalId|active|title|userType|nickName|emails|members|groups|roles|manager|department|(?:name|meta|emails|members|groups|roles|manager)\.\w*|urn:\S*)(?:\s+[a-z]?)?$/i;

/** Attributes that plain words look into. */
export const USER_SEARCHED = ['userName', 'displayName', 'emails.value'] as const;
export const GROUP_SEARCHED = ['displayName'] as const;

/** Reads the box. Values without quotes are understood, and sent on with them. */
export function readFilterBox(text: string, searched: readonly string[]): FilterBoxText {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'all', filter: '' };
  try {
    return { kind: 'filter', filter: printFilter(parseFilter(text, { lenient: true })) };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    if (UNFINISHED.test(trimmed)) return { kind: 'error', ...goOn(trimmed) };
    if (!MEANT_AS_FILTER.test(text))
      return { kind: 'words', filter: wordsFilter(trimmed, searched) };
    return { kind: 'error', message: error.message, position: error.position };
  }
}

/** Every word has to occur in one of the names that people search by. */
export function wordsFilter(text: string, searched: readonly string[]): string {
  return text
    .split(/\s+/)
    .map((word) => {
      const value = JSON.stringify(word);
      const terms = searched.map((attribute) => `${attribute} co ${value}`);
      return terms.length === 1 ? terms[0] : `(${terms.join(' or ')})`;
    })
    .join(' and ');
}

function goOn(text: string): { readonly message: string; readonly position: number } {
  return {
    message: 'Go on with an operator: eq, ne, co, sw, ew, gt, ge, lt, le or pr',
    position: text.length,
  };
}
