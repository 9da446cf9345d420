// The resources that a change of many or an export is for: named by their ids, or found by a filter. Read in portions by
// position, so that what is done with one may write, and each is met once.
import type { BulkSelection } from '../../shared/admin/resource-tools.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import type { OperationContext } from './context.ts';
import { scopeOf } from './find-resource.ts';
import { openQuery } from './query-search.ts';

const PORTION = 500;
const EVERYTHING = { attributes: [], excludedAttributes: [] };

/** Ids that nothing is stored under are left out. Throws `invalidFilter`. */
export function* selectResources(
  context: OperationContext,
  model: ResourceModel,
  selection: BulkSelection,
): Generator<ResourceRecord> {
  const { resources } = context.store;
  if (selection.kind === 'ids') {
    for (const id of selection.ids) {
      const record = resources.find(scopeOf(context, model), id);
      if (record !== undefined) yield record;
    }
    return;
  }
  const search = openSearch(context, model, selection.filter);
  for (let after: PageStart; ;) {
    const page = resources.queryFrom(search, { after, isBackward: false, limit: PORTION });
    yield* page.records;
    if (!page.hasMore) return;
    after = page.last;
  }
}

/** Throws `invalidFilter`. */
export function countSelected(
  context: OperationContext,
  model: ResourceModel,
  selection: BulkSelection,
): number {
  const { resources } = context.store;
  if (selection.kind === 'ids') return selection.ids.length;
  const search = openSearch(context, model, selection.filter);
  return resources.query(search, { offset: 0, limit: 0 }).total;
}

type PageStart = Parameters<OperationContext['store']['resources']['queryFrom']>[1]['after'];

function openSearch(context: OperationContext, model: ResourceModel, filter: string) {
  return openQuery(context, [model], { filter, projection: EVERYTHING }).search;
}
