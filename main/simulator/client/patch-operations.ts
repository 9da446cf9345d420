// Differences as the Operations of a PATCH, in the form of today and in that of the flag `aadOptscim062020`.
// Entra, without the flag: names of operations in PascalCase, truth values as text, one operation for each attribute.
// With it: lower case, truth values, and plain attributes together in one operation without a path, after those whose
// path has a value filter. Plain additions are treated alike, which is inferred.
// @see "Known issues for provisioning: SCIM 2.0 protocol compliance", entra docs app-provisioning
import {
  isJsonObject,
  textOf,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { roleElements } from './resource-body.ts';
import type { WireAttribute } from './wire-value.ts';

export interface Difference {
  readonly attribute: WireAttribute;
  /** Whether the target has a value there, which is replaced. */
  readonly isReplacement: boolean;
}

type Verb = 'add' | 'replace' | 'remove';

export interface PatchForm {
  readonly isFlagged: boolean;
}

export function patchOperations(
  differences: readonly Difference[],
  form: PatchForm,
): readonly JsonObject[] {
  return form.isFlagged ? mergedOperations(differences) : differences.map(plainOperation);
}

export function operation(
  verb: Verb,
  rest: { readonly path?: string; readonly value?: JsonValue },
  { isFlagged }: PatchForm,
): JsonObject {
  return { op: isFlagged ? verb : PASCAL[verb], ...rest };
}

const PASCAL = { add: 'Add', replace: 'Replace', remove: 'Remove' } as const;
const DEFAULT_FORM = { isFlagged: false };
const FLAG_FORM = { isFlagged: true };

function plainOperation({ attribute, isReplacement }: Difference): JsonObject {
  const { target, value, roleForm } = attribute;
  if (roleForm !== null) return roleOperation(attribute, DEFAULT_FORM);
  const verb = isReplacement ? 'replace' : 'add';
  return operation(verb, { path: target, value: spellBoolean(value) }, DEFAULT_FORM);
}

function spellBoolean(value: JsonValue): JsonValue {
  if (typeof value !== 'boolean') return value;
  return value ? 'True' : 'False';
}

function mergedOperations(differences: readonly Difference[]): readonly JsonObject[] {
  const isPlain = ({ attribute: { path, roleForm } }: Difference) =>
    roleForm === null && path.filter === null;
  const separate = differences.filter((difference) => !isPlain(difference));
  const plain = differences.filter(isPlain);
  return [
    ...separate.map(flaggedOperation),
    ...merge(
      'replace',
      plain.filter(({ isReplacement }) => isReplacement),
    ),
    ...merge(
      'add',
      plain.filter(({ isReplacement }) => !isReplacement),
    ),
  ];
}

function flaggedOperation({ attribute, isReplacement }: Difference): JsonObject {
  const { target, value, roleForm } = attribute;
  if (roleForm !== null) return roleOperation(attribute, FLAG_FORM);
  return operation(isReplacement ? 'replace' : 'add', { path: target, value }, FLAG_FORM);
}

/** One keeps its path; several are keys of one value. */
function merge(verb: Verb, differences: readonly Difference[]): readonly JsonObject[] {
  const [first, second] = differences;
  if (first === undefined) return [];
  if (second === undefined) return [flaggedOperation(first)];
  const entries = differences.map(({ attribute: { target, value } }) => [target, value] as const);
  return [operation(verb, { value: Object.fromEntries(entries) }, FLAG_FORM)];
}

/** Entra: the assertive form replaces the set; the others only ever add, without the flag as JSON text in `value`. */
function roleOperation({ value, roleForm, path }: WireAttribute, form: PatchForm): JsonObject {
  const elements = roleElements(value, roleForm ?? 'complex');
  if (roleForm === 'assertive') {
    return operation('replace', { path: path.attribute, value: elements }, FLAG_FORM);
  }
  if (form.isFlagged) return operation('add', { path: path.attribute, value: elements }, form);
  const roles = Array.isArray(value) ? value : [value];
  const texts = roles.map((role: JsonValue) => ({ value: roleText(role) }));
  return operation('add', { path: path.attribute, value: texts }, form);
}

function roleText(role: JsonValue): string {
  if (!isJsonObject(role)) return textOf(role);
  const { id = '', value = null, displayName = '' } = role;
  return JSON.stringify({ id, value, displayName });
}
