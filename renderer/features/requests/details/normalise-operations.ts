// The operations of a PATCH message as they were sent, and in the one form that RFC 7644 §3.5.2 gives them: `op` in
// lower case, one path for each operation, paths in one spelling, booleans as booleans.
import { FilterSyntaxError } from '../../../../shared/scim/filter-syntax-error.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/scim/json.ts';
import { parsePatchPath } from '../../../../shared/scim/parse-patch-path.ts';
import { formatValue } from '../../../ui/json-text.ts';
import { printPatchPath } from '../../../../shared/scim/print-filter.ts';

export interface NormalOperation {
  readonly op: string;
  readonly path: string;
  readonly value: JsonValue | undefined;
}

export interface SentOperation {
  readonly sent: JsonObject;
  /** Empty when it already is as it should be. */
  readonly normal: readonly NormalOperation[];
}

export function readOperations(message: JsonValue | undefined): readonly SentOperation[] {
  if (!isJsonObject(message)) return [];
  const operations = message['Operations'] ?? message['operations'];
  if (!Array.isArray(operations)) return [];
  return operations.filter(isJsonObject).map((sent) => {
    const normal = normaliseOperation(sent);
    return { sent, normal: isAsSent(sent, normal) ? [] : normal };
  });
}

function normaliseOperation(sent: JsonObject): readonly NormalOperation[] {
  const op = typeof sent['op'] === 'string' ? sent['op'].toLowerCase() : formatValue(sent['op']);
  const { path, value } = sent;
  if (typeof path === 'string' && path !== '') {
    return [{ op, path: normalisePath(path), value: normaliseValue(path, value) }];
  }
  if (!isJsonObject(value)) return [{ op, path: '', value }];
  return Object.entries(value).flatMap(([name, part]) => spread(op, name, part));
}

/** The attributes of an extension are one operation each. */
function spread(op: string, name: string, part: JsonValue): readonly NormalOperation[] {
  if (name.toLowerCase().startsWith('urn:') && isJsonObject(part)) {
    return Object.entries(part).map(([attribute, value]) => {
      const path = `${name}:${attribute}`;
      return { op, path, value: normaliseValue(path, value) };
    });
  }
  return [{ op, path: normalisePath(name), value: normaliseValue(name, part) }];
}

function normalisePath(path: string): string {
  try {
    return printPatchPath(parsePatchPath(path, { lenient: true }));
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return path;
  }
}

/** Entra: sends `"True"` and `"False"` as strings unless its compliance flag is set. */
function normaliseValue(path: string, value: JsonValue | undefined): JsonValue | undefined {
  const isBoolean = /(?:^|[.:])(?:active|primary)$/i.test(path);
  if (!isBoolean || typeof value !== 'string' || !/^(?:true|false)$/i.test(value)) return value;
  return value.toLowerCase() === 'true';
}

function isAsSent(sent: JsonObject, normal: readonly NormalOperation[]): boolean {
  const [only] = normal;
  if (only === undefined || normal.length > 1) return false;
  return (
    only.op === sent['op'] && only.path === (sent['path'] ?? '') && only.value === sent['value']
  );
}
