// Questions to the request log as text, checked before any work begins.
import { z } from 'zod';
import { readWords } from '../request-filter/match-words.ts';
import { MAX_TERMS, parseRequestFilter } from '../request-filter/parse-request-filter.ts';
import { FilterSyntaxError } from '../scim/filter-syntax-error.ts';

/** In the language of shared/request-filter. */
export const RequestFilterText = z.string().superRefine((text, context) => {
  try {
    parseRequestFilter(text);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

/** Words that must all occur: each as in the filter. */
export const SearchText = z
  .string()
  .max(4000)
  .refine(
    (text) => readWords(text).length <= MAX_TERMS,
    `must not have more than ${MAX_TERMS} words`,
  );
