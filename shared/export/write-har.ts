// A logged request as an entry of a HAR 1.2 file.
import type { RecordedBody, RecordedHeaders, RequestDetails } from '../admin/request-log.ts';
import { statusText } from './status-text.ts';
import { decodeQuery } from './decode-query.ts';
import { findHeader } from './outgoing-request.ts';

const CREATOR = { name: 'SCIM Mock Tenant', version: '1' };

/** Before the first entry; entries are parted by a comma. */
export const HAR_HEAD = `{"log":{"version":"1.2","creator":${JSON.stringify(CREATOR)},"entries":[\n`;
export const HAR_TAIL = '\n]}}\n';

export function writeHarEntry(request: RequestDetails, origin: string): string {
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
  return JSON.stringify({
    startedDateTime: request.at,
    time: request.durationMs,
    request: {
      method: request.method,
      url: origin + target,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(request.requestHeaders),
      queryString: readQuery(request.query),
      ...postData(request),
      headersSize: -1,
      bodySize: request.requestBody.bytes,
    },
    response: {
      status: request.status,
      statusText: statusText(request.status),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toPairs(request.responseHeaders),
      content: {
        size: request.responseBody.bytes,
        mimeType: findHeader(request.responseHeaders, 'content-type') ?? '',
        text: request.responseBody.text,
        ...cutComment(request.responseBody),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: request.responseBody.bytes,
    },
    cache: {},
    timings: { send: 0, wait: request.durationMs, receive: 0 },
    ...(request.connection === null ? {} : { connection: String(request.connection) }),
    comment: request.sentence,
    _scim: describe(request),
  });
}

function describe(request: RequestDetails) {
  const { id, tenant, sentence, operation, source, scimType, findings } = request;
  return { id, tenant, sentence, operation, source, scimType, findings };
}

function postData({ requestBody, requestHeaders }: RequestDetails) {
  if (requestBody.text === '') return {};
  const mimeType = findHeader(requestHeaders, 'content-type') ?? '';
  return { postData: { mimeType, params: [], text: requestBody.text, ...cutComment(requestBody) } };
}

function cutComment({ truncated }: RecordedBody) {
  return truncated ? { comment: 'Cut at the recording limit.' } : {};
}

function toPairs(headers: RecordedHeaders) {
  return headers.map(([name, value]) => ({ name, value }));
}

function readQuery(query: string) {
  return decodeQuery(query).map(([name, value]) => ({ name, value }));
}
