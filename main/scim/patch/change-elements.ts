// One operation on the values of a multi-valued attribute that a value path selects, on all of them when the path
// has a sub-attribute but no filter. @see RFC 7644 §3.5.2.2 and §3.5.2.3
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { evaluateElementFilter } from '../filter/evaluate-filter.ts';
import type { ResolvedFilter } from '../filter/resolved-filter.ts';
import { mergeComplex } from '../resource/read-value.ts';
import { sameValue } from '../resource/same-resource.ts';
import { mutability, noTarget } from '../scim-error.ts';
import type { AttributeOperation, AttributeTarget } from './patch-operation.ts';

/** The values after the operation; those it does not touch stay the same objects. Throws `noTarget`, `mutability`. */
export function changeElements(
  before: readonly JsonValue[],
  operation: AttributeOperation,
  { valuePathWithoutMatch }: Profile,
): readonly JsonValue[] {
  const selected = new Set(before.filter((element) => selects(operation.target, element)));
  const isRemoval = operation.op === 'remove' || operation.value === undefined;
  const content = isRemoval ? undefined : mergeComplex(undefined, changeOf(operation));
  const isMissed = selected.size === 0 && operation.op !== 'remove';
  if (isMissed && operation.target.filter && valuePathWithoutMatch === 'no-target') {
    throw noTarget(`${operation.label} matches no value`);
  }
  if (selected.size === 0 && content === undefined) return before;
  if (selected.size === 0) return [...before, { ...equalElement(operation), ...content }];
  const change = isRemoval ? removeFrom : assignTo;
  return before.flatMap((element) => {
    const after = selected.has(element) ? change(element, operation) : element;
    if (after === undefined) return [];
    return [sameValue(after, element) ? element : after];
  });
}

function selects({ filter }: AttributeTarget, element: JsonValue): boolean {
  return filter === undefined || evaluateElementFilter(filter, element);
}

function removeFrom(element: JsonValue, operation: AttributeOperation): JsonObject | undefined {
  const sub = operation.target.path.subAttribute;
  if (sub === undefined) return undefined;
  refuseImmutable(element, operation, undefined);
  const rest = mergeComplex(element, { [sub.name]: null });
  return rest !== undefined && saysSomething(rest) ? rest : undefined;
}

// Entra: clears the value of an e-mail or phone and never the rest; a bare type would be left behind.
function saysSomething(element: JsonObject): boolean {
  return Object.keys(element).some((name) => name !== 'type' && name !== 'primary');
}

function assignTo(element: JsonValue, operation: AttributeOperation): JsonObject | undefined {
  const { op, target, value } = operation;
  const change = changeOf(operation);
  if (target.path.subAttribute !== undefined) refuseImmutable(element, operation, value);
  if (op === 'add' || target.path.subAttribute !== undefined) return mergeComplex(element, change);
  return mergeComplex(equalTerms(target.filter), change);
}

function changeOf({ target, value }: AttributeOperation): JsonObject {
  const sub = target.path.subAttribute;
  if (sub !== undefined) return { [sub.name]: value ?? null };
  return isJsonObject(value) ? value : {};
}

// Entra: adds and replaces `emails[type eq "work"].value` of a user that has no work address and expects the value
// to be made; the following operations then find it. The RFC would answer noTarget to a replace (§3.5.2.3).
function equalElement({ label, target }: AttributeOperation): JsonObject {
  const terms = target.filter === undefined ? {} : equalTerms(target.filter);
  if (terms !== undefined && selects(target, terms)) return terms;
  throw noTarget(`${label} matches no value, and its filter does not tell how to make one`);
}

/** The sub-attributes that a filter of `eq` terms joined by `and` asks for; undefined for any other filter. */
function equalTerms(filter: ResolvedFilter | undefined): JsonObject | undefined {
  if (filter?.kind === 'and') {
    const terms = filter.terms.map(equalTerms);
    const known = terms.filter((term) => term !== undefined);
    if (known.length < terms.length) return undefined;
    return Object.fromEntries(known.flatMap((term) => Object.entries(term)));
  }
  if (filter?.kind !== 'compare' || filter.operator !== 'eq' || filter.value === '') {
    return undefined;
  }
  if ('unknown' in filter.target) return undefined;
  const { subAttribute, attribute } = filter.target;
  return { [(subAttribute ?? attribute).name]: filter.value };
}

function refuseImmutable(
  element: JsonValue,
  { label, target }: AttributeOperation,
  value: JsonValue | undefined,
): void {
  const sub = target.path.subAttribute;
  const before = sub !== undefined && isJsonObject(element) ? element[sub.name] : undefined;
  if (sub?.mutability !== 'immutable' || before === undefined) return;
  if (!sameValue(before, value)) throw mutability(`${label} is immutable`);
}
