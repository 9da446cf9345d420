// What is set of the job: its settings, attribute mappings and scoping filters, each by reading what there is and putting
// back what is changed, as the screens do.
import type { ActionOf } from '../../../shared/scenario/actions.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import { JobSettings } from '../../../shared/simulator/job.ts';
import type {
  AttributeMapping,
  ObjectMapping,
  ScopingFilter,
  SynchronizationSchema,
} from '../../../shared/simulator/mapping.ts';
import { expandText } from '../expand.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { World } from '../world.ts';

export async function configure(
  { settings }: ActionOf<'configure'>,
  { client, application }: World,
): Promise<string> {
  const params = { application };
  const job = await client.call('getProvisioningJob', { params });
  const wanted = JobSettings.safeParse(merge(job.settings, settings));
  if (!wanted.success) {
    const [issue] = wanted.error.issues;
    throw scenarioFailure(`Settings: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const unknown = Object.keys(settings).filter((name) => !(name in job.settings));
  if (unknown.length > 0) throw scenarioFailure(`There is no setting ${unknown.join(', ')}.`);
  await client.call('putJobSettings', { params, body: wanted.data });
  return 'Saved.';
}

/** Members of an object that are not named stay as they are. */
function merge(before: JsonObject, change: JsonObject): JsonObject {
  const merged = Object.entries(change).map(([name, value]) => {
    const old = before[name];
    return [name, isJsonObject(old) && isJsonObject(value) ? merge(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(merged) };
}

export async function mapAttribute(
  action: ActionOf<'map-attribute'>,
  world: World,
): Promise<string> {
  const { object, target } = action;
  const expanded = await expandMapping(action, world);
  return changeObject(object, world, (mapping) => {
    const before = mapping.attributeMappings.find((each) => each.target === target);
    const changed = toMapping(expanded, before);
    const attributeMappings =
      before === undefined
        ? [...mapping.attributeMappings, changed]
        : mapping.attributeMappings.map((each) => (each === before ? changed : each));
    return { ...mapping, attributeMappings };
  });
}

/** What is written out may name the domain. */
async function expandMapping(
  action: ActionOf<'map-attribute'>,
  world: World,
): Promise<ActionOf<'map-attribute'>> {
  const { constant, expression, defaultValue } = action;
  return {
    ...action,
    ...(constant !== undefined && { constant: await expandText(constant, world) }),
    ...(expression !== undefined && { expression: await expandText(expression, world) }),
    ...(defaultValue !== undefined && { defaultValue: await expandText(defaultValue, world) }),
  };
}

const NEW_MAPPING = { defaultValue: null, matchingPrecedence: null, apply: 'Always' } as const;

function toMapping(
  action: ActionOf<'map-attribute'>,
  before: AttributeMapping | undefined,
): AttributeMapping {
  const { target, type, source = null, constant = null, expression = null } = action;
  const { defaultValue, matchingPrecedence, apply } = { ...NEW_MAPPING, ...before };
  return {
    target,
    type,
    source,
    constant,
    expression,
    defaultValue: action.defaultValue ?? defaultValue,
    matchingPrecedence:
      action.matchingPrecedence === undefined ? matchingPrecedence : action.matchingPrecedence,
    apply: action.apply ?? apply,
  };
}

export async function unmapAttribute(
  { object, target }: ActionOf<'unmap-attribute'>,
  world: World,
): Promise<string> {
  return changeObject(object, world, (mapping) => {
    const attributeMappings = mapping.attributeMappings.filter((each) => each.target !== target);
    if (attributeMappings.length === mapping.attributeMappings.length) {
      throw scenarioFailure(`No mapping of ${object} has the target ${target}.`);
    }
    return { ...mapping, attributeMappings };
  });
}

export async function setObject(action: ActionOf<'set-object'>, world: World): Promise<string> {
  return changeObject(action.object, world, (mapping) => {
    const { create, update, delete: remove } = { ...mapping.targetActions, ...defined(action) };
    return {
      ...mapping,
      enabled: action.enabled ?? mapping.enabled,
      targetActions: { create, update, delete: remove },
    };
  });
}

function defined({ create, update, delete: remove }: ActionOf<'set-object'>) {
  return {
    ...(create !== undefined && { create }),
    ...(update !== undefined && { update }),
    ...(remove !== undefined && { delete: remove }),
  };
}

export async function setScope(
  { object, filters }: ActionOf<'set-scope'>,
  world: World,
): Promise<string> {
  const scopingFilters = await Promise.all(filters.map((filter) => expandFilter(filter, world)));
  return changeObject(object, world, (mapping) => ({ ...mapping, scopingFilters }));
}

async function expandFilter(filter: ScopingFilter, world: World): Promise<ScopingFilter> {
  const clauses = filter.clauses.map(async (clause) => ({
    ...clause,
    value: await expandText(clause.value, world),
  }));
  return { ...filter, clauses: await Promise.all(clauses) };
}

async function changeObject(
  object: 'users' | 'groups',
  { client, application }: World,
  change: (mapping: ObjectMapping) => ObjectMapping,
): Promise<string> {
  const params = { application };
  const schema: SynchronizationSchema = await client.call('getJobSchema', { params });
  const body = { ...schema, [object]: change(schema[object]) };
  await client.call('putJobSchema', { params, body });
  return 'Saved: the next cycle is an initial one.';
}
