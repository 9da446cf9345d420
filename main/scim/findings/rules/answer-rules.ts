// Rules about the answer as HTTP: status, media type, headers, time. @see RFC 7644 §3
import { isJsonObject } from '../../../../shared/scim/json.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf } from '../hit.ts';
import { isNotJson } from '../judged-exchange.ts';
import { showValue } from '../show-value.ts';

/** Milliseconds. */
const SLOW = 5_000;
const TUTORIAL = 'Microsoft: Develop a SCIM endpoint';
const STACK =
  /\n\s+at [\w.<>]+ ?\(?[^)\n]*:\d+|Traceback \(most recent call last\)|\bat [\w$.]+\([\w.]+\.java:\d+\)/;

const formRules: readonly Rule[] = [
  {
    id: 'answer-html',
    severity: 'error',
    title: 'The answer is a web page',
    why: 'It comes from a proxy, a tunnel or a sign-in page in between. Look at its text.',
    source: 'RFC 7644 §3.8',
    entra:
      'Fails with SystemForCrossDomainIdentityManagementServiceIncompatible or a 403 in Test Connection.',
    find(view) {
      const isPage = /html/i.test(view.answerHeader('content-type') ?? '');
      const looksSo = /^\s*<(?:!doctype html|html)/i.test(
        view.exchange.responseBody.text.slice(0, 100),
      );
      const message = `Status ${view.exchange.status} comes with a page`;
      return hitIf(
        view.place.kind !== 'other' && view.place.kind !== 'root' && (isPage || looksSo),
        message,
      );
    },
  },
  {
    id: 'answer-content-type',
    severity: 'warning',
    title: 'The answer is not declared as SCIM JSON',
    why: 'SCIM clients may refuse to read it.',
    source: 'RFC 7644 §3.8, §8.1',
    entra: 'Wants application/scim+json on every answer, errors included.',
    find(view) {
      const type = view.answerHeader('content-type');
      const isPage = /html/i.test(type ?? '');
      const isOther = !/^application\/scim\+json\b/i.test(type ?? '') && !isPage;
      const isJudged = view.place.kind !== 'other' && view.exchange.responseBody.text !== '';
      return hitIf(isJudged && isOther, `Content-Type is ${type ?? 'missing'}`, 'Content-Type');
    },
  },
  {
    id: 'answer-not-json',
    severity: 'error',
    title: 'The answer cannot be read',
    why: 'It says that it is JSON, but it is not.',
    source: 'RFC 7644 §3.8, RFC 8259',
    entra: 'Fails with SystemForCrossDomainIdentityManagementServiceIncompatible.',
    find(view) {
      const isJson = /json/i.test(view.answerHeader('content-type') ?? '');
      const isBroken = isJson && isNotJson(view.exchange.responseBody);
      return hitIf(isBroken, 'The body of the answer is not JSON');
    },
  },
  {
    id: 'answer-recorded-in-part',
    severity: 'notice',
    title: 'The answer is larger than what is kept',
    why: 'It was sent whole, but recorded in part, and so it was not judged.',
    source: 'RFC 7644 §3.4.2.4',
    entra: 'Asks for groups with excludedAttributes=members to keep answers small.',
    find: ({ exchange }) =>
      hitIf(exchange.responseBody.isTruncated, 'The answer was recorded in part only'),
  },
  {
    id: 'leaks-stack',
    severity: 'error',
    title: 'The answer shows the inside of the server',
    why: 'A stack trace tells an attacker what runs there. Log it instead.',
    source: 'RFC 7644 §3.12',
    find: ({ exchange }) =>
      hitIf(
        exchange.status >= 400 && STACK.test(exchange.responseBody.text.replaceAll('\\n', '\n')),
        'The answer holds a stack trace',
      ),
  },
];

