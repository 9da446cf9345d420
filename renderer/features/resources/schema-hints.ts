// What the tenant's schema says to somebody who writes a resource as JSON: which attributes and values may stand where,
// and what does not fit. The engine has the last word; this is to see it before.
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { JsonHints, JsonPath, JsonProblem } from '../../ui/json-hints.ts';
import { isList } from './read-resource.ts';
import type { AttributeInfo, TypeSchema } from './schema-model.ts';

export function createSchemaHints(schema: TypeSchema): JsonHints {
  return {
    namesAt: (path) => [
      ...attributesAt(schema, path)
        .filter(({ isReadOnly }) => !isReadOnly)
        .map(({ name, type, isMultiValued }) => ({
          name,
          detail: isMultiValued ? `several ${type}` : type,
        })),
      ...(path.length === 0
        ? [
            { name: 'schemas', detail: 'several reference' },
            ...extensionsOf(schema).map(({ urn, title }) => ({ name: urn, detail: title })),
          ]
        : []),
    ],
    valuesAt(path) {
      const name = path.findLast((step) => typeof step === 'string');
      const parents = attributesAt(schema, path.slice(0, path.lastIndexOf(name ?? '')));
      const attribute = parents.find((one) => one.name === name);
      return attribute?.type === 'boolean' ? [true, false] : (attribute?.canonicalValues ?? []);
    },
    findProblems: (document) => findProblems(schema, document),
  };
}

function extensionsOf({ parts }: TypeSchema) {
  return parts.flatMap(({ urn, title, isRequired, attributes }) =>
    urn === undefined ? [] : [{ urn, title, isRequired, attributes }],
  );
}

/** Attributes of the object at the path; elements of a list are objects like any other. */
function attributesAt(schema: TypeSchema, path: JsonPath): readonly AttributeInfo[] {
  const [first, ...rest] = path.filter((step) => typeof step === 'string');
  const core = schema.parts[0]?.attributes ?? [];
  if (first === undefined) return core;
  const extension = extensionsOf(schema).find(({ urn }) => urn === first);
  const names = extension === undefined ? [first, ...rest] : rest;
  return names.reduce<readonly AttributeInfo[]>(
    (attributes, name) => attributes.find((one) => one.name === name)?.subAttributes ?? [],
    extension?.attributes ?? core,
  );
}

/** Of every resource, or kept by the server whatever is written. */
const KNOWN = new Set(['schemas', 'id', 'meta', 'groups']);

function findProblems(schema: TypeSchema, document: JsonValue): readonly JsonProblem[] {
  if (!isJsonObject(document)) return [];
  const extensions = extensionsOf(schema);
  const missing = (schema.parts[0]?.attributes ?? [])
    .filter(({ isRequired, isReadOnly, name }) => isRequired && !isReadOnly && !(name in document))
    .map(({ name }) => problem([], `${name} is required.`));
  const inside = Object.entries(document).flatMap(([name, value]): readonly JsonProblem[] => {
    if (KNOWN.has(name)) return [];
    const extension = extensions.find(({ urn }) => urn === name);
    if (extension !== undefined) return checkMembers(extension.attributes, value, [name]);
    return checkMember(schema.parts[0]?.attributes ?? [], value, [name]);
  });
  return [...missing, ...inside];
}

function checkMembers(
  attributes: readonly AttributeInfo[],
  value: JsonValue,
  path: JsonPath,
): readonly JsonProblem[] {
  if (!isJsonObject(value)) return [problem(path, 'This is an object, in braces.')];
  return Object.entries(value).flatMap(([name, inner]) =>
    checkMember(attributes, inner, [...path, name]),
  );
}

function checkMember(
  attributes: readonly AttributeInfo[],
  value: JsonValue,
  path: JsonPath,
): readonly JsonProblem[] {
  const name = path.at(-1);
  const attribute = attributes.find((one) => one.name === name);
  if (attribute === undefined) {
    const message = nearMiss(attributes, String(name)) ?? `No schema has the attribute ${name}.`;
    return [{ path, on: 'name', severity: 'warning', message }];
  }
  if (value === null) return [];
  if (!attribute.isMultiValued) return checkValue(attribute, value, path);
  if (!isList(value)) return [problem(path, `${name} is a list, in square brackets.`)];
  return value.flatMap((element, index) => checkValue(attribute, element, [...path, index]));
}

/** Names have no case (RFC 7643 §2.1), but the schema spells them so. */
function nearMiss(attributes: readonly AttributeInfo[], name: string): string | undefined {
  const same = attributes.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return same && `The schema spells it ${same.name}.`;
}

function checkValue(
  attribute: AttributeInfo,
  value: JsonValue,
  path: JsonPath,
): readonly JsonProblem[] {
  if (attribute.type === 'complex') return checkMembers(attribute.subAttributes, value, path);
  const expected = misfit(attribute, value);
  return expected === undefined ? [] : [problem(path, `${attribute.name} is ${expected}.`)];
}

/** What the value should be instead. */
function misfit({ type }: AttributeInfo, value: JsonValue): string | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'integer':
      return Number.isInteger(value) ? undefined : 'a whole number';
    case 'decimal':
      return typeof value === 'number' ? undefined : 'a number';
    case 'dateTime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
        ? undefined
        : 'a time such as "2026-05-04T14:03:00Z"';
    default:
      return typeof value === 'string' ? undefined : 'a text, in quotes';
  }
}

function problem(path: JsonPath, message: string): JsonProblem {
  return { path, on: 'value', severity: 'error', message };
}
