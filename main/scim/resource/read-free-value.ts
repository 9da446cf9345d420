// A value that no schema describes: kept as sent, without what is unassigned in it.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';

/** Undefined when nothing is left. @see RFC 7643 §2.5 */
export function readFreeValue(sent: JsonValue): JsonValue | undefined {
  if (sent === null || sent === '') return undefined;
  if (isJsonArray(sent)) {
    const elements = sent.map(readFreeValue).filter((element) => element !== undefined);
    return elements.length === 0 ? undefined : elements;
  }
  if (!isJsonObject(sent)) return sent;
  const members = Object.entries(sent).flatMap(([name, member]): [string, JsonValue][] => {
    const value = readFreeValue(member);
    return value === undefined ? [] : [[name, value]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
