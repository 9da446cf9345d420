// Where Entra would misread, or could not fill, what a tenant adds to the schema. Of documents that are the tenant's own:
// what RFC 7643 brings along Entra knows. @see Microsoft Learn, "Customize user provisioning attribute-mappings"
import { objectsIn, textOf, type JsonObject } from './json.ts';

export interface EntraWarning {
  /** URN of the schema, or name of the resource type. */
  readonly document: string;
  /** Attribute path; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

// Entra: custom attributes are written as this URN, a colon and the name.
const EXTENSION = /^urn:ietf:params:scim:schemas:extension:[^:]+:2\.0:(?:User|Group)$/;

const BUILT_IN = /^(?:User|Group)$/;
const MOST_SUB_ATTRIBUTES = 2;

/** `usedBy`: names of the resource types that have the schema. */
export function warnOfSchema(schema: JsonObject, usedBy: readonly string[]): EntraWarning[] {
  const document = textOf(schema['id']);
  if (usedBy.length > 0 && !usedBy.some((name) => BUILT_IN.test(name))) return [];
  const urn = EXTENSION.test(document)
    ? []
    : [
        {
          document,
          path: '',
          message:
            'Entra maps custom attributes by URNs of the form urn:ietf:params:scim:schemas:extension:Name:2.0:User.',
        },
      ];
  return [
    ...urn,
    ...objectsIn(schema['attributes']).flatMap((one) => warnOfAttribute(document, one)),
  ];
}

export function warnOfResourceType({ name }: JsonObject): EntraWarning[] {
  const document = textOf(name);
  return BUILT_IN.test(document)
    ? []
    : [{ document, path: '', message: 'Entra provisions users and groups, and no other type.' }];
}

function warnOfAttribute(document: string, attribute: JsonObject): EntraWarning[] {
  const { name, type, required, subAttributes } = attribute;
  const path = textOf(name);
  const messages = [
    type === 'decimal' && "Entra's attribute list has no decimal type; use string or integer.",
    type === 'complex' &&
      objectsIn(subAttributes).length > MOST_SUB_ATTRIBUTES &&
      'Entra does not support complex custom attributes with three or more sub-attributes.',
    required === true &&
      'Entra sends it only where somebody has mapped it; without it, creations are refused.',
  ];
  return messages.flatMap((message) => (message === false ? [] : [{ document, path, message }]));
}
