// The body of a POST to `/.search`. @see RFC 7644 §3.4.3, RFC 9865 §3
import { isJsonArray, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { checkJsonObject, kindOf } from '../resource/check-json.ts';
import { invalidSyntax, invalidValue } from '../scim-error.ts';
import { SEARCH_REQUEST_URN } from '../schema/urns.ts';
import type { QueryRequest } from './query-request.ts';

/**
 * Names of members have no case, null is the same as absent, unknown members mean nothing. Throws `invalidSyntax` for
 * another message than a SearchRequest, and `invalidValue` for a member of the wrong type.
 */
export function readSearchRequest(body: JsonValue): QueryRequest {
  const message = checkJsonObject(body);
  checkSchemas(member(message, 'schemas'));
  return {
    filter: readText(message, 'filter'),
    sortBy: readText(message, 'sortBy'),
    sortOrder: readText(message, 'sortOrder'),
    startIndex: readNumber(message, 'startIndex'),
    count: readNumber(message, 'count'),
    cursor: readText(message, 'cursor'),
    projection: {
      attributes: readNames(message, 'attributes'),
      excludedAttributes: readNames(message, 'excludedAttributes'),
    },
  };
}

function checkSchemas(schemas: JsonValue | undefined): void {
  const wanted = SEARCH_REQUEST_URN.toLowerCase();
  const urns = isJsonArray(schemas) ? schemas : [];
  if (urns.some((urn) => typeof urn === 'string' && urn.toLowerCase() === wanted)) return;
  throw invalidSyntax(`schemas of a search must hold "${SEARCH_REQUEST_URN}"`);
}

function readText(message: JsonObject, name: string): string | undefined {
  const value = member(message, name);
  if (value === undefined || typeof value === 'string') return value;
  throw invalidValue(`${name} must be a string, not ${kindOf(value)}`);
}

/** Text goes on as it is: whether it is a number is asked where a URL's parameter is. */
function readNumber(message: JsonObject, name: string): string | number | undefined {
  const value = member(message, name);
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value;
  throw invalidValue(`${name} must be an integer, not ${kindOf(value)}`);
}

/** A list of names as the RFC has it, or one text of them as in a URL. */
function readNames(message: JsonObject, name: string): readonly string[] {
  const value = member(message, name) ?? [];
  const names = isJsonArray(value) ? value : [value];
  return names.flatMap((each, index) => {
    if (typeof each === 'string') return splitNames(each);
    const place = isJsonArray(value) ? `${name}[${index}]` : name;
    throw invalidValue(`${place} must be a string, not ${kindOf(each)}`);
  });
}

/** Names of attributes as a URL lists them. @see RFC 7644 §3.4.2.5 */
export function splitNames(list = ''): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function member(message: JsonObject, name: string): JsonValue | undefined {
  const wanted = name.toLowerCase();
  const found = Object.entries(message).find(([given]) => given.toLowerCase() === wanted)?.[1];
  return found ?? undefined;
}
