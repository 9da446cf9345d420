// One PATCH operation out of what the form of a bulk edit says. @see RFC 7644 §3.5.2
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { parseJson } from '../../ui/json-text.ts';
import { isList } from './read-resource.ts';
import type { AttributeInfo } from './schema-model.ts';

export type BulkAction = 'set' | 'add' | 'clear';

export interface BulkForm {
  readonly action: BulkAction;
  /** Attribute path, perhaps with a value filter. */
  readonly path: string;
  readonly text: string;
}

export type BulkOperation = { readonly operation: JsonObject } | { readonly problem: string };

/** `attribute` is the one that the path names, where the schema knows it. */
export function readBulkForm(
  { action, path, text }: BulkForm,
  attribute: AttributeInfo | undefined,
): BulkOperation {
  const target = path.trim();
  if (target === '') return { problem: 'Choose an attribute.' };
  if (attribute?.isReadOnly === true) return { problem: 'The server sets this attribute itself.' };
  if (action === 'clear') return { operation: { op: 'remove', path: target } };
  const value = readValue(text, attribute);
  if (value === undefined) return { problem: problemOf(attribute) };
  const isList = attribute?.isMultiValued === true && !target.includes('[');
  const op = action === 'add' ? 'add' : 'replace';
  return { operation: { op, path: target, value: isList ? asList(value) : value } };
}

function asList(value: JsonValue): JsonValue {
  return isList(value) ? value : [value];
}

/** undefined for what the type of the attribute cannot hold. */
function readValue(text: string, attribute: AttributeInfo | undefined): JsonValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const isJson = /^[[{]/.test(trimmed);
  switch (attribute?.type) {
    case 'boolean':
      return { true: true, false: false }[trimmed.toLowerCase()];
    case 'integer':
      return readNumber(/^-?\d+$/, trimmed);
    case 'decimal':
      return readNumber(/^-?\d+(\.\d+)?$/, trimmed);
    case 'complex':
      return isJson ? parseJson(trimmed) : { value: trimmed };
    default:
      return isJson && attribute?.isMultiValued === true ? parseJson(trimmed) : text;
  }
}

function readNumber(form: RegExp, text: string): number | undefined {
  return form.test(text) ? Number(text) : undefined;
}

function problemOf(attribute: AttributeInfo | undefined): string {
  switch (attribute?.type) {
    case 'boolean':
      return 'true or false.';
    case 'integer':
      return 'A whole number.';
    case 'decimal':
      return 'A number.';
    case 'complex':
      return 'A value, or a JSON object in braces.';
    default:
      return 'A value. To take it away, choose Clear.';
  }
}
