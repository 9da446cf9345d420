// Which values of a logged request tell of a person: those of known attributes in bodies, effects and PATCH operations,
// and what filters compare with them.
import type { RequestDetails } from '../admin/request-log.ts';
import { decodeText } from './decode-query.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../scim/json.ts';

const PERSONAL =
  /(?:^|[.:])(?:userName|displayName|display|nickName|formatted|givenName|familyName|middleName|externalId|employeeNumber|streetAddress|profileUrl)$/iu;
/** Multi-valued ones, whose `value` it is. */
const PERSONAL_LIST = /(?:^|[.:])(?:emails|phoneNumbers|ims|photos)(?:\[.*\])?(?:\.value)?$/iu;

/** Words of the protocol: a group may be called so, but replacing them would spoil every message. */
const PROTOCOL = new Set(
  'user users group groups work home other mobile fax pager true false add replace remove active value type name direct scim'.split(
    ' ',
  ),
);

const LITERAL = /([\w.:]+)(?:\[[^\]]*\])?(?:\.\w+)?\s+(?:eq|ne|co|sw|ew)\s+"((?:[^"\\]|\\.)*)"/giu;

/** Each once; e-mail addresses are found wherever they stand and need not be here. */
export function findPeople(request: RequestDetails): readonly string[] {
  const found = new Set<string>();
  const add = (value: string) => {
    if (value.length > 1 && !PROTOCOL.has(value.toLowerCase())) found.add(value);
  };
  for (const body of [request.requestBody.text, request.responseBody.text]) {
    collect(parse(body), '', add);
  }
  for (const { before, after, changes, resourceName } of request.effects) {
    collect(before, '', add);
    collect(after, '', add);
    if (resourceName !== null) add(resourceName);
    for (const change of changes) {
      collect(change.before, change.path, add);
      collect(change.after, change.path, add);
    }
  }
  if (request.resourceName !== null) add(request.resourceName);
  collectLiterals(decodeText(request.query.replaceAll('+', ' ')), add);
  return [...found];
}

type Add = (value: string) => void;

function collect(value: JsonValue | undefined, path: string, add: Add): void {
  if (typeof value === 'string') {
    if (PERSONAL.test(path) || PERSONAL_LIST.test(path)) add(value);
    if (/(?:^|\.)(?:filter|path)$/u.test(path)) collectLiterals(value, add);
    return;
  }
  if (isJsonArray(value)) return value.forEach((item) => collect(item, path, add));
  if (!isJsonObject(value)) return;
  const target = value['path'];
  for (const [name, held] of Object.entries(value)) {
    // The value of a PATCH operation is what its path names.
    const isPatched = name === 'value' && typeof target === 'string';
    collect(held, isPatched ? target : `${path}.${name}`, add);
  }
}

function collectLiterals(filter: string, add: Add): void {
  for (const [, attribute = '', literal = ''] of filter.matchAll(LITERAL)) {
    const isPersonal = PERSONAL.test(attribute) || PERSONAL_LIST.test(attribute);
    if (isPersonal) add(literal.replace(/\\(.)/gu, '$1'));
  }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch {
    return undefined; // then addresses are found in its text, names only where the log knows them
  }
}
