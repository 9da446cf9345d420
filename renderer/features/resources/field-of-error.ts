// Finds the form field that a refusal of the SCIM engine is about: its detail names the attribute.
import { isApiError } from '../../api/api-error.ts';

/** The field whose attribute the message names first; undefined when it is about none of them. */
export function fieldOfError<Field extends string>(
  error: unknown,
  attributes: Readonly<Partial<Record<Field, string>>>,
): Field | undefined {
  if (!isApiError(error) || error.code !== 'scim') return undefined;
  let found: { readonly field: Field; readonly at: number } | undefined;
  for (const field in attributes) {
    const at = error.message.search(new RegExp(`\\b${attributes[field]}\\b`, 'i'));
    if (at !== -1 && (found === undefined || at < found.at)) found = { field, at };
  }
  return found?.field;
}
