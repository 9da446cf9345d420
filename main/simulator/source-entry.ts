// A directory object as mappings, scoping filters and expressions see it: attribute names and values.

/** Text, a truth value, several texts, or nothing. Complex values (app roles) are JSON text. */
export type SourceValue = string | boolean | readonly string[] | null;

export interface SourceEntry {
  readonly objectId: string;
  readonly objectType: 'User' | 'Group';
  /** By name, as mappings spell it; what is not there is null. `IsSoftDeleted` and `appRoleAssignments` are among them. */
  readonly attributes: Readonly<Record<string, SourceValue>>;
}
