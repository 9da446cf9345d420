// Who set each attribute of a resource last: for every value that it has now, the newest revision that brought it. Of a
// multi-valued attribute each element has its own.
import type { AttributeBlame } from '../../shared/admin/resource-tools.ts';
import { isJsonArray, type JsonValue } from '../../shared/scim/json.ts';
import type { AttributeChange } from '../../shared/admin/request-log.ts';
import { flattenResource } from '../scim/resource/flatten-resource.ts';
import { hideSecrets } from '../scim/resource/hide-secrets.ts';
import { valueKey } from '../scim/resource/same-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { StoredRevision } from '../store/history.ts';
import type { OperationContext } from './context.ts';
import { requireResource, scopeOf } from './find-resource.ts';

interface Place {
  readonly path: string;
  /** Place in the list of a multi-valued attribute; null for any other. */
  readonly element: number | null;
  readonly key: string;
}

/** In the order of the attributes; what no revision brought is left out. Throws `notFound`. */
export function readBlame(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): readonly AttributeBlame[] {
  const record = requireResource(context, model, id);
  const places = listPlaces(hideSecrets(record.document, model));
  const found = new Map<Place, AttributeBlame>();
  for (const revision of context.store.history.walk({
    ...scopeOf(context, model),
    resourceId: id,
  })) {
    if (found.size === places.length) break;
    const byPath = Map.groupBy(revision.changes, ({ path }) => path);
    for (const place of places) {
      const change = byPath.get(place.path)?.at(-1);
      if (change === undefined || found.has(place) || !brought(change, place)) continue;
      found.set(place, describeBlame(place, revision));
    }
  }
  return places.flatMap((place) => found.get(place) ?? []);
}

function listPlaces(document: Parameters<typeof flattenResource>[0]): readonly Place[] {
  return [...flattenResource(document)].flatMap(([path, value]): Place[] =>
    isJsonArray(value)
      ? value.map((element, index) => ({ path, element: index, key: valueKey(element) }))
      : [{ path, element: null, key: '' }],
  );
}

/** Whether the change put the value where it is: an element that was there before is older. */
function brought({ before, after }: AttributeChange, { element, key }: Place): boolean {
  if (element === null) return true;
  return includes(after, key) && !includes(before, key);
}

function includes(list: JsonValue | undefined, key: string): boolean {
  return isJsonArray(list) && list.some((element) => valueKey(element) === key);
}

function describeBlame({ path, element }: Place, revision: StoredRevision): AttributeBlame {
  const { changes: _changes, memberIds: _ids, ...origin } = revision;
  return { path, element, ...origin };
}
