// How what one tenant says of itself differs from what another says: attribute by attribute, member by member.
// Order, descriptions and places (`meta`) say nothing about behaviour and are left out.
import type { Discovery, SchemaDifference } from '../../../shared/admin/schema-comparison.ts';
import {
  isJsonObject,
  objectsIn,
  textOf,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';

/** A thing that both sides may have, found by its document and path. */
interface Entry {
  readonly document: string;
  readonly path: string;
  readonly members: Readonly<Record<string, JsonValue>>;
}

const WITHOUT_WEIGHT = new Set(['description', 'meta', 'subAttributes', 'schemas', 'id', 'name']);

/** Seen from `here`; in the order of `here`, then what only `there` has. */
export function compareDiscovery(here: Discovery, there: Discovery): SchemaDifference[] {
  const mine = listEntries(here);
  const theirs = new Map(listEntries(there).map((entry) => [keyOf(entry), entry]));
  const known = new Set(mine.map(keyOf));
  return [
    ...dropInner(mine.flatMap((entry) => compareEntry(entry, theirs.get(keyOf(entry))))),
    ...dropInner(
      [...theirs.values()]
        .filter((entry) => !known.has(keyOf(entry)))
        .map(({ document, path }) => ({ document, path, kind: 'only-there', members: [] })),
    ),
  ];
}

function compareEntry(entry: Entry, other: Entry | undefined): SchemaDifference[] {
  const { document, path } = entry;
  if (other === undefined) return [{ document, path, kind: 'only-here', members: [] }];
  const names = new Set([...Object.keys(entry.members), ...Object.keys(other.members)]);
  const members = [...names].flatMap((name) => {
    const here = entry.members[name] ?? null;
    const there = other.members[name] ?? null;
    return JSON.stringify(here) === JSON.stringify(there) ? [] : [{ name, here, there }];
  });
  return members.length === 0 ? [] : [{ document, path, kind: 'differs', members }];
}

/** Of a schema or attribute that only one side has, its parts need no line of their own. */
function dropInner(differences: readonly SchemaDifference[]): SchemaDifference[] {
  const whole = new Set(
    differences.filter(({ kind }) => kind !== 'differs').map((one) => keyOf(one)),
  );
  return differences.filter(({ document, path }) => {
    const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
    const isInner =
      path !== '' && (whole.has(`${document} `) || whole.has(`${document} ${parent}`));
    return !isInner;
  });
}

function keyOf({ document, path }: Pick<Entry, 'document' | 'path'>): string {
  return `${document} ${path}`;
}

function listEntries({ serviceProviderConfig, resourceTypes, schemas }: Discovery): Entry[] {
  return [
    ...listCapabilities(serviceProviderConfig),
    ...objectsIn(resourceTypes['Resources']).map(describeType),
    ...objectsIn(schemas['Resources']).flatMap(listSchema),
  ];
}

function listCapabilities(config: JsonObject): Entry[] {
  return Object.entries(config)
    .filter(([name]) => !WITHOUT_WEIGHT.has(name))
    .map(([path, value]) => ({
      document: 'ServiceProviderConfig',
      path,
      members: isJsonObject(value) ? value : { value },
    }));
}

function describeType({ name, endpoint, schema, schemaExtensions }: JsonObject): Entry {
  const extensions = objectsIn(schemaExtensions).map(
    (one) =>
      [
        `extension ${textOf(one['schema'])}`,
        one['required'] === true ? 'required' : 'optional',
      ] as const,
  );
  const members = { endpoint: textOf(endpoint), schema: textOf(schema) };
  return {
    document: 'ResourceTypes',
    path: textOf(name),
    members: { ...members, ...Object.fromEntries(extensions) },
  };
}

function listSchema({ id, attributes }: JsonObject): Entry[] {
  const document = textOf(id);
  return [{ document, path: '', members: {} }, ...listAttributes(document, '', attributes)];
}

function listAttributes(
  document: string,
  prefix: string,
  attributes: JsonValue | undefined,
): Entry[] {
  return objectsIn(attributes).flatMap((attribute) => {
    const path = prefix + textOf(attribute['name']);
    const members = Object.fromEntries(
      Object.entries(attribute).filter(([name]) => !WITHOUT_WEIGHT.has(name)),
    );
    const entry = { document, path, members };
    return [entry, ...listAttributes(document, `${path}.`, attribute['subAttributes'])];
  });
}
