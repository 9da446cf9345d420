// A logged request as what a test expects of the next one like it: the call of the test kit, with what such a request has
// again. Ids that a server gave are left out.
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../scim/json.ts';
import type { RequestDetails } from '../admin/request-log.ts';

export function writeExpectation(request: RequestDetails): string {
  const text = JSON.stringify(toMatcher(request), null, 2);
  // A name that needs no quotes has none: within strings there are no line ends.
  return `await tenant.expectRequest(${text.replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')});`;
}

/** As `RequestMatcher` of the verification API has it. */
function toMatcher({
  operation,
  method,
  path,
  status,
  scimType,
  resourceId,
  resourceName,
  requestBody,
}: RequestDetails): JsonObject {
  const body = requestBody.truncated ? undefined : readBody(requestBody.text);
  return {
    operation,
    method,
    path: belowBase(path, resourceId),
    ...(resourceName !== null && { resourceName }),
    status,
    ...(scimType !== null && { scimType }),
    ...(body !== undefined && { body }),
  };
}

/** Below the tenant's base URL, with `*` for the id of a resource. */
function belowBase(path: string, resourceId: string | null): string {
  const below = path.replace(/^\/+(?:t\/+[^/]+\/+)?scim(?:\/+v2)?(?=\/)/i, '');
  if (resourceId === null) return below;
  const id = encodeURIComponent(resourceId);
  return below
    .split('/')
    .map((part) => (part === resourceId || part === id ? '*' : part))
    .join('/');
}

/** What a client says of itself by `schemas` and `meta` is no part of what it means; a secret was masked when it was logged. */
function readBody(text: string): JsonValue | undefined {
  let body: JsonValue;
  try {
    body = JSON.parse(text) as JsonValue; // whatever JSON.parse returns is JSON
  } catch {
    return undefined; // nothing that could be compared
  }
  if (isJsonArray(body) || !isJsonObject(body)) return body;
  const kept = Object.entries(body).filter(
    ([name, value]) => !['schemas', 'meta'].includes(name) && !MASKED.test(JSON.stringify(value)),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const MASKED = /•{2}/;
