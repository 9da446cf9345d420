// What a change of schemas would do to the resources that a tenant holds: told before it is done. Each resource of a
// type that changes is looked at; the plan names the first of them. @see RFC 7643 §2.2
import type { SchemaEffect, SchemaPlan } from '../../shared/admin/schema.ts';
import { indexEntries } from '../scim/schema/index-entries.ts';
import { type Misfit, type ModelChange, refitResource } from '../scim/schema/refit-resource.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { Store } from '../store/open-store.ts';
import type { ResourceRecord } from '../store/resource-record.ts';

/** Ids that an effect names at most. */
const MAX_IDS = 10;

export interface ModelsChange {
  readonly tenantId: number;
  readonly before: readonly ResourceModel[];
  readonly after: readonly ResourceModel[];
}

export function planSchemaChange(store: Store, change: ModelsChange): SchemaPlan {
  const effects = [
    ...removedTypes(change).map((model) => planRemoval(store, change.tenantId, model)),
    ...changedTypes(change).flatMap((model) => planRefit(store, change.tenantId, model)),
  ].filter(({ count }) => count > 0);
  return {
    isBreaking: effects.length > 0,
    isBlocked: effects.some(({ consequence }) => consequence === 'blocks'),
    effects,
  };
}

/** Resource types that were there and will not be. */
export function removedTypes({ before, after }: ModelsChange): readonly ResourceModel[] {
  return before.filter(({ type }) => findModelByName(after, type.name) === undefined);
}

/** Resource types that stay, but have other schemas or other characteristics of an attribute. */
export function changedTypes({ before, after }: ModelsChange): readonly ModelChange[] {
  return before.flatMap((model) => {
    const now = findModelByName(after, model.type.name);
    const isSame = now === undefined || JSON.stringify(now) === JSON.stringify(model);
    return isSame ? [] : [{ before: model, after: now }];
  });
}

function planRemoval(store: Store, tenantId: number, { type }: ResourceModel): SchemaEffect {
  const scope = { tenantId, resourceType: type.name };
  const ids: string[] = [];
  for (const { id } of store.tenantData.walk(scope)) {
    if (ids.push(id) === MAX_IDS) break;
  }
  return {
    resourceType: type.name,
    path: '',
    reason: 'resource-type-removed',
    consequence: 'deleted',
    count: store.tenantData.countType(scope),
    ids,
  };
}

function planRefit(store: Store, tenantId: number, change: ModelChange): readonly SchemaEffect[] {
  const resourceType = change.after.type.name;
  const effects = createEffects(resourceType);
  const doubles = createDoubles(change.after);
  for (const record of store.tenantData.walk({ tenantId, resourceType })) {
    const { document, misfits } = refitResource(record.document, change);
    effects.add(record.id, misfits);
    effects.add(record.id, doubles.find({ ...record, document }));
  }
  return effects.list();
}

/** Gathers misfits by path and reason; a resource counts once in each. */
function createEffects(resourceType: string) {
  const effects = new Map<string, { misfit: Misfit; count: number; ids: string[] }>();

  function add(id: string, misfits: readonly Misfit[]): void {
    const distinct = new Map(misfits.map((misfit) => [`${misfit.reason} ${misfit.path}`, misfit]));
    for (const [key, misfit] of distinct) {
      const effect = effects.get(key) ?? { misfit, count: 0, ids: [] };
      effect.count += 1;
      if (effect.ids.length < MAX_IDS) effect.ids.push(id);
      effects.set(key, effect);
    }
  }

  function list(): readonly SchemaEffect[] {
    return [...effects.values()].map(({ misfit, count, ids }) => {
      const { path, reason, consequence } = misfit;
      return { resourceType, path, reason, consequence, count, ids };
    });
  }

  return { add, list };
}

/** Finds values that would have to be unique and are not: the second resource that has one is the misfit. */
function createDoubles(model: ResourceModel) {
  const seen = new Set<string>();

  function find({ document }: Pick<ResourceRecord, 'document'>): readonly Misfit[] {
    return indexEntries(model, document)
      .filter(({ isUnique }) => isUnique)
      .filter(({ indexName, key }) => {
        const text = JSON.stringify([indexName, key]);
        return seen.size === seen.add(text).size;
      })
      .map(({ path }) => ({ path, reason: 'not-unique', consequence: 'blocks' }) as const);
  }

  return { find };
}
