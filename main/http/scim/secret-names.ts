// The attributes of a tenant that are never returned, by their names alone: what its request log must not hold either.
// @see RFC 7643 §2.2 (returned)
import { modelsOf } from '../../provider/models-of.ts';
import type { AttributeDefinition } from '../../scim/schema/schema-types.ts';
import type { Exchange, ScimAppDependencies } from './exchange.ts';
import type { SecretNames } from './mask-body.ts';

export function secretNamesOf(
  { store }: Pick<ScimAppDependencies, 'store'>,
  { tenant, body }: Exchange,
): SecretNames {
  if (tenant === null || body.size === 0) return new Set();
  const attributes = modelsOf(store, tenant).flatMap(({ core, extensions }) =>
    [core, ...extensions].flatMap((schema) => schema.attributes),
  );
  return new Set(attributes.flatMap(neverReturned));
}

/** A password is known by its name whatever a schema says. */
function neverReturned({
  name,
  role,
  returned,
  subAttributes = [],
}: AttributeDefinition): readonly string[] {
  if (returned === 'never') return role === 'password' ? [] : [name.toLowerCase()];
  return subAttributes.flatMap(neverReturned);
}
