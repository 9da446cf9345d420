// Attribute paths meet the schemas (RFC 7644 §3.10): which attribute does `emails.value` or
// `urn:…:enterprise:2.0:User:manager.value` mean? Names and URNs have no case. A URN holds dots and colons itself, so
// it can only be told from the attribute by the URNs that are known.
import type {
  AttributeDefinition,
  ResolvedAttribute,
  ResourceModel,
  SchemaDefinition,
} from './schema-types.ts';

/** Undefined when no schema of the resource type has such an attribute. @see RFC 7644 §3.10 */
export function resolveAttribute(
  model: ResourceModel,
  path: string,
): ResolvedAttribute | undefined {
  if (path.includes(':')) return resolveQualified(model, path);
  const inCore = resolveIn(model.core, path, undefined);
  if (inCore !== undefined || model.needsExtensionUrns === true) return inCore;
  // Entra: attributes of the extension come without their URN (`manager eq "…"`, `department`).
  for (const extension of model.extensions) {
    const found = resolveIn(extension, path, extension.id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A sub-attribute of an attribute, as named inside the brackets of a value path. @see RFC 7644 §3.4.2.2 */
export function resolveSubAttribute(
  parent: ResolvedAttribute,
  name: string,
): ResolvedAttribute | undefined {
  const { attribute } = parent;
  // The elements of a simple multi-valued attribute are their own value (RFC 7643 §2.4).
  if (attribute.type !== 'complex') return name.toLowerCase() === 'value' ? parent : undefined;
  const subAttribute = findAttribute(attribute.subAttributes ?? [], name);
  return subAttribute && describe(attribute, subAttribute, parent.extension);
}

/** The definition at the end of the path: it says how values compare. */
export function leafAttribute(target: ResolvedAttribute): AttributeDefinition {
  return target.subAttribute ?? target.attribute;
}

/** The extension that this URN names as a whole. */
export function resolveExtension(model: ResourceModel, urn: string): SchemaDefinition | undefined {
  const name = urn.toLowerCase();
  return model.extensions.find(({ id }) => id.toLowerCase() === name);
}

function resolveQualified(model: ResourceModel, path: string): ResolvedAttribute | undefined {
  const coreName = stripUrn(path, model.core.id);
  if (coreName !== undefined) return resolveIn(model.core, coreName, undefined);
  for (const extension of model.extensions) {
    const name = stripUrn(path, extension.id);
    if (name !== undefined) return resolveIn(extension, name, extension.id);
  }
  return undefined;
}

function stripUrn(path: string, urn: string): string | undefined {
  const prefix = `${urn}:`;
  const isPrefix = path.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
  return isPrefix ? path.slice(prefix.length) : undefined;
}

function resolveIn(
  schema: SchemaDefinition,
  path: string,
  extension: string | undefined,
): ResolvedAttribute | undefined {
  const [name = '', subName, ...rest] = path.split('.');
  const attribute = findAttribute(schema.attributes, name);
  if (attribute === undefined || rest.length > 0) return undefined;
  if (subName === undefined) return describe(attribute, undefined, extension);

  const subAttribute = findAttribute(attribute.subAttributes ?? [], subName);
  return subAttribute && describe(attribute, subAttribute, extension);
}

function findAttribute(
  attributes: readonly AttributeDefinition[],
  name: string,
): AttributeDefinition | undefined {
  const key = name.toLowerCase();
  return attributes.find((attribute) => attribute.name.toLowerCase() === key);
}

function describe(
  attribute: AttributeDefinition,
  subAttribute: AttributeDefinition | undefined,
  extension: string | undefined,
): ResolvedAttribute {
  const prefix = extension === undefined ? '' : `${extension}:`;
  const suffix = subAttribute === undefined ? '' : `.${subAttribute.name}`;
  const canonicalPath = `${prefix}${attribute.name}${suffix}`;
  return { extension, attribute, subAttribute, canonicalPath };
}
