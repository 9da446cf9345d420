// What a request line asks for: which tenant, which path below its base URL, which query parameters.
// Lenient where clients are known to differ: `/scim` for `/scim/v2`, trailing and doubled slashes, names in any case.
// Express 5 parses `req.query` anew at each access and knows `a[b]`; a SCIM query is read here, once (RFC 7644 §3.4.2):
// `+` is a space, percent-decoded once, a name without value is a flag, of a repeated name the first counts.
import { DEFAULT_TENANT_SLUG } from '../../../shared/tenant-path.ts';
import { invalidFilter, invalidSyntax, type ScimError } from '../../scim/scim-error.ts';

export type QueryPair = readonly [name: string, value: string];

export interface ScimTarget {
  /** As received: path without the query, query without its `?`. */
  readonly rawPath: string;
  readonly rawQuery: string;
  /** Slug of the tenant that the path names; null outside of every base URL. */
  readonly tenantSlug: string | null;
  /** Below the tenant's base URL, decoded, such as `/Users/2f9`; null outside of every base URL. */
  readonly path: string | null;
  /** The same, still percent-encoded: what the routes match. */
  readonly encodedPath: string;
  readonly query: readonly QueryPair[];
  /** Percent-encoding that cannot be read. */
  readonly problem: ScimError | undefined;
}

/** Reads a request target in origin or absolute form. Never throws: what is wrong with it is its `problem`. */
export function readTarget(rawTarget: string): ScimTarget {
  const { rawPath, rawQuery } = splitTarget(rawTarget);
  const unglued = unglue(rawPath, rawQuery);
  const place = findBase(unglued.path.split('/').filter((segment) => segment !== ''));
  const query = readQuery(unglued.query);
  const path = place === undefined ? '' : decode(place.path);
  const problem =
    path === undefined ? invalidSyntax('The path is not valid percent-encoding') : query.problem;
  return {
    rawPath,
    rawQuery,
    tenantSlug: place?.tenantSlug ?? null,
    path: place === undefined ? null : (path ?? place.path),
    encodedPath: place?.path ?? rawPath,
    query: query.pairs,
    problem,
  };
}

/** The first value of a query parameter, by its name in any case. */
export function queryValue(query: readonly QueryPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return query.find(([given]) => given.toLowerCase() === wanted)?.[1];
}

function splitTarget(rawTarget: string): { rawPath: string; rawQuery: string } {
  const target = rawTarget.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = target.indexOf('?');
  if (mark < 0) return { rawPath: target, rawQuery: '' };
  return { rawPath: target.slice(0, mark), rawQuery: target.slice(mark + 1) };
}

// Entra: the flag belongs to the tenant URL, and some clients append paths to that as text:
// `/scim/?aadOptscim062020/Users?filter=…` is `/scim/Users?aadOptscim062020&filter=…`.
const GLUED =
  /^(aadOptscim062020|AzureAdScimPatch062020|AzureAdScimPatch2017)(\/[^?&=]*)(?:[?&](.*))?$/i;

function unglue(path: string, query: string): { path: string; query: string } {
  const [, flag, tail, rest] = GLUED.exec(query) ?? [];
  if (flag === undefined || tail === undefined) return { path, query };
  return { path: `${path}${tail}`, query: rest === undefined ? flag : `${flag}&${rest}` };
}

interface Place {
  readonly tenantSlug: string;
  readonly path: string;
}

function findBase(segments: readonly string[]): Place | undefined {
  const [first, second, third] = segments;
  if (isName(first, 'scim')) return placeBelow(DEFAULT_TENANT_SLUG, segments.slice(1));
  if (!isName(first, 't') || second === undefined || !isName(third, 'scim')) return undefined;
  return placeBelow(decode(second) ?? second, segments.slice(3));
}

function placeBelow(tenantSlug: string, segments: readonly string[]): Place {
  const below = isName(segments[0], 'v2') ? segments.slice(1) : segments;
  return { tenantSlug, path: `/${below.join('/')}` };
}

function isName(segment: string | undefined, name: string): boolean {
  return segment?.toLowerCase() === name;
}

function readQuery(rawQuery: string): {
  pairs: readonly QueryPair[];
  problem: ScimError | undefined;
} {
  const pairs: QueryPair[] = [];
  for (const part of rawQuery.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const rawName = equals < 0 ? part : part.slice(0, equals);
    const name = decode(rawName.replaceAll('+', ' '));
    const value = equals < 0 ? '' : decode(part.slice(equals + 1).replaceAll('+', ' '));
    if (name === undefined || value === undefined) return { pairs, problem: badQuery(rawName) };
    pairs.push([name, value]);
  }
  return { pairs, problem: undefined };
}

function badQuery(name: string): ScimError {
  const detail = `Query parameter '${name}' is not valid percent-encoding`;
  return name.toLowerCase() === 'filter' ? invalidFilter(detail) : invalidSyntax(detail);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
