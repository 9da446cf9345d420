// What changed between two versions of a resource, one line for each attribute path: for the history and the
// effect of a request. `id`, `meta` and `schemas` follow from the rest and are left out.
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import type { JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { flattenResource } from './flatten-resource.ts';
import { sameValue } from './same-resource.ts';

/**
 * The changes in the order of the attributes, removed ones in their old place. Null stands for a resource that is
 * not there yet or no more. Multi-valued attributes are compared and told as a whole.
 */
export function diffResources(
  before: ScimResource | null,
  after: ScimResource | null,
): AttributeChange[] {
  const old = flattenResource(before ?? {});
  const now = flattenResource(after ?? {});
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const change = compare(old.get(path), now.get(path));
    return change === undefined ? [] : [{ path, ...change }];
  });
}

/** The name a person knows a resource by: `userName`, else `displayName`. */
export function resourceName(resource: ScimResource): string | null {
  const { userName, displayName } = resource;
  const name = userName ?? displayName;
  return typeof name === 'string' ? name : null;
}

function compare(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Omit<AttributeChange, 'path'> | undefined {
  if (sameValue(before, after)) return undefined;
  if (before === undefined) return { kind: 'added', after };
  return after === undefined ? { kind: 'removed', before } : { kind: 'changed', before, after };
}
