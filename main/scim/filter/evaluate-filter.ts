// A filter over one resource in memory (RFC 7644 §3.4.2.2); the store's SQL must say the same. Where the RFC leaves
// room: `ne` is exactly "not eq", so it holds when the attribute is absent, and on a multi-valued attribute when no
// element equals; every other operator holds when any element does. Text without caseExact compares folded, dateTimes
// by instant. An attribute no schema knows has no value.
import type { CompareOperator, FilterValue } from '../../../shared/scim/filter-tree.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { compareText } from '../compare-text.ts';
import { foldCase } from '../fold-case.ts';
import { parseInstant } from '../parse-instant.ts';
import { leafAttribute } from '../schema/resolve-attribute.ts';
import type { AttributeDefinition, ResolvedAttribute } from '../schema/schema-types.ts';
import type { FilterTarget, ResolvedFilter } from './resolved-filter.ts';

/** The values an attribute has in what is being filtered. */
type ReadValues = (target: ResolvedAttribute) => readonly JsonValue[];

/** Whether the resource matches. Attribute names in it are in the schema's spelling. @see RFC 7644 §3.4.2.2 */
export function evaluateFilter(filter: ResolvedFilter, resource: JsonObject): boolean {
  return evaluate(filter, (target) => readFromResource(target, resource));
}

/** Whether one element of a multi-valued attribute matches the filter in brackets. @see RFC 7644 §3.5.2 */
export function evaluateElementFilter(filter: ResolvedFilter, element: JsonValue): boolean {
  return evaluate(filter, (target) => readFromElement(target, element));
}

function evaluate(filter: ResolvedFilter, read: ReadValues): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.terms.every((term) => evaluate(term, read));
    case 'or':
      return filter.terms.some((term) => evaluate(term, read));
    case 'not':
      return !evaluate(filter.term, read);
    case 'present':
      return readTarget(filter.target, read).some(hasValue);
    case 'compare':
      return evaluateComparison(filter, read);
    case 'value-path':
      return read(filter.target).some((element) => evaluateElementFilter(filter.filter, element));
  }
}

function readFromResource(target: ResolvedAttribute, resource: JsonObject): readonly JsonValue[] {
  const holder = target.extension === undefined ? resource : own(resource, target.extension);
  const value = own(holder, target.attribute.name);
  const elements: readonly JsonValue[] = Array.isArray(value) ? value : toList(value);
  return elements.flatMap((element) => readFromElement(target, element));
}

function readFromElement(target: ResolvedAttribute, element: JsonValue): readonly JsonValue[] {
  if (target.subAttribute === undefined) return [element];
  return toList(own(element, target.subAttribute.name));
}

function readTarget(target: FilterTarget, read: ReadValues): readonly JsonValue[] {
  return 'unknown' in target ? [] : read(target);
}

function own(holder: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function toList(value: JsonValue | undefined): readonly JsonValue[] {
  return value === undefined ? [] : [value];
}

/** Null, empty text, empty lists and complex values of nothing else are no value. @see RFC 7643 §2.5 */
function hasValue(value: JsonValue): boolean {
  if (value === null || value === '') return false;
  if (typeof value !== 'object') return true;
  return Object.values(value).some(hasValue);
}

function evaluateComparison(
  filter: Extract<ResolvedFilter, { kind: 'compare' }>,
  read: ReadValues,
): boolean {
  const { target, operator, value: literal } = filter;
  if ('unknown' in target) return operator === 'ne';
  const attribute = leafAttribute(target);
  const values = read(target);
  if (operator === 'ne') return !values.some((value) => matches(attribute, 'eq', [value, literal]));
  return values.some((value) => matches(attribute, operator, [value, literal]));
}

function matches(
  attribute: AttributeDefinition,
  operator: CompareOperator,
  [value, literal]: readonly [JsonValue, FilterValue],
): boolean {
  if (typeof value === 'string' && typeof literal === 'string') {
    const isInstant = attribute.type === 'dateTime' && !SUBSTRING.has(operator);
    return isInstant
      ? matchesInstant(operator, value, literal)
      : matchesText(attribute, operator, [value, literal]);
  }
  if (typeof value === 'number' && typeof literal === 'number') {
    return matchesOrder(operator, value - literal);
  }
  return value === literal;
}

const SUBSTRING: ReadonlySet<CompareOperator> = new Set(['co', 'sw', 'ew']);

function matchesInstant(operator: CompareOperator, value: string, literal: string): boolean {
  const left = parseInstant(value);
  const right = parseInstant(literal);
  return left !== undefined && right !== undefined && matchesOrder(operator, left - right);
}

function matchesText(
  attribute: AttributeDefinition,
  operator: CompareOperator,
  texts: readonly [string, string],
): boolean {
  const [value, literal] = attribute.caseExact ? texts : [foldCase(texts[0]), foldCase(texts[1])];
  switch (operator) {
    case 'co':
      return value.includes(literal);
    case 'sw':
      return value.startsWith(literal);
    case 'ew':
      return value.endsWith(literal);
    default:
      return matchesOrder(operator, compareText(value, literal));
  }
}

function matchesOrder(operator: CompareOperator, order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    default:
      return false;
  }
}
