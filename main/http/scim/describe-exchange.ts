// The record of a finished exchange: what was received and sent with its secrets masked, what it meant, who seems to
// have sent it and what it changed.
import type {
  RecordedHeaders,
  RequestDetails,
  RequestSummary,
  Timeline,
} from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { countFindings } from '../../scim/findings/find-findings.ts';
import { deriveMeaning } from '../../scim/meaning/derive-meaning.ts';
import type { Meaning } from '../../scim/meaning/exchange.ts';
import { guessSource, type SourceGuess } from '../../scim/meaning/guess-source.ts';
import type { Answer, Exchange, ScimAppDependencies } from './exchange.ts';
import { judgeExchange } from './judge-exchange.ts';
import { maskQuery } from './mask-query.ts';
import { findSecrets } from './find-secrets.ts';
import { maskBody } from './mask-body.ts';
import { maskCredentials, maskHeaders } from './mask-secrets.ts';
import { recordBody } from './record-body.ts';
import { secretNamesOf } from './secret-names.ts';
import { tryParse } from './try-parse.ts';

/** What is recorded of the request itself. */
interface ReceivedHead {
  readonly method: string;
  readonly rawHeaders: readonly string[];
  readonly httpVersion: string;
  readonly get: (name: string) => string | undefined;
}

interface FinishedExchange {
  readonly exchange: Exchange;
  /** Instant of arrival. */
  readonly at: string;
  readonly durationMs: number;
  readonly phases: Timeline['phases'];
  /** Id of the failed attempt that this one repeats. */
  readonly retryOf: number | null;
  readonly request: ReceivedHead;
  /** Status 0: none was sent. */
  readonly answer: Answer;
}

export function describeExchange(
  dependencies: Pick<ScimAppDependencies, 'store' | 'isSimulated'>,
  received: FinishedExchange,
): RequestDetails {
  const finished = withoutSecretFilter(received);
  const { exchange, request, answer } = finished;
  const { target, body } = exchange;
  const tenant = exchange.tenant?.slug ?? null;
  const requestText = body.bytes.toString('utf8');
  const requestJson = exchange.json ?? tryParse(requestText);
  const secrets = findSecrets(dependencies, exchange, { requestText, requestJson });
  const hide = (text: string) => maskCredentials(text, secrets);
  const { source, reason } = sourceOf(dependencies, finished, requestJson);
  const sentText = request.method === 'HEAD' ? '' : (answer.text ?? '');
  const requestHeaders = hideIn(maskHeaders(request.rawHeaders), hide);
  const responseHeaders = hideIn(sentHeaders(answer), hide);
  const findingList = judgeExchange(dependencies, {
    ...received,
    method: request.method,
    requestText,
    requestJson,
    requestHeaders,
    responseHeaders,
    hide,
  });
  const meaning = hideInMeaning(describeMeaning(dependencies, finished, requestJson), hide);
  const { requestLog } = dependencies.store;
  const limits = requestLog.limits();
  const names = secretNamesOf(dependencies, exchange);
  const sentBytes = Buffer.byteLength(sentText);
  return {
    id: exchange.requestId,
    tenant,
    at: finished.at,
    durationMs: finished.durationMs,
    method: request.method,
    path: hide(target.rawPath),
    query: hide(target.rawQuery),
    status: answer.status,
    scimType: exchange.error?.scimType ?? null,
    ...meaning,
    source,
    sourceReason: reason,
    tokenName: exchange.credential?.name ?? null,
    requestBytes: body.size,
    responseBytes: sentBytes,
    findings: countFindings(findingList),
    ...describeClient(finished, hide),
    isFirst: requestLog.isFirstOn({ tenant, ...meaning }),
    retryOf: finished.retryOf,
    ...UNTOUCHED,
    requestHeaders,
    requestBody: recordBody(hide(maskBody(requestText, requestJson, names)), body, limits),
    responseHeaders,
    responseBody: recordBody(hide(sentText), { size: sentBytes, isTooLarge: false }, limits),
    effects: [...exchange.effects],
    findingList,
    timeline: { phases: finished.phases, gapMs: null },
  };
}

/** It has just come: nobody has put anything on it, and no log entry names it yet. */
export const UNTOUCHED = {
  isImported: false,
  isPinned: false,
  note: null,
  colour: null,
  jobId: null,
  cycleId: null,
};

