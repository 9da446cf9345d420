// The record of an exchange that somebody else has recorded, as if this tenant had taken part: the same meaning, findings
// and masking, and never an effect, because nothing was executed. Its path is told below this tenant's URL, so that it
// reads, filters and replays like any other.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { splitUrl } from '../../../shared/compose/split-url.ts';
import type { HarEntry } from '../../../shared/export/har.ts';
import { findHeader, type HeaderPair } from '../../../shared/export/outgoing-request.ts';
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { tenantPath } from '../../../shared/tenant-path.ts';
import { SCIM_TYPES, ScimError } from '../../scim/scim-error.ts';
import type { Store, TenantRecord } from '../../store/open-store.ts';
import { describeExchange } from './describe-exchange.ts';
import type { Exchange } from './exchange.ts';
import { NO_PEER } from './find-peer.ts';
import { findJsonFault } from './find-json-fault.ts';
import { MAX_DEPTH } from './parse-body.ts';
import { readTarget } from './read-target.ts';
import { MAX_BODY_BYTES } from './receive-body.ts';
import { startStopwatch } from './stopwatch.ts';

export type DescribeForeign = (tenant: TenantRecord, entry: HarEntry) => RequestDetails;

export function createForeignDescriber(store: Store): DescribeForeign {
  return function describeForeign(tenant, entry) {
    const { request, response } = entry;
    const headers = request.headers.map(({ name, value }) => [name, value] as const);
    const { baseUrl } = splitUrl(request.url);
    const text = decodeText(response.content);
    const json = tryParse(text);
    const details = describeExchange(
      { store, isSimulated: () => false },
      {
        exchange: openExchange(store, tenant, entry),
        at: new Date(entry.startedDateTime).toISOString(),
        durationMs: Math.max(0, entry.time),
        phases: [],
        retryOf: null,
        request: toReceived(request.method, headers),
        answer: {
          status: response.status,
          headers: Object.fromEntries(
            response.headers
              .filter(({ name }) => name.toLowerCase() !== 'content-length')
              .map(({ name, value }) => [name, value]),
          ),
          ...(text === '' ? {} : { text }),
          ...(json === undefined ? {} : { json }),
        },
      },
    );
    const note = `Imported, not executed: recorded at ${baseUrl}`;
    return {
      ...details,
      isImported: true,
      note,
      sourceReason: `${details.sourceReason} (imported)`,
    };
  };
}

function openExchange(
  store: Store,
  tenant: TenantRecord,
  { request, response }: HarEntry,
): Exchange {
  const { path } = splitUrl(request.url);
  const bytes = Buffer.from(request.postData?.text ?? '');
  const headers = request.headers.map(({ name, value }) => [name, value] as const);
  const authorization = findHeader(headers, 'authorization');
  const token = authorization?.replace(/^\S+\s+/, '');
  const isTooLarge = bytes.length > MAX_BODY_BYTES;
  return {
    requestId: store.requestLog.nextRequestId(),
    peer: NO_PEER,
    stopwatch: startStopwatch(() => 0),
    target: readTarget(tenantPath(tenant.slug) + path),
    answer: () => undefined,
    body: { bytes: bytes.subarray(0, MAX_BODY_BYTES), size: bytes.length, isTooLarge },
    json: undefined,
    tenant,
    caller: null,
    credential: null,
    presented: token === undefined ? [] : [token],
    tokenProblem: tokenProblemOf(response.status, authorization),
    isTokenRequest: false,
    model: null,
    effects: [],
    error: readError(response.status, tryParse(decodeText(response.content))),
    isFromQueue: false,
    isCut: false,
  };
}

function tokenProblemOf(status: number, authorization: string | undefined) {
  if (status !== 401) return null;
  return authorization === undefined ? 'missing' : 'unknown';
}

function readError(status: number, json: JsonValue | undefined): ScimError | null {
  if (status < 400 || !isJsonObject(json)) return null;
  const { scimType, detail } = json;
  const known = SCIM_TYPES.find((type) => type === scimType);
  const told = typeof detail === 'string' ? detail : '';
  return new ScimError({
    status,
    detail: told,
    ...(known === undefined ? {} : { scimType: known }),
  });
}

function toReceived(method: string, headers: readonly HeaderPair[]) {
  return {
    method,
    rawHeaders: headers.flat(),
    httpVersion: '1.1',
    get: (name: string) => findHeader(headers, name.toLowerCase()),
  };
}

function decodeText({ text = '', encoding }: HarEntry['response']['content']): string {
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}

function tryParse(text: string): JsonValue | undefined {
  if (text.trim() === '' || findJsonFault(text, MAX_DEPTH) !== undefined) return undefined;
  return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
}
