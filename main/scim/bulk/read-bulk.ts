// The BulkRequest message: what is wrong with the message as a whole is thrown, what is wrong with one operation stays
// with that operation, since the others go on. @see RFC 7644 §3.7
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { checkJsonObject, kindOf, quote } from '../resource/check-json.ts';
import { invalidSyntax, invalidValue, payloadTooLarge, ScimError } from '../scim-error.ts';

export const BULK_REQUEST_URN = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
export const BULK_RESPONSE_URN = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type BulkMethod = (typeof METHODS)[number];

/** One operation as it was sent, its place in the message known. */
export interface BulkOperation {
  readonly kind: 'operation';
  readonly index: number;
  readonly method: BulkMethod;
  readonly path: string;
  readonly bulkId: string | undefined;
  /** Taken for an If-Match header. */
  readonly version: string | undefined;
  /** Of a DELETE nothing is read. */
  readonly data: JsonValue | undefined;
}

/** An operation that says too little to be carried out. */
export interface UnreadableOperation {
  readonly kind: 'unreadable';
  readonly index: number;
  readonly method: string | undefined;
  readonly bulkId: string | undefined;
  readonly error: ScimError;
}

export type ReadBulkOperation = BulkOperation | UnreadableOperation;

export interface BulkRequest {
  /** The number of errors that ends the request. */
  readonly failOnErrors: number;
  readonly operations: readonly ReadBulkOperation[];
}

/** Throws `invalidSyntax`, `invalidValue`, and `payloadTooLarge` beyond the profile's number of operations. */
export function readBulk(body: JsonValue, profile: Profile): BulkRequest {
  const message = checkJsonObject(body);
  checkSchemas(member(message, 'schemas'), profile);
  const operations = member(message, 'Operations');
  if (!isJsonArray(operations)) throw invalidSyntax('Operations must be an array');
  checkNumber(operations.length, profile);
  const ids = new Set<string>();
  return {
    failOnErrors: readFailOnErrors(member(message, 'failOnErrors')),
    operations: operations.map((operation, index) => readOperation(operation, index, ids)),
  };
}

function checkSchemas(schemas: JsonValue | undefined, { missingSchemas }: Profile): void {
  const urns = isJsonArray(schemas) ? schemas : [];
  if (urns.length === 0 && missingSchemas === 'accept') return;
  const wanted = BULK_REQUEST_URN.toLowerCase();
  if (urns.some((urn) => typeof urn === 'string' && urn.toLowerCase() === wanted)) return;
  throw invalidSyntax(`schemas of a Bulk request must hold "${BULK_REQUEST_URN}"`);
}

/** @see RFC 7644 §3.7.4 */
function checkNumber(found: number, { maxBulkOperations: allowed }: Profile): void {
  if (found <= allowed) return;
  throw payloadTooLarge(`${found} operations are more than maxOperations allows (${allowed})`);
}

function readFailOnErrors(value: JsonValue | undefined): number {
  if (value === undefined) return Infinity;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw invalidValue('failOnErrors must be a whole number greater than 0');
}

function readOperation(operation: JsonValue, index: number, ids: Set<string>): ReadBulkOperation {
  const told = isJsonObject(operation) ? operation : {};
  try {
    if (!isJsonObject(operation)) {
      throw invalidSyntax(`must be an object, not ${kindOf(operation)}`);
    }
    return { kind: 'operation', index, ...readMembers(operation, ids) };
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    const [method, bulkId] = [member(told, 'method'), member(told, 'bulkId')];
    return {
      kind: 'unreadable',
      index,
      method: typeof method === 'string' ? method.slice(0, 20) : undefined,
      bulkId: typeof bulkId === 'string' ? bulkId : undefined,
      error,
    };
  }
}

function readMembers(operation: JsonObject, ids: Set<string>) {
  const method = readMethod(operation);
  const bulkId = readText(operation, 'bulkId');
  if (method === 'POST') claimId(bulkId, ids);
  const path = readText(operation, 'path');
  if (path === undefined || path === '') throw invalidSyntax('path is missing');
  const data = method === 'DELETE' ? undefined : member(operation, 'data');
  if (method !== 'DELETE' && data === undefined) throw invalidSyntax('data is missing');
  return { method, bulkId, path, data, version: readText(operation, 'version') };
}

function readMethod(operation: JsonObject): BulkMethod {
  const sent = readText(operation, 'method');
  if (sent === undefined) throw invalidSyntax('method is missing');
  const method = METHODS.find((known) => known === sent.toUpperCase());
  if (method !== undefined) return method;
  throw invalidSyntax(`method ${quote(sent)} is none of ${METHODS.join(', ')}`);
}

/** @see RFC 7644 §3.7.2 */
function claimId(bulkId: string | undefined, ids: Set<string>): void {
  if (bulkId === undefined || bulkId === '')
    throw invalidSyntax('bulkId is missing, POST needs it');
  if (ids.has(bulkId))
    throw invalidValue(`bulkId ${quote(bulkId)} is that of an earlier operation`);
  ids.add(bulkId);
}

function readText(operation: JsonObject, name: string): string | undefined {
  const value = member(operation, name);
  if (value === undefined || typeof value === 'string') return value;
  throw invalidSyntax(`${name} must be a string, not ${kindOf(value)}`);
}

/** Names of members have no case, null is the same as absent. @see RFC 7643 §2.1 and §2.5 */
function member(holder: JsonObject, name: string): JsonValue | undefined {
  const wanted = name.toLowerCase();
  const entry = Object.entries(holder).find(([key]) => key.toLowerCase() === wanted);
  return entry?.[1] ?? undefined;
}
