// An object of attributes, split into one operation for each: the value of a pathless operation, of a whole
// extension, and the body of POST and PUT. Its keys may be paths themselves. @see RFC 7644 §3.5.2.1
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { quote } from '../resource/check-json.ts';
import { readFreeValue } from '../resource/read-free-value.ts';
import { wrongType } from '../resource/read-scalar.ts';
import { resolveAttribute } from '../schema/resolve-attribute.ts';
import { invalidSyntax, mutability } from '../scim-error.ts';
import type {
  ExtensionTarget,
  PatchOp,
  PatchOperation,
  PatchTarget,
  ReadPlace,
} from './patch-operation.ts';
import { isDerived, isReadOnly, isUndescribed, readOperation } from './read-operation.ts';
import { isSecret, readPatchTarget } from './read-patch-target.ts';

/** An object of attributes on its way to operations. */
export interface SentObject {
  readonly op: PatchOp;
  readonly value: JsonObject;
  /**
   * What becomes of readOnly attributes: a client that sends the whole resource back means no change of them
   * (RFC 7644 §3.3 and §3.5.1), a PATCH may be meant to change them.
   */
  readonly readOnly: 'ignore' | 'reject';
}

/**
 * Throws `invalidValue`, `invalidPath` for a malformed path-like key, and where the profile refuses them
 * `invalidSyntax` for unknown attributes and `mutability` for readOnly ones.
 */
export function expandValue(sent: SentObject, place: ReadPlace): PatchOperation[] {
  return Object.entries(sent.value).flatMap(([key, member]) => {
    const target = readKey(key, place);
    if (target === undefined) return readUnknown(sent.op, [key, member], place);
    const label = `${place.pathLabel}${quote(key)}`;
    if (isUndescribed(target) && place.profile.unknownExtensions !== 'store') {
      return skipExtension(label, place);
    }
    if (isReadOnly(target) && sent.readOnly === 'reject') throw mutability(`${label} is readOnly`);
    if (isReadOnly(target) || isDerived(target)) return [];
    if (target.kind === 'extension') {
      return expandExtension({ ...sent, target, value: member }, place);
    }
    return [readOperation({ op: sent.op, label, target, sent: member }, place)];
  });
}

type SentExtension = Omit<SentObject, 'value'> & {
  readonly target: ExtensionTarget;
  readonly value: JsonValue;
};

/** The same for the object of a whole extension. */
export function expandExtension(sent: SentExtension, place: ReadPlace): PatchOperation[] {
  const { op, target, value } = sent;
  const label = `${place.pathLabel}${quote(target.urn)}`;
  if (value === null || (value === '' && place.profile.emptyStringUnassigns)) {
    return [{ op: 'remove', label, target, value: undefined }];
  }
  if (!isJsonObject(value)) throw wrongType(`${place.valueLabel}${target.urn}`, 'an object', value);
  if (target.schema !== undefined) {
    return expandValue({ ...sent, value: qualify(value, target.urn) }, place);
  }
  return Object.entries(value).map(([key, member]) => ({
    op,
    label,
    target: { kind: 'custom', urn: target.urn, names: [key] },
    value: readFreeValue(member),
  }));
}

function qualify(value: JsonObject, urn: string): JsonObject {
  const members = Object.entries(value).map(
    ([name, member]) => [`${urn}:${name}`, member] as const,
  );
  return Object.fromEntries(members);
}

// Entra: flag mode groups attributes under path-like keys, {"name.givenName": "Ada"}. The name of an attribute, bare or
// behind its URN, and the URN of an extension are no such paths.
function readKey(key: string, place: ReadPlace): PatchTarget | undefined {
  const path = key.includes('[') ? undefined : resolveAttribute(place.model, key);
  const isPath = key.includes('[') || path?.subAttribute !== undefined;
  if (isPath && !place.profile.acceptPathLikeKeys) return undefined;
  if (path !== undefined) return { kind: 'attribute', path, filter: undefined };
  const target = /^urn:|\[/i.test(key) ? readPatchTarget(key, place) : undefined;
  return target?.kind === 'extension' || place.profile.acceptPathLikeKeys ? target : undefined;
}

/** Throws `invalidSyntax` unless unknown extensions are ignored. */
function skipExtension(label: string, { model, profile }: ReadPlace): PatchOperation[] {
  if (profile.unknownExtensions === 'ignore') return [];
  throw invalidSyntax(`${label} is no extension of ${model.type.name}`);
}

function readUnknown(
  op: PatchOp,
  [key, member]: readonly [string, JsonValue],
  place: ReadPlace,
): PatchOperation[] {
  const label = `${place.pathLabel}${quote(key)}`;
  switch (place.profile.unknownAttributes) {
    case 'ignore':
      return [];
    case 'reject':
      throw invalidSyntax(`${label} is no attribute of ${place.model.type.name}`);
    case 'store': {
      if (isSecret(key)) return [];
      const target = { kind: 'custom', urn: undefined, names: [key] } as const;
      return [{ op, label, target, value: readFreeValue(member) }];
    }
  }
}
