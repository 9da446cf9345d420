// Requests out of whatever text somebody has: curl commands, a HAR file, a `.http` file or a Postman collection.
import { z } from 'zod';
import type { ComposedRequest } from '../admin/compose.ts';
import { HarEntry } from '../export/har.ts';
import { findHeader, type HeaderPair } from '../export/outgoing-request.ts';
import type { ImportedRequest } from './imported-request.ts';
import { readCurl } from './read-curl.ts';
import { readHttpFile } from './read-http-file.ts';
import { PostmanCollection, readPostman } from './read-postman.ts';
import { splitUrl } from './split-url.ts';

export type ReadRequests =
  | { readonly kind: 'read'; readonly from: string; readonly requests: readonly ImportedRequest[] }
  | { readonly kind: 'unread'; readonly reason: string };

const Har = z.object({ log: z.object({ entries: z.array(HarEntry) }) });

export function readRequests(text: string): ReadRequests {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return readJsonFile(trimmed);
  const first = text.split('\n').find((line) => /^\s*[^\s#]/u.test(line)) ?? '';
  if (/\bcurl(?:\.exe)?\s/u.test(first)) return found('cURL', readCurl(text));
  return found('.http', readHttpFile(text));
}

function readJsonFile(text: string): ReadRequests {
  const json = parse(text);
  if (json === undefined) return { kind: 'unread', reason: 'The JSON of the file is broken.' };
  const postman = PostmanCollection.safeParse(json);
  if (postman.success) return found('Postman', readPostman(postman.data));
  const har = Har.safeParse(json);
  if (har.success) return found('HAR', har.data.log.entries.map(readEntry));
  const [issue] = har.error.issues;
  const reason = `It is neither a Postman collection nor a HAR file: ${issue?.path.join('.')} ${issue?.message}.`;
  return { kind: 'unread', reason };
}

function found(from: string, requests: readonly ImportedRequest[]): ReadRequests {
  if (requests.length > 0) return { kind: 'read', from, requests };
  return { kind: 'unread', reason: 'No request was found in it.' };
}

function readEntry({ request }: HarEntry): ImportedRequest {
  return {
    name: splitUrl(request.url).path || request.url,
    method: request.method,
    url: request.url,
    headers: request.headers.map(({ name, value }) => [name, value]),
    body: request.postData?.text ?? '',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Headers that the sender sets, or that belong to HTTP/2. */
const NOT_SENT =
  /^(?:host|content-length|connection|accept-encoding|transfer-encoding|keep-alive|te|upgrade|:.*)$/iu;
const VARIABLE = /^(?:\$\{?\w+\}?|%\w+%|\{\{[^}]*\}\}|\[hidden\]|•.*|)$/u;

/** As it is composed: a URL below one of our tenants goes to that tenant, with its own token. */
export function toComposed(
  imported: ImportedRequest,
  tenants: readonly { readonly slug: string; readonly url: string }[],
): ComposedRequest {
  const { method, url, headers, body } = imported;
  const ours = tenants.find((tenant) =>
    new RegExp(`^${escape(tenant.url)}(?=[/?#]|$)`, 'iu').test(url),
  );
  const token = readToken(headers);
  const isVariable = token !== undefined && VARIABLE.test(token);
  const kept = headers.filter(([name]) => !NOT_SENT.test(name));
  const others = kept.filter(([name]) => name.toLowerCase() !== 'authorization');
  const request = {
    method: method.toUpperCase(),
    headers: (token === undefined ? kept : others).map(([name, value]): [string, string] => [
      name,
      value,
    ]),
    body,
  };
  if (ours !== undefined) {
    return {
      ...request,
      target: { kind: 'tenant', tenant: ours.slug },
      path: url.slice(ours.url.length),
    };
  }
  const { baseUrl, path } = splitUrl(url);
  const target = { kind: 'url', baseUrl, token: isVariable ? null : (token ?? null) } as const;
  return { ...request, target, path };
}

/** Of a bearer token; other schemes stay a header. */
function readToken(headers: readonly HeaderPair[]): string | undefined {
  return /^Bearer\s*(.*)$/isu.exec(findHeader(headers, 'authorization') ?? '')?.[1];
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}
