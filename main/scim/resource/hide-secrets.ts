// What is never returned is not told by history and request log either. A password is not in a document at all; a
// tenant's own schemas may have more such attributes. @see RFC 7643 §2.2 (returned)
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ScimResource,
} from '../../../shared/scim/json.ts';
import type { AttributeDefinition, ResourceModel } from '../schema/schema-types.ts';
import { diffResources } from './diff-resources.ts';

/** The changes between two documents; of a secret only that it has changed. */
export function diffWithoutSecrets(
  model: ResourceModel,
  before: ScimResource | null,
  after: ScimResource | null,
): AttributeChange[] {
  if (!hasSecrets(model)) return diffResources(before, after);
  const shown = diffResources(
    before && hideSecrets(before, model),
    after && hideSecrets(after, model),
  );
  const paths = new Set(shown.map(({ path }) => path));
  const secret = diffResources(before, after)
    .filter(({ path }) => !paths.has(path))
    .map(({ path, kind }) => ({ path, kind }));
  return [...shown, ...secret];
}

/** The document without attributes that are never returned. */
export function hideSecrets(document: ScimResource, model: ResourceModel): ScimResource {
  if (!hasSecrets(model)) return document;
  const shown = hideIn(document, model.core.attributes);
  const entries = Object.entries(shown).map(([name, value]) => {
    const extension = model.extensions.find(({ id }) => id === name);
    const isDescribed = extension !== undefined && isJsonObject(value);
    return [name, isDescribed ? hideIn(value, extension.attributes) : value] as const;
  });
  return Object.fromEntries(entries);
}

export function hasSecrets({ core, extensions }: ResourceModel): boolean {
  return [core, ...extensions].some(({ attributes }) => attributes.some(holdsSecret));
}

function holdsSecret({ role, returned, subAttributes = [] }: AttributeDefinition): boolean {
  if (role === 'password') return false; // in no document
  return returned === 'never' || subAttributes.some(holdsSecret);
}

function hideIn(object: JsonObject, definitions: readonly AttributeDefinition[]): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, JsonValue][] => {
    const definition = definitions.find((each) => each.name === name);
    if (definition === undefined || !holdsSecret(definition)) return [[name, value]];
    if (definition.returned === 'never') return [];
    return [[name, hideInside(value, definition.subAttributes ?? [])]];
  });
  return Object.fromEntries(entries);
}

function hideInside(value: JsonValue, definitions: readonly AttributeDefinition[]): JsonValue {
  if (isJsonArray(value)) return value.map((element) => hideInside(element, definitions));
  return isJsonObject(value) ? hideIn(value, definitions) : value;
}
