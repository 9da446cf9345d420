// The `schemas` of a resource follows from what it holds. @see RFC 7643 §3
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { ScimResource } from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../schema/schema-types.ts';

/** The resource led by the URN of its core schema and of each extension that has a value in it. */
export function withSchemas(resource: ScimResource, model: ResourceModel): ScimResource {
  const held = Object.keys(resource).filter((name) => isExtension(name, resource));
  const known = model.extensions.map(({ id }) => id);
  const order = [...known.filter((urn) => held.includes(urn)), ...held];
  const { schemas: _, ...rest } = resource;
  return { schemas: [...new Set([model.core.id, ...order])], ...rest };
}

function isExtension(name: string, resource: ScimResource): boolean {
  return name.includes(':') && isJsonObject(resource[name]);
}