const statusRules: readonly Rule[] = [
  {
    id: 'no-answer',
    severity: 'error',
    title: 'No answer was sent',
    why: 'The SCIM client went away first, or the server fell silent.',
    source: 'RFC 9110 §15',
    entra: 'Logs Timeout for the entry and tries again in the next cycle.',
    find: ({ exchange }) => hitIf(exchange.status === 0, 'The connection ended before the answer'),
  },
  {
    id: 'server-error',
    severity: 'error',
    title: 'The server failed',
    why: 'The request may have been done or not. Look into the log of the server.',
    source: 'RFC 9110 §15.6',
    entra: 'Logs InternalServerError and tries again later.',
    find: ({ exchange }) =>
      hitIf(exchange.status >= 500 && exchange.status !== 501, `The answer is ${exchange.status}`),
  },
  {
    id: 'redirect',
    severity: 'warning',
    title: 'The answer sends the client elsewhere',
    why: 'SCIM clients rarely follow, and 301, 302 and 303 turn a POST into a GET.',
    source: 'RFC 7644 §3.12',
    find(view) {
      const { status } = view.exchange;
      const isRedirect = [301, 302, 303, 307, 308].includes(status) && view.place.kind !== 'other';
      const target = view.answerHeader('location') === undefined ? ' without Location' : '';
      return hitIf(isRedirect, `The answer is ${status}${target}`);
    },
  },
  {
    id: 'create-status',
    severity: 'error',
    title: 'A resource was created without 201',
    why: '201 tells that a resource is new and where it is.',
    source: 'RFC 7644 §3.3',
    entra: 'Takes any 2xx, as long as the body has an id.',
    find: ({ method, place, isSuccess, exchange }) =>
      hitIf(
        method === 'POST' &&
          place.kind === 'collection' &&
          isSuccess &&
          ![201, 202].includes(exchange.status),
        `POST answers ${exchange.status}`,
      ),
  },
  {
    id: 'odd-success-status',
    severity: 'warning',
    title: 'Another success than the RFC gives',
    why: 'GET, PUT and searches answer 200, PATCH 200 or 204, DELETE 204.',
    source: 'RFC 7644 §3.4, §3.5, §3.6',
    find(view) {
      const allowed = allowedStatus(view);
      const isOdd =
        view.isSuccess && allowed !== undefined && !allowed.includes(view.exchange.status);
      return hitIf(isOdd, `${view.method} answers ${view.exchange.status}`);
    },
  },
  {
    id: 'stale-write',
    severity: 'warning',
    title: 'A stale version was written over',
    why: 'The SCIM client asked to write only onto the version it knows.',
    source: 'RFC 7644 §3.14',
    find(view) {
      const wanted = view.header('if-match');
      const meta = view.exchange.effects?.[0]?.before?.['meta'];
      const version = isJsonObject(meta) ? meta['version'] : undefined;
      const isStale = typeof version === 'string' && wanted !== undefined && wanted !== '*';
      return hitIf(
        isStale && view.isSuccess && !wanted.includes(version.replace(/^W\//, '')),
        `If-Match is ${wanted}, the version was ${showValue(version)}`,
        'If-Match',
      );
    },
  },
];

const bodyRules: readonly Rule[] = [
  {
    id: 'created-without-body',
    severity: 'error',
    title: '201 without a resource in it',
    why: 'The SCIM client needs the id that the resource was given.',
    source: 'RFC 7644 §3.3',
    entra: 'Cannot link the user without an id and creates it again in the next cycle.',
    find: ({ exchange, method, place }) =>
      hitIf(
        exchange.status === 201 &&
          method === 'POST' &&
          place.kind === 'collection' &&
          isEmpty(exchange.responseBody.text),
        '201 has no body',
      ),
  },
  {
    id: 'no-content-with-body',
    severity: 'warning',
    title: '204 with a body',
    why: 'It must have none; the next answer on the connection may be misread.',
    source: 'RFC 9110 §15.3.5',
    find: ({ exchange }) =>
      hitIf(exchange.status === 204 && !isEmpty(exchange.responseBody.text), '204 has a body'),
  },
  {
    id: 'created-without-location',
    severity: 'warning',
    title: '201 without Location',
    why: 'Location tells where the new resource is.',
    source: 'RFC 7644 §3.3',
    find: (view) =>
      hitIf(
        view.exchange.status === 201 &&
          view.place.kind === 'collection' &&
          view.answerHeader('location') === undefined,
        '201 has no Location header',
        'Location',
      ),
  },
];

const otherRules: readonly Rule[] = [
  {
    id: 'slow-answer',
    severity: 'warning',
    title: 'The answer took long',
    why: 'Gallery applications have to stand 25 requests a second; a slow answer holds up a whole cycle.',
    source: TUTORIAL,
    entra:
      'Gives up after a time that is not published, logs Timeout and tries again in the next cycle.',
    find: ({ exchange }) =>
      hitIf(
        exchange.durationMs >= SLOW && exchange.status !== 0,
        `The answer took ${(exchange.durationMs / 1000).toFixed(1)} s`,
      ),
  },
  {
    id: 'throttled-without-retry-after',
    severity: 'warning',
    title: '429 without Retry-After',
    why: 'The SCIM client cannot know when to come back.',
    source: 'RFC 6585 §4',
    entra: 'Waits as Retry-After says; without it the entry fails and waits for a later cycle.',
    find: (view) =>
      hitIf(
        view.exchange.status === 429 && view.answerHeader('retry-after') === undefined,
        '429 has no Retry-After header',
        'Retry-After',
      ),
  },
  {
    id: 'unauthorized-without-challenge',
    severity: 'notice',
    title: '401 without WWW-Authenticate',
    why: 'It does not say which scheme is wanted.',
    source: 'RFC 9110 §15.5.2, RFC 6750 §3',
    find: (view) =>
      hitIf(
        view.exchange.status === 401 && view.answerHeader('www-authenticate') === undefined,
        '401 has no WWW-Authenticate header',
        'WWW-Authenticate',
      ),
  },
];

export const answerRules: RuleGroup = {
  where: 'response',
  applies: () => true,
  rules: [...formRules, ...statusRules, ...bodyRules, ...otherRules],
};

function allowedStatus({ method, place }: ExchangeView): readonly number[] | undefined {
  if (place.kind === 'search') return method === 'POST' ? [200] : undefined;
  if (place.kind !== 'resource')
    return method === 'GET' && place.kind === 'collection' ? [200] : undefined;
  switch (method) {
    case 'GET':
      return [200];
    case 'PUT':
      return [200, 202];
    case 'PATCH':
      return [200, 202, 204];
    case 'DELETE':
      return [202, 204];
    default:
      return undefined;
  }
}

function isEmpty(text: string): boolean {
  return text.trim() === '';
}
