// An object of attributes, split into one operation for each: the value of a pathless operation, of a whole
// extension, and the body of POST and PUT. Its keys may be paths themselves. @see RFC 7644 §3.5.2.1
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { quote } from '../resource/check-json.ts';
import { wrongType } from '../resource/read-scalar.ts';
import { resolveAttribute } from '../schema/resolve-attribute.ts';
import type {
  ExtensionTarget,
  PatchOp,
  PatchOperation,
  PatchTarget,
  ReadPlace,
} from './patch-operation.ts';
import { isDerived, isReadOnly, readCustomValue, readOperation } from './read-operation.ts';
import { readPatchTarget } from './read-patch-target.ts';

/**
 * Unknown and readOnly attributes are left out: a client that sends the whole resource back means no change of them
 * (RFC 7644 §3.3). Throws `invalidValue` and, for a malformed path-like key, `invalidPath`.
 */
export function expandValue(op: PatchOp, value: JsonObject, place: ReadPlace): PatchOperation[] {
  return Object.entries(value).flatMap(([key, member]) => {
    // Entra: flag mode groups attributes under path-like keys, {"name.givenName": "Ada"}.
    const target = readKey(key, place);
    if (target === undefined || isReadOnly(target) || isDerived(target)) return [];
    if (target.kind === 'extension') return expandExtension(op, { target, value: member }, place);
    const label = `${place.pathLabel}${quote(key)}`;
    return [readOperation({ op, label, target, sent: member }, place)];
  });
}

/** The same for the object of a whole extension. */
export function expandExtension(
  op: PatchOp,
  sent: { readonly target: ExtensionTarget; readonly value: JsonValue },
  place: ReadPlace,
): PatchOperation[] {
  const { target, value } = sent;
  const label = `${place.pathLabel}${quote(target.urn)}`;
  if (value === null || value === '') return [{ op: 'remove', label, target, value: undefined }];
  if (!isJsonObject(value)) throw wrongType(`${place.valueLabel}${target.urn}`, 'an object', value);
  if (target.schema !== undefined) return expandValue(op, qualify(value, target.urn), place);
  return Object.entries(value).map(([key, member]) => ({
    op,
    label,
    target: { kind: 'custom', urn: target.urn, names: [key] },
    value: readCustomValue(member),
  }));
}

function qualify(value: JsonObject, urn: string): JsonObject {
  const members = Object.entries(value).map(
    ([name, member]) => [`${urn}:${name}`, member] as const,
  );
  return Object.fromEntries(members);
}

function readKey(key: string, place: ReadPlace): PatchTarget | undefined {
  const path = key.includes('[') ? undefined : resolveAttribute(place.model, key);
  if (path !== undefined) return { kind: 'attribute', path, filter: undefined };
  return /^urn:|\[/i.test(key) ? readPatchTarget(key, place) : undefined;
}
