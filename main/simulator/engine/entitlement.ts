// Whether an object is to be provisioned, and why not: assigned, with a role that counts, active in the source, let in by
// the scoping filters.
// Entra: configurations made before 2020-04-16 skip whoever has nothing but Default Access. Who is disabled in the source
// and not provisioned yet is not created.
// @see entra docs "How application provisioning works in Microsoft Entra ID", "Scoping users or groups"
import { DEFAULT_ACCESS_ROLE_ID, type Application } from '../../../shared/simulator/application.ts';
import type { JobSettings } from '../../../shared/simulator/job.ts';
import type { ObjectMapping } from '../../../shared/simulator/mapping.ts';
import { evaluateScope } from '../scope/evaluate-scope.ts';
import type { ScopeOutcome } from '../../../shared/simulator/scope.ts';
import { toSourceEntry, type SourceObject } from './source-object.ts';

export type OutOfScopeReason = 'deleted' | 'accountDisabled' | 'unassigned' | 'outOfScope';

export interface Entitlement {
  /** Null: to be provisioned. */
  readonly reason: OutOfScopeReason | null;
  readonly isActive: boolean;
  readonly isAssigned: boolean;
  readonly hasRole: boolean;
  readonly scope: ScopeOutcome;
}

export interface EntitlementRules {
  readonly application: Application;
  readonly settings: Pick<JobSettings, 'scope' | 'defaultAccess'>;
  readonly mapping: ObjectMapping;
}

export function judgeEntitlement(source: SourceObject, rules: EntitlementRules): Entitlement {
  const { settings, mapping, application } = rules;
  const isForAll = settings.scope === 'all';
  const isActive = isActiveInSource(source);
  const isAssigned = isForAll || source.assignments.length > 0;
  const hasRole = isForAll || hasCountingRole(source, settings.defaultAccess);
  const entry = toSourceEntry(source, { isSoftDeleted: !isActive, application });
  const scope = evaluateScope(entry, mapping.scopingFilters);
  const facts = { isActive, isAssigned, hasRole, scope };
  return { ...facts, reason: findReason(source, facts) };
}

function isActiveInSource(source: SourceObject): boolean {
  if (source.object.deletedDateTime !== null) return false;
  return source.objectType === 'Group' || source.object.accountEnabled;
}

function hasCountingRole(
  { assignments }: SourceObject,
  defaultAccess: JobSettings['defaultAccess'],
): boolean {
  if (defaultAccess === 'current') return assignments.length > 0;
  return assignments.some(({ appRoleId }) => appRoleId !== DEFAULT_ACCESS_ROLE_ID);
}

function findReason(
  { object }: SourceObject,
  { isActive, isAssigned, hasRole, scope }: Omit<Entitlement, 'reason'>,
): OutOfScopeReason | null {
  if (object.deletedDateTime !== null) return 'deleted';
  if (!isAssigned || !hasRole) return 'unassigned';
  if (!isActive) return 'accountDisabled';
  return scope.isInScope ? null : 'outOfScope';
}

/** Why an object is not managed, of one that has left already: who is not assigned stays so when he is deleted later. */
export function reasonOfLeaving(
  { isAssigned, hasRole, scope }: Entitlement,
  reason: OutOfScopeReason,
): OutOfScopeReason {
  if (!isAssigned || !hasRole) return 'unassigned';
  return scope.isInScope ? reason : 'outOfScope';
}

/** With the keys of Entra's log. */
export function scopingDetails(
  { objectType }: SourceObject,
  { isActive, isAssigned, hasRole, scope }: Entitlement,
): Record<string, string> {
  const spell = (value: boolean) => (value ? 'True' : 'False');
  const failed = scope.filters.flatMap(({ clauses }) => clauses.filter(({ passed }) => !passed));
  const clauses = failed.map(({ attribute, operator, value, sourceValue }) => [
    `${attribute} ${operator} ${value}`.trim(),
    `False (${sourceValue ?? 'no value'})`,
  ]);
  return {
    'Active in the source system': spell(isActive),
    'Assigned to the application': spell(isAssigned),
    [`${objectType} has the required role`]: spell(hasRole),
    'Scoping filter evaluation passed': spell(scope.isInScope),
    ScopeEvaluationResult: JSON.stringify(Object.fromEntries(clauses)),
  };
}
