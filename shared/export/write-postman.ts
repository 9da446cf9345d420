// A logged request as an item of a Postman collection, v2.1, its answer as an example.
// @see https://schema.getpostman.com/json/collection/v2.1.0/collection.json
import type { RequestDetails } from '../admin/request-log.ts';
import { type OutgoingOptions, type OutgoingRequest, toOutgoing } from './outgoing-request.ts';
import { statusText } from './status-text.ts';
import { hideBraces } from './write-http-file.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Items are parted by a comma. */
export function postmanHead(name: string): string {
  return `{"info":${JSON.stringify({ name, schema: SCHEMA })},"item":[\n`;
}

export const POSTMAN_TAIL = `\n],"variable":[{"key":"token","value":"","type":"string"}]}\n`;

export function writePostmanItem(request: RequestDetails, options: OutgoingOptions): string {
  const outgoing = writeRequest(toOutgoing(request, options));
  return JSON.stringify({
    name: `${request.id} ${request.sentence}`,
    request: outgoing,
    response: request.status === 0 ? [] : [writeExample(request, outgoing)],
  });
}

/** One request as a collection by itself. */
export function writePostmanCollection(request: OutgoingRequest, name: string): string {
  const item = JSON.stringify({ name, request: writeRequest(request), response: [] });
  return postmanHead(name) + item + POSTMAN_TAIL;
}

function writeRequest({ method, url, headers, authorization, body }: OutgoingRequest) {
  const [base = '', query] = splitOnce(url, '?');
  return {
    method,
    header: headers.map(([key, value]) => ({ key, value })),
    url: {
      raw: url,
      ...readBase(base),
      ...(query === undefined ? {} : { query: readQuery(query) }),
    },
    ...(authorization === null ? {} : { auth: bearer(authorization.token ?? '{{token}}') }),
    ...(body === ''
      ? {}
      : { body: { mode: 'raw', raw: hideBraces(body), options: { raw: { language: 'json' } } } }),
  };
}

function writeExample(request: RequestDetails, originalRequest: object) {
  return {
    name: `${request.status} ${statusText(request.status)}`.trim(),
    originalRequest,
    status: statusText(request.status),
    code: request.status,
    _postman_previewlanguage: 'json',
    header: request.responseHeaders.map(([key, value]) => ({ key, value })),
    cookie: [],
    body: request.responseBody.text,
  };
}

function bearer(token: string) {
  return { type: 'bearer', bearer: [{ key: 'token', value: token, type: 'string' }] };
}

function readBase(base: string) {
  const [, protocol, host = '', port, path = ''] =
    /^(\w+):\/\/(\[[^\]]*\]|[^:/]*)(?::(\d+))?(.*)$/u.exec(base) ?? [];
  if (protocol === undefined) return {};
  return {
    protocol,
    host: [host],
    ...(port === undefined ? {} : { port }),
    path: path.split('/').filter((segment) => segment !== ''),
  };
}

function readQuery(query: string) {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [key = '', value] = splitOnce(pair, '=');
      return { key, value: value ?? null };
    });
}

function splitOnce(text: string, mark: string): readonly (string | undefined)[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
