// A ListResponse as rows and columns to look over. @see RFC 7644 §3.4.2
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/scim/json.ts';

export interface ListResponseView {
  readonly totalResults: number;
  readonly startIndex: number | null;
  readonly itemsPerPage: number | null;
  readonly columns: readonly string[];
  readonly resources: readonly JsonObject[];
}

const FIRST_COLUMNS = ['id', 'userName', 'displayName', 'name', 'externalId', 'active'];
const MOST_COLUMNS = 6;
const LOOKED_AT = 50;

export function readListResponse(body: JsonValue | undefined): ListResponseView | undefined {
  if (!isJsonObject(body) || typeof body['totalResults'] !== 'number') return undefined;
  const given = body['Resources'] ?? [];
  const resources = Array.isArray(given) ? given.filter(isJsonObject) : [];
  return {
    totalResults: body['totalResults'],
    startIndex: readNumber(body['startIndex']),
    itemsPerPage: readNumber(body['itemsPerPage']),
    columns: pickColumns(resources),
    resources,
  };
}

/** Plain values that tell resources apart, the usual ones first. */
function pickColumns(resources: readonly JsonObject[]): readonly string[] {
  const plain = new Set<string>();
  for (const resource of resources.slice(0, LOOKED_AT)) {
    for (const [name, value] of Object.entries(resource)) {
      if (typeof value !== 'object') plain.add(name);
    }
  }
  const others = [...plain].filter((name) => !FIRST_COLUMNS.includes(name));
  return [...FIRST_COLUMNS.filter((name) => plain.has(name)), ...others].slice(0, MOST_COLUMNS);
}

function readNumber(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