/** In the order in which they are believed. */
const REQUEST_ID_HEADERS = [
  'client-request-id',
  'x-ms-client-request-id',
  'x-request-id',
  'request-id',
  'x-correlation-id',
] as const;

function describeClient({ exchange, request }: FinishedExchange, hide: (text: string) => string) {
  const [requestId = entraActivityId(request)] = REQUEST_ID_HEADERS.flatMap(
    (name) => request.get(name) ?? [],
  );
  const userAgent = request.get('user-agent');
  return {
    ...exchange.peer,
    httpVersion: request.httpVersion,
    userAgent: userAgent === undefined ? null : hide(userAgent),
    clientRequestId: requestId === undefined ? null : hide(requestId),
  };
}

/** Entra: its own header carries a date and an id of the request. */
function entraActivityId(request: ReceivedHead): string | undefined {
  return /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(request.get('adscimversion') ?? '')?.[0];
}

function withoutSecretFilter({ exchange, ...finished }: FinishedExchange): FinishedExchange {
  return { ...finished, exchange: { ...exchange, target: maskQuery(exchange.target) } };
}

function hideInMeaning(meaning: Meaning, hide: (text: string) => string): Meaning {
  return {
    ...meaning,
    sentence: hide(meaning.sentence),
    resourceId: meaning.resourceId && hide(meaning.resourceId),
    resourceName: meaning.resourceName && hide(meaning.resourceName),
  };
}

function hideIn(headers: RecordedHeaders, hide: (text: string) => string): RecordedHeaders {
  return headers.map(([name, value]) => [name, hide(value)]);
}

/** The part of a record that lists and the live feed show. */
export function summaryOf(details: RequestDetails): RequestSummary {
  const {
    requestHeaders: _requestHeaders,
    requestBody: _requestBody,
    responseHeaders: _responseHeaders,
    responseBody: _responseBody,
    effects: _effects,
    findingList: _findingList,
    sourceReason: _sourceReason,
    timeline: _timeline,
    ...summary
  } = details;
  return summary;
}

/** The simulator sends what Entra sends: only the id of the request tells them apart. */
function sourceOf(
  { isSimulated }: Pick<ScimAppDependencies, 'isSimulated'>,
  finished: FinishedExchange,
  body: JsonValue | undefined,
): SourceGuess {
  const id = entraActivityId(finished.request);
  if (id === undefined || !isSimulated(id)) return guessFrom(finished, body);
  return {
    source: 'simulator',
    reason: 'The Entra simulator of this app, by the id of the request',
  };
}

function guessFrom({ exchange, request }: FinishedExchange, body: JsonValue | undefined) {
  return guessSource({
    headers: maskHeaders(request.rawHeaders),
    query: exchange.target.rawQuery,
    path: exchange.target.rawPath,
    body,
  });
}

function describeMeaning(
  { store }: Pick<ScimAppDependencies, 'store'>,
  { exchange, request, answer }: FinishedExchange,
  requestBody: JsonValue | undefined,
) {
  const { target, tenant, error } = exchange;
  const meaning = deriveMeaning({
    method: request.method,
    // Below a tenant that does not exist no path means anything.
    path: tenant === null ? null : target.path,
    query: target.query,
    requestBody,
    requestBytes: exchange.body.size,
    status: answer.status,
    scimType: error?.scimType ?? null,
    tokenProblem: exchange.tokenProblem,
    isTokenRequest: exchange.isTokenRequest,
    isCut: exchange.isCut,
    errorDetail: error?.detail ?? null,
    responseBody: answer.json,
    effects: exchange.effects,
    resourceTypes: tenant === null ? [] : store.schemas.schemasOf(tenant.id).resourceTypes,
    findName: (id) => tenant && (store.resources.findReference(tenant.id, id)?.name ?? null),
  });
  if (!exchange.isFromQueue) return meaning;
  return { ...meaning, sentence: `${meaning.sentence} (queued answer)` };
}

/** Without those that Node adds by itself, such as Date. */
function sentHeaders({ status, headers, text }: Answer): RecordedHeaders {
  if (status === 0) return [];
  const length = text === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(text)) };
  return Object.entries({ ...headers, ...length });
}
