// Chosen resources as they were in a snapshot. @see shared/admin/snapshot.ts
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { PutBackResult } from '../../../shared/admin/snapshot.ts';
import { asAdministrator } from '../../provider/administrator.ts';
import { announceEffects } from '../../provider/announce-effects.ts';
import type { OperationContext } from '../../provider/context.ts';
import { putBackResource } from '../../provider/put-back-resource.ts';
import { findModelByName } from '../../scim/schema/resource-models.ts';
import { ScimError } from '../../scim/scim-error.ts';
import type { ComparedResource } from '../../store/compare-workspaces.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { openTenant } from './open-tenant.ts';
import { orConflict, requireInScope, requireSnapshot, takeBefore } from './snapshot-handlers.ts';

interface States {
  readonly before: ComparedResource | undefined;
  readonly after: ComparedResource | undefined;
}

export function putBackHandlers(dependencies: AdminAppDependencies) {
  const { store, feed } = dependencies;
  return {
    /** People before groups, so that the groups find their members. */
    putBackResources({ params, body: { tenant, ids } }) {
      const snapshot = requireSnapshot(store, params.id);
      requireInScope(snapshot, tenant);
      const context = openContext(dependencies, tenant);
      const compare = orConflict(() => store.snapshots.compare(snapshot, null));
      const wanted = ids.map((id) => ({ id, ...compare.find({ tenant, id }) }));
      const inOrder = wanted.toSorted((a, b) => Number(isGroup(a)) - Number(isGroup(b)));
      const before = takeBefore(store, `putting back from "${snapshot.name}"`);
      const outcomes = inOrder.map((each) => attempt(context, each));
      announceEffects(feed, tenant, context.effects);
      return {
        before,
        done: outcomes.flatMap((outcome) => ('action' in outcome ? [outcome] : [])),
        failed: outcomes.flatMap((outcome) => ('message' in outcome ? [outcome] : [])),
      };
    },
  } satisfies Partial<AdminHandlers>;
}

function isGroup({ before, after }: States): boolean {
  return (before ?? after)?.resourceType === 'Group';
}

function openContext(dependencies: AdminAppDependencies, slug: string) {
  const effects: Effect[] = [];
  const report = (effect: Effect) => void effects.push(effect);
  const tenant = asAdministrator(requireTenant(dependencies, slug));
  return { ...openTenant(dependencies, slug, report), tenant, effects };
}

type Outcome = PutBackResult['done'][number] | PutBackResult['failed'][number];

/** One that cannot be put back leaves the others be. */
function attempt(
  context: OperationContext,
  { id, before, after }: States & { id: string },
): Outcome {
  try {
    return { id, action: putBack(context, id, { before, after }) };
  } catch (error) {
    if (error instanceof ScimError) return { id, message: error.detail };
    throw error;
  }
}

function putBack(context: OperationContext, id: string, { before, after }: States) {
  const type = (before ?? after)?.resourceType;
  const model = type === undefined ? undefined : findModelByName(context.models, type);
  if (model === undefined) {
    throw adminFailure(
      'not-found',
      `Neither state has a resource "${id}" of a type of the tenant.`,
    );
  }
  const document = before?.document ?? null;
  return putBackResource(context, model, { id, document, members: before?.members ?? [] });
}
