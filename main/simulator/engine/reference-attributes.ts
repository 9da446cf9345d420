// Which mapped attributes are references: of users such as manager, written when all users are there, and the members of
// groups.
import type { AttributeMapping, SynchronizationSchema } from '../../../shared/simulator/mapping.ts';

export interface ReferenceAttributes {
  /** Mappings of users. */
  readonly users: readonly AttributeMapping[];
  /** Whether members of groups flow. */
  readonly members: boolean;
}

export function findReferenceAttributes(schema: SynchronizationSchema): ReferenceAttributes {
  const references = new Set(
    schema.userTargetAttributes.filter(({ type }) => type === 'Reference').map(({ name }) => name),
  );
  const { users, groups } = schema;
  return {
    users: users.attributeMappings.filter(
      ({ target, source }) => references.has(target) || source === 'manager',
    ),
    members:
      groups.enabled &&
      groups.attributeMappings.some(
        ({ source, type }) => type === 'Direct' && source === 'members',
      ),
  };
}
