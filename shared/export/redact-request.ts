// Takes out of a logged request what must not leave: credentials always unless asked for, people where asked for. Texts
// keep their form; in JSON only values change, never the names of members.
import type { RecordedHeaders, RequestDetails } from '../admin/request-log.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../scim/json.ts';
import { decodeText } from './decode-query.ts';
import { findPeople } from './find-people.ts';
import { HIDDEN, isMaskOf } from './outgoing-request.ts';
import { createPseudonyms, type Pseudonyms } from './pseudonyms.ts';
import type { RedactionProfile } from './redaction.ts';
import { SECRET_HEADER } from './secret-header.ts';

export type Redact = (request: RequestDetails, token: string | null) => RequestDetails;

/** One for each export: it remembers the pseudonyms it has given. `token` is that of the request's tenant. */
export function createRedactor(profile: RedactionProfile): Redact {
  const pseudonyms = createPseudonyms();
  return function redact(request, token) {
    const safe = hideCredentials(request, profile.authorization === 'token' ? token : null);
    return profile.people === 'pseudonyms' ? hidePeople(safe, pseudonyms) : safe;
  };
}

function hideCredentials(request: RequestDetails, token: string | null): RequestDetails {
  return {
    ...request,
    requestHeaders: hideHeaders(request.requestHeaders, token),
    responseHeaders: hideHeaders(request.responseHeaders, token),
  };
}

function hideHeaders(headers: RecordedHeaders, token: string | null): RecordedHeaders {
  return headers.map(([name, value]) => {
    if (!SECRET_HEADER.test(name)) return [name, value];
    const [, scheme = '', masked = value] = /^([\w-]+ +)(.*)$/su.exec(value) ?? [];
    const shown = token !== null && isMaskOf(masked, token) ? token : HIDDEN;
    return [name, scheme + shown];
  });
}

function hidePeople(request: RequestDetails, pseudonyms: Pseudonyms): RequestDetails {
  const text = pseudonyms.hider(findPeople(request));
  const json = (said: string) => hideInJson(said, text);
  const name = (said: string | null) => said && text(said);
  const object = (said: JsonObject | null) => said && hideInObject(said, text);
  return {
    ...request,
    path: hideInPath(request.path, text),
    query: hideInQuery(request.query, text),
    sentence: text(request.sentence),
    resourceName: name(request.resourceName),
    requestHeaders: request.requestHeaders.map(([key, value]) => [key, text(value)]),
    responseHeaders: request.responseHeaders.map(([key, value]) => [key, text(value)]),
    requestBody: { ...request.requestBody, text: json(request.requestBody.text) },
    responseBody: { ...request.responseBody, text: json(request.responseBody.text) },
    findingList: request.findingList.map((one) => ({ ...one, message: text(one.message) })),
    effects: request.effects.map((effect) => ({
      ...effect,
      resourceName: name(effect.resourceName),
      before: object(effect.before),
      after: object(effect.after),
      changes: effect.changes.map((change) => ({
        ...change,
        ...(change.before === undefined ? {} : { before: hideInValue(change.before, text) }),
        ...(change.after === undefined ? {} : { after: hideInValue(change.after, text) }),
      })),
    })),
  };
}

type Hide = (text: string) => string;

/** Members whose values are words of the protocol. */
const PLAIN_MEMBER =
  /^(?:schemas|op|type|resourceType|scimType|status|id|created|lastModified|version)$/u;

const STRING_LITERAL = /"(?:[^"\\]|\\.)*"(\s*:)?/gu;

/** Literal by literal, so that everything between them stays as it was sent. */
function hideInJson(said: string, hide: Hide): string {
  if (!/^\s*[[{]/u.test(said)) return hide(said);
  let member = '';
  return said.replace(STRING_LITERAL, (literal, colon: string | undefined) => {
    const value = readLiteral(colon === undefined ? literal : literal.slice(0, -colon.length));
    if (value === undefined) return literal;
    if (colon !== undefined) {
      member = value;
      return literal;
    }
    const hidden = PLAIN_MEMBER.test(member) ? value : hide(value);
    return hidden === value ? literal : JSON.stringify(hidden);
  });
}

function readLiteral(literal: string): string | undefined {
  try {
    return String(JSON.parse(literal));
  } catch {
    return undefined; // an escape that JSON does not know
  }
}

function hideInObject(object: JsonObject, hide: Hide): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      PLAIN_MEMBER.test(name) ? value : hideInValue(value, hide),
    ]),
  );
}

function hideInValue(value: JsonValue, hide: Hide): JsonValue {
  if (typeof value === 'string') return hide(value);
  if (isJsonArray(value)) return value.map((item) => hideInValue(item, hide));
  return isJsonObject(value) ? hideInObject(value, hide) : value;
}

function hideInPath(path: string, hide: Hide): string {
  return path
    .split('/')
    .map((segment) => hideEncoded(segment, hide, false))
    .join('/');
}

/** Parameter by parameter; one that changes is encoded anew, spaces as before. */
function hideInQuery(query: string, hide: Hide): string {
  return query
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) return pair;
      return pair.slice(0, at + 1) + hideEncoded(pair.slice(at + 1), hide, true);
    })
    .join('&');
}

function hideEncoded(encoded: string, hide: Hide, plusIsSpace: boolean): string {
  const plain = decodeText(plusIsSpace ? encoded.replaceAll('+', ' ') : encoded);
  const hidden = hide(plain);
  if (hidden === plain) return encoded;
  const anew = encodeURIComponent(hidden);
  return plusIsSpace && encoded.includes('+') ? anew.replaceAll('%20', '+') : anew;
}
