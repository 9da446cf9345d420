// Exchanges for the tests of the linter: clean unless told otherwise, with what differs said in short.
import { findFindings } from '../../../main/scim/findings/find-findings.ts';
import type { JudgedExchange } from '../../../main/scim/findings/judged-exchange.ts';
import { resourceModels } from '../../../main/scim/schema/resource-models.ts';
import type { Finding } from '../../../shared/admin/finding.ts';
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';

export interface ExchangeInit {
  readonly method?: string;
  /** Below the base, with its query as it stands on the wire. */
  readonly path?: string;
  /** Before the path; empty for what lies outside of every tenant. */
  readonly base?: string;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: JsonValue;
  /** Replaces the usual ones; empty text leaves a header out. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly answer?: JsonValue;
  readonly answerHeaders?: Readonly<Record<string, string>>;
  readonly durationMs?: number;
  readonly effects?: readonly Effect[];
  readonly isTruncated?: boolean;
  readonly isAnswerTruncated?: boolean;
}

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

const BASE = '/scim/v2';

export function judge(init: ExchangeInit): readonly Finding[] {
  return findFindings(buildExchange(init));
}

export function ruleIds(init: ExchangeInit): readonly string[] {
  return [...new Set(judge(init).map(({ ruleId }) => ruleId))];
}

export function buildExchange(init: ExchangeInit): JudgedExchange {
  const { method = 'GET', path = '/Users/2f9', base = BASE, status = 200 } = init;
  const [pathname = '', ...rest] = path.split('?');
  const rawQuery = rest.join('?');
  const requestText = toText(init.body);
  const answerText = toText(init.answer);
  const effects = init.effects;
  return {
    method,
    rawPath: base + pathname,
    rawQuery,
    path: base === '' ? null : pathname,
    query: [...new URLSearchParams(rawQuery)],
    requestHeaders: toHeaders({
      Host: 'scim.test',
      Authorization: 'Bearer ••••abcd',
      Accept: 'application/scim+json',
      'User-Agent': 'test',
      ...(requestText !== '' && { 'Content-Type': 'application/scim+json; charset=utf-8' }),
      ...init.headers,
    }),
    requestBody: {
      text: requestText,
      json: parse(requestText),
      isTruncated: init.isTruncated === true,
    },
    status,
    durationMs: 3,
    responseHeaders: toHeaders({
      ...(answerText !== '' && { 'Content-Type': 'application/scim+json; charset=utf-8' }),
      ...init.answerHeaders,
    }),
    responseBody: {
      text: answerText,
      json: parse(answerText),
      isTruncated: init.isAnswerTruncated === true,
    },
    models: resourceModels,
    ...(init.durationMs !== undefined && { durationMs: init.durationMs }),
    ...(effects !== undefined && { effects }),
  };
}

function toText(body: JsonValue | undefined): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch {
    return undefined; // no JSON: the rules have to live with it
  }
}

function toHeaders(headers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(headers).filter(([, value]) => value !== '');
}

/** A user as a service provider answers with it. */
export function answeredUser(more: { readonly [name: string]: JsonValue } = {}) {
  return {
    schemas: [USER],
    id: '2f9',
    userName: 'ada@contoso.test',
    meta: { resourceType: 'User', location: 'https://scim.test/scim/v2/Users/2f9' },
    ...more,
  };
}

export function listOf(
  resources: readonly JsonValue[],
  more: { readonly [name: string]: JsonValue } = {},
) {
  return {
    schemas: [LIST],
    totalResults: resources.length,
    itemsPerPage: resources.length,
    startIndex: 1,
    Resources: resources,
    ...more,
  };
}

export function createUser(more: { readonly [name: string]: JsonValue } = {}): ExchangeInit {
  return {
    method: 'POST',
    path: '/Users',
    body: { schemas: [USER], userName: 'ada@contoso.test', ...more },
    status: 201,
    answer: answeredUser(),
    answerHeaders: { Location: 'https://scim.test/scim/v2/Users/2f9' },
  };
}

export function patch(...operations: readonly JsonValue[]): ExchangeInit {
  return {
    method: 'PATCH',
    path: '/Users/2f9',
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: operations,
    },
    status: 204,
  };
}

export function bulk(...operations: readonly JsonValue[]): ExchangeInit {
  return {
    method: 'POST',
    path: '/Bulk',
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: operations,
    },
    answer: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
      Operations: [],
    },
  };
}

export function query(parameters: string, answer: JsonValue = listOf([])): ExchangeInit {
  return { path: `/Users?${parameters}`, answer };
}

export function find(filter: string, answer: JsonValue = listOf([])): ExchangeInit {
  return query(`filter=${encodeURIComponent(filter)}`, answer);
}

export function refusal(status: number, more: { readonly [name: string]: JsonValue } = {}) {
  return {
    status,
    answer: { schemas: [ERROR], status: String(status), detail: 'It is so', ...more },
  };
}

export function effect(
  action: Effect['action'],
  before: { readonly [name: string]: JsonValue } = { userName: 'ada@contoso.test' },
): Effect {
  return {
    action,
    resourceType: 'User',
    resourceId: '2f9',
    resourceName: 'ada@contoso.test',
    before,
    after: before,
    changes: [],
  };
}
