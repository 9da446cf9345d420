// Whether an object is to be provisioned, and why not: assigned, with a role that counts, active in the source, let in by
// the scoping filters.
// Entra: configurations made before 2020-04-16 skip whoever has nothing but Default Access. Who is disabled in the source
// and not provisioned yet is not created.
// @see entra docs "How application provisioning works in Microsoft Entra ID", "Scoping users or groups"
import { DEFAULT_ACCESS_ROLE_ID, type Application } from '../../../shared/simulator/application.ts';
import type { JobSettings } from '../../../shared/simulator/job.ts';
import type { ObjectMapping } from '../../../shared/simulator/mapping.ts';
import { evaluateScope } from '../scope/evaluate-scope.ts';
import type {
  ClauseOutcome,
  OutOfScopeReason,
  ScopeOutcome,
} from '../../../shared/simulator/scope.ts';
import { toSourceEntry, type SourceObject } from './source-object.ts';

export interface Entitlement {
  /** Null: to be provisioned. */
  readonly reason: OutOfScopeReason | null;
  readonly isActive: boolean;
  /** *Sync all users and groups*: neither an assignment nor a role is asked for. */
  readonly isForAll: boolean;
  readonly isAssigned: boolean;
  /** One that counts, by the handling of *Default Access*. */
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
  const isAssigned = source.assignments.length > 0;
  const hasRole = hasCountingRole(source, settings.defaultAccess);
  const entry = toSourceEntry(source, { isSoftDeleted: !isActive, application });
  const scope = evaluateScope(entry, mapping.scopingFilters);
  const facts = { isActive, isForAll, isAssigned, hasRole, scope };
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
  facts: Omit<Entitlement, 'reason'>,
): OutOfScopeReason | null {
  if (object.deletedDateTime !== null) return 'deleted';
  if (!isEntitled(facts)) return 'unassigned';
  if (!facts.isActive) return 'accountDisabled';
  return facts.scope.isInScope ? null : 'outOfScope';
}

function isEntitled({ isForAll, isAssigned, hasRole }: Omit<Entitlement, 'reason'>): boolean {
  return isForAll || (isAssigned && hasRole);
}

/** Why an object is not managed, of one that has left already: who is not assigned stays so when he is deleted later. */
export function reasonOfLeaving(
  entitlement: Entitlement,
  reason: OutOfScopeReason,
): OutOfScopeReason {
  if (!isEntitled(entitlement)) return 'unassigned';
  return entitlement.scope.isInScope ? reason : 'outOfScope';
}

/** With the keys of Entra's log, and every clause of every scoping filter with what it was compared with. */
export function scopingDetails(
  { objectType }: SourceObject,
  { isActive, isForAll, isAssigned, hasRole, scope }: Entitlement,
): Record<string, string> {
  const clauses = scope.filters.flatMap(({ title, clauses: each }) =>
    each.map((clause) => ({ ...clause, name: nameClause(title, clause) })),
  );
  const results = clauses.map(({ name, passed }) => [name, passed]);
  return {
    'Active in the source system': spell(isActive),
    ...(isForAll && { 'Scope sync all': spell(true) }),
    'Assigned to the application': spell(isAssigned),
    [`${objectType} has the required role`]: spell(hasRole),
    'Scoping filter evaluation passed': spell(scope.isInScope),
    ...Object.fromEntries(
      clauses.map(({ name, passed, sourceValue, problem }) => [
        name,
        `${spell(passed)} (${problem ?? sourceValue ?? 'no value'})`,
      ]),
    ),
    ScopeEvaluationResult: JSON.stringify(Object.fromEntries(results)),
  };
}

function nameClause(title: string, { attribute, operator, value }: ClauseOutcome): string {
  return `${title}: ${attribute} ${operator} ${value}`.trim();
}

function spell(value: boolean): string {
  return value ? 'True' : 'False';
}
