// Snapshots held against each other and against what is there now. @see shared/admin/snapshot.ts
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import type { ResourceComparison, Snapshot } from '../../../shared/admin/snapshot.ts';
import type { ScimResource } from '../../../shared/scim/json.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { diffWithoutSecrets } from '../../scim/resource/hide-secrets.ts';
import { diffResources } from '../../scim/resource/diff-resources.ts';
import { findModelByName } from '../../scim/schema/resource-models.ts';
import type { ComparedResource } from '../../store/compare-workspaces.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { orConflict, requireInScope, requireSnapshot } from './snapshot-handlers.ts';

interface Asked {
  readonly with: string;
  /** Slug, where it is about one. */
  readonly tenant?: string;
}

export function snapshotComparisonHandlers(dependencies: AdminAppDependencies) {
  const { store } = dependencies;

  /** The older of the two comes first; what is there now is the newest. */
  function open(id: string, { with: other, tenant }: Asked) {
    const pair = readPair(requireSnapshot(store, id), other);
    if (tenant !== undefined) {
      for (const state of [pair.before, pair.after]) if (state) requireInScope(state, tenant);
    }
    return { ...pair, compare: orConflict(() => store.snapshots.compare(pair.before, pair.after)) };
  }

  function readPair(one: Snapshot, other: string) {
    if (other === 'now') return { before: one, after: null };
    const two = requireSnapshot(store, other);
    return one.at <= two.at ? { before: one, after: two } : { before: two, after: one };
  }

  return {
    compareSnapshot({ params, query }) {
      const { before, after, compare } = open(params.id, query);
      const tenants = compare.count().filter(({ tenant }) => isInScope([before, after], tenant));
      return { before, after, tenants };
    },
    listSnapshotDifferences({ params, query }) {
      const { compare } = open(params.id, query);
      const found = compare.list({ ...query, limit: query.limit + 1 });
      return { differences: found.slice(0, query.limit), hasMore: found.length > query.limit };
    },
    compareSnapshotResource({ params, query }) {
      const { compare } = open(params.id, query);
      const states = compare.find({ tenant: query.tenant, id: params.resource });
      return describeStates(dependencies, { tenant: query.tenant, id: params.resource, ...states });
    },
  } satisfies Partial<AdminHandlers>;
}

/** What a snapshot of one tenant does not have has neither come nor gone. */
function isInScope(states: readonly (Snapshot | null)[], wanted: string): boolean {
  return states.every((state) => (state?.tenant ?? wanted) === wanted);
}

interface States {
  readonly tenant: string;
  readonly id: string;
  readonly before: ComparedResource | undefined;
  readonly after: ComparedResource | undefined;
}

function describeStates(dependencies: AdminAppDependencies, states: States): ResourceComparison {
  const { before, after, id } = states;
  const there = after ?? before;
  if (there === undefined) {
    throw adminFailure('not-found', `Neither state has a resource "${id}".`);
  }
  const changes = diffStates(dependencies, states);
  const { resourceType } = there;
  return { kind: kindOf(states, changes), id, resourceType, name: nameOf(there), changes };
}

function kindOf(
  { before, after }: States,
  changes: readonly AttributeChange[],
): ResourceComparison['kind'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return changes.length === 0 ? 'same' : 'changed';
}

/** What a tenant that is no more holds secret cannot be known: then only paths are told. */
function diffStates(
  { store }: AdminAppDependencies,
  { tenant: slug, before, after }: States,
): AttributeChange[] {
  const tenant = store.tenants.find(slug);
  const type = after?.resourceType ?? before?.resourceType ?? '';
  const model = tenant && findModelByName(modelsOf(store, tenant), type);
  const [old, now] = [before, after].map((state) => (state ? withMembers(state) : null));
  if (model !== undefined) return diffWithoutSecrets(model, old ?? null, now ?? null);
  return diffResources(old ?? null, now ?? null).map(({ path, kind }) => ({ path, kind }));
}

function withMembers({ document, members }: ComparedResource): ScimResource {
  return members.length === 0 ? document : { ...document, members };
}

function nameOf({ document: { userName, displayName } }: ComparedResource): string | null {
  if (typeof userName === 'string') return userName;
  return typeof displayName === 'string' ? displayName : null;
}
