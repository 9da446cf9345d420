// How a job is set, as the actions that set it so: what differs of settings, mappings and scoping filters.
import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type {
  AttributeMapping,
  ObjectMapping,
  SynchronizationSchema,
} from '../../../shared/simulator/mapping.ts';
import type { Domains } from './domains.ts';
import type { ActionDraft } from './drafts.ts';

type MappedObject = 'users' | 'groups';

/** Undefined where they are the same. */
export function describeSettings(before: JsonObject, after: JsonObject): ActionDraft | undefined {
  const settings = difference(before, after);
  return Object.keys(settings).length === 0 ? undefined : { do: 'configure', settings };
}

function difference(before: JsonObject, after: JsonObject): JsonObject {
  const pairs = Object.entries(after).flatMap(([name, value]): [string, JsonValue][] => {
    const old = before[name];
    if (isDeepStrictEqual(old, value)) return [];
    if (isJsonObject(old) && isJsonObject(value)) return [[name, difference(old, value)]];
    return [[name, value]];
  });
  return Object.fromEntries(pairs);
}

export interface SchemaChange {
  readonly actions: readonly ActionDraft[];
  /** What no action can say. */
  readonly left: readonly string[];
}

export function describeSchema(
  before: SynchronizationSchema,
  after: SynchronizationSchema,
  domains: Domains,
): SchemaChange {
  const objects = ['users', 'groups'] as const;
  const lists = ['userTargetAttributes', 'groupTargetAttributes'] as const;
  return {
    actions: objects.flatMap((object) =>
      describeObject({ object, before: before[object], after: after[object], domains }),
    ),
    left: lists
      .filter((list) => !isDeepStrictEqual(before[list], after[list]))
      .map(() => 'The attribute list of the application was edited: do it by hand before.'),
  };
}

interface ObjectChange {
  readonly object: MappedObject;
  readonly before: ObjectMapping;
  readonly after: ObjectMapping;
  readonly domains: Domains;
}

function describeObject(change: ObjectChange): readonly ActionDraft[] {
  const { object, before, after, domains } = change;
  const targets = new Set(after.attributeMappings.map(({ target }) => target));
  const removed = before.attributeMappings.filter(({ target }) => !targets.has(target));
  const filters = after.scopingFilters.map((filter) => ({
    ...filter,
    clauses: filter.clauses.map((each) => ({ ...each, value: domains.relative(each.value) })),
  }));
  return [
    ...removed.map(({ target }): ActionDraft => ({ do: 'unmap-attribute', object, target })),
    ...describeMappings(change),
    ...(isDeepStrictEqual(before.scopingFilters, after.scopingFilters)
      ? []
      : [{ do: 'set-scope', object, filters } as const]),
    ...describeSwitches(change),
  ];
}

/** Who is no matching attribute any more comes first: no two may have the same precedence, not even for a moment. */
function describeMappings({ object, before, after, domains }: ObjectChange): ActionDraft[] {
  const changed = after.attributeMappings.filter(
    (each) => !before.attributeMappings.some((old) => isDeepStrictEqual(old, each)),
  );
  const sorted = changed.toSorted((a, b) => rank(a) - rank(b));
  return sorted.flatMap((mapping) => {
    const old = before.attributeMappings.find(({ target }) => target === mapping.target);
    const isReset = old !== undefined && old.defaultValue !== null && mapping.defaultValue === null;
    const { target } = mapping;
    const reset: ActionDraft[] = isReset ? [{ do: 'unmap-attribute', object, target }] : [];
    return [
      ...reset,
      describeMapping({ object, mapping, old: isReset ? undefined : old, domains }),
    ];
  });
}

function rank({ matchingPrecedence }: AttributeMapping): number {
  return matchingPrecedence ?? 0;
}

interface MappingChange {
  readonly object: MappedObject;
  readonly mapping: AttributeMapping;
  readonly old: AttributeMapping | undefined;
  readonly domains: Domains;
}

/** What is not said stays as it was; of a new mapping it is the usual. */
function describeMapping({ object, mapping, old, domains }: MappingChange): ActionDraft {
  const { target, matchingPrecedence, apply } = mapping;
  return {
    do: 'map-attribute',
    ...(object === 'groups' && { object }),
    target,
    ...describeSource(mapping, domains),
    ...(matchingPrecedence !== (old?.matchingPrecedence ?? null) && { matchingPrecedence }),
    ...(apply !== (old?.apply ?? 'Always') && { apply }),
  };
}

function describeSource(
  { type, source, constant, expression, defaultValue }: AttributeMapping,
  { relative }: Domains,
) {
  return {
    ...(type !== 'Direct' && { type }),
    ...(source !== null && { source }),
    ...(constant !== null && { constant: relative(constant) }),
    ...(expression !== null && { expression: relative(expression) }),
    ...(defaultValue !== null && { defaultValue: relative(defaultValue) }),
  };
}

function describeSwitches({ object, before, after }: ObjectChange): readonly ActionDraft[] {
  const { create, update, delete: remove } = after.targetActions;
  const old = before.targetActions;
  const changes = {
    ...(before.enabled !== after.enabled && { enabled: after.enabled }),
    ...(old.create !== create && { create }),
    ...(old.update !== update && { update }),
    ...(old.delete !== remove && { delete: remove }),
  };
  return Object.keys(changes).length === 0 ? [] : [{ do: 'set-object', object, ...changes }];
}
