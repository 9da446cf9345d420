// What may not change once it is set, nor be taken back by a client that cannot know it.
// @see RFC 7643 §2.2 (mutability), RFC 7644 §3.5.1 and §3.5.2
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import type { AttributeDefinition, ResourceModel } from '../schema/schema-types.ts';
import { mutability } from '../scim-error.ts';
import { sameValue } from './same-resource.ts';

/**
 * Throws `mutability` when the attribute, or a sub-attribute of it, is immutable, was set and is another now. Values of
 * a list are the same ones when they have the same `value`.
 */
export function checkImmutable(
  attribute: AttributeDefinition,
  [before, after]: readonly [JsonValue | undefined, JsonValue | undefined],
  label: string,
): void {
  if (before === undefined) return;
  if (attribute.mutability === 'immutable' && !sameValue(before, after)) {
    throw mutability(`${label} is immutable and set already`);
  }
  const subAttributes = attribute.subAttributes?.filter((sub) => sub.mutability === 'immutable');
  if (subAttributes === undefined || subAttributes.length === 0) return;
  for (const [old, now] of pairElements(before, after)) {
    const changed = subAttributes.find(({ name }) => {
      return old[name] !== undefined && !sameValue(old[name], now[name]);
    });
    if (changed) throw mutability(`${label}: ${changed.name} is immutable and set already`);
  }
}

/**
 * The document that a PUT leaves: immutable attributes must match where they are sent, and stay where they are not; so
 * do writeOnly ones, which nobody can send back. Throws `mutability`.
 */
export function keepUnwritable(
  before: ScimResource,
  after: ScimResource,
  model: ResourceModel,
): ScimResource {
  const kept = keepIn(before, after, { attributes: model.core.attributes, prefix: '' });
  return model.extensions.reduce((resource, { id, attributes }) => {
    const old = readObject(before, id);
    const extension = keepIn(old, readObject(resource, id), { attributes, prefix: `${id}:` });
    return Object.keys(extension).length === 0 ? resource : { ...resource, [id]: extension };
  }, kept);
}

interface Level {
  readonly attributes: readonly AttributeDefinition[];
  readonly prefix: string;
}

function keepIn(before: JsonObject, after: JsonObject, { attributes, prefix }: Level): JsonObject {
  const kept = { ...after };
  for (const attribute of attributes) {
    const { name } = attribute;
    const old = before[name];
    if (old === undefined) continue;
    const staysUnsent =
      attribute.mutability === 'immutable' || attribute.mutability === 'writeOnly';
    if (kept[name] === undefined && staysUnsent) kept[name] = old;
    checkImmutable(attribute, [old, kept[name]], `${prefix}${name}`);
  }
  return kept;
}

function pairElements(
  before: JsonValue,
  after: JsonValue | undefined,
): readonly (readonly [JsonObject, JsonObject])[] {
  if (isJsonObject(before)) return isJsonObject(after) ? [[before, after]] : [];
  const now = isJsonArray(after) ? after.filter(isJsonObject) : [];
  return (isJsonArray(before) ? before.filter(isJsonObject) : []).flatMap((old) => {
    const same = now.find(({ value }) => value !== undefined && sameValue(value, old['value']));
    return same === undefined ? [] : [[old, same] as const];
  });
}

function readObject(holder: JsonObject, name: string): JsonObject {
  const value = holder[name];
  return isJsonObject(value) ? value : {};
}
