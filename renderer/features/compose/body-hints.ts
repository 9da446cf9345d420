// What the schema says to somebody who writes the body of a request: a resource for POST and PUT, a PatchOp for PATCH.
// It is advice: what is wrong on purpose is sent all the same.
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { JsonHints, JsonPath, JsonProblem } from '../../ui/json-hints.ts';
import { isList } from '../resources/read-resource.ts';
import { createSchemaHints } from '../resources/schema-hints.ts';
import { findAttribute, flattenAttributes, type TypeSchema } from '../resources/schema-model.ts';
import { endpointOf } from './path-suggestions.ts';

interface Place {
  readonly method: string;
  readonly path: string;
}

/** Undefined where the body is no resource or PatchOp of these types. */
export function hintsForBody(
  schemas: readonly TypeSchema[],
  { method, path }: Place,
): JsonHints | undefined {
  const endpoint = endpointOf(
    path,
    schemas.map((schema) => schema.endpoint),
  );
  const schema = schemas.find((one) => one.endpoint === endpoint);
  if (schema === undefined || path.includes('/.search')) return undefined;
  if (method === 'POST' || method === 'PUT') return createSchemaHints(schema);
  return method === 'PATCH' ? patchHints(schema) : undefined;
}

const OPS = ['add', 'replace', 'remove'];

function patchHints(schema: TypeSchema): JsonHints {
  const paths = flattenAttributes(schema).filter(({ isReadOnly }) => !isReadOnly);
  return {
    namesAt(path) {
      if (path.length === 0) return [named('schemas', 'PatchOp'), named('Operations', 'several')];
      return isOperation(path)
        ? [named('op', OPS.join(', ')), named('path', 'attribute path'), named('value', 'any JSON')]
        : [];
    },
    valuesAt(path) {
      if (!isOperation(path.slice(0, -1))) return [];
      const name = path.at(-1);
      if (name === 'op') return OPS;
      return name === 'path' ? paths.map((attribute) => attribute.path) : [];
    },
    findProblems: (document) => findProblems(schema, document),
  };
}

function named(name: string, detail: string) {
  return { name, detail };
}

function isOperation(path: JsonPath): boolean {
  return path.length === 2 && path[0] === 'Operations';
}

function findProblems(schema: TypeSchema, document: JsonValue): readonly JsonProblem[] {
  if (!isJsonObject(document)) return [];
  const operations = document['Operations'];
  if (!isList(operations)) {
    const message = 'A PATCH has a list Operations (RFC 7644 §3.5.2).';
    return [{ path: [], on: 'value', severity: 'error', message }];
  }
  return operations.flatMap((operation, index) => {
    const at = ['Operations', index];
    return [...checkOp(operation, at), ...checkPath(schema, operation, at)];
  });
}

function checkOp(operation: JsonValue, at: JsonPath): readonly JsonProblem[] {
  const op = isJsonObject(operation) ? operation['op'] : undefined;
  if (typeof op === 'string' && OPS.includes(op)) return [];
  const path = op === undefined ? at : [...at, 'op'];
  const isSpelt = typeof op === 'string' && OPS.includes(op.toLowerCase());
  return isSpelt
    ? [
        {
          path,
          on: 'value',
          severity: 'warning',
          message: `The RFC spells it ${op.toLowerCase()}.`,
        },
      ]
    : [{ path, on: 'value', severity: 'error', message: 'op is add, replace or remove.' }];
}

function checkPath(schema: TypeSchema, operation: JsonValue, at: JsonPath): readonly JsonProblem[] {
  if (!isJsonObject(operation)) return [];
  const { op, path } = operation;
  if (path === undefined) {
    const isRemove = typeof op === 'string' && op.toLowerCase() === 'remove';
    const message = 'remove needs a path (RFC 7644 §3.5.2.2).';
    return isRemove ? [{ path: at, on: 'value', severity: 'error', message }] : [];
  }
  const place = [...at, 'path'];
  if (typeof path !== 'string') {
    return [{ path: place, on: 'value', severity: 'error', message: 'path is a text.' }];
  }
  const plain = path.replace(/\[[^\]]*\]/, '');
  const isKnown =
    findAttribute(schema, plain) !== undefined || schema.parts.some(({ urn }) => urn === plain);
  const message = `No schema has the attribute ${plain}.`;
  return isKnown ? [] : [{ path: place, on: 'value', severity: 'warning', message }];
}
