// The path of an operation, or a path-like key in a value, resolved against the schemas. @see RFC 7644 §3.10
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode, PatchPath } from '../../../shared/scim/filter-tree.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { parsePatchPath } from '../../../shared/scim/parse-patch-path.ts';
import type { FilterTarget, ResolvedFilter } from '../filter/resolved-filter.ts';
import { resolveElementFilter } from '../filter/resolve-filter.ts';
import { quote } from '../resource/check-json.ts';
import { resolveAttribute } from '../schema/resolve-attribute.ts';
import type { ResolvedAttribute, ResourceModel, SchemaDefinition } from '../schema/schema-types.ts';
import { invalidPath, ScimError } from '../scim-error.ts';
import { repairUrn, splitCustomUrn } from '../resource/extension-urn.ts';
import type { PatchTarget, ReadPlace } from './patch-operation.ts';

/**
 * What a path leads to; undefined when no schema knows the name. The schema of a whole core URN counts as an
 * extension target too. Throws `invalidPath`.
 */
export function readPatchTarget(sent: string, place: ReadPlace): PatchTarget | undefined {
  const text = place.profile.acceptMisspeltUrns ? repairUrn(sent) : sent;
  const label = `${place.pathLabel}${quote(sent)}`;
  const schema = findSchema(place.model, text);
  if (schema !== undefined) return { kind: 'extension', urn: schema.id, schema };
  const parsed = parse(text, label, place.profile);
  const name =
    parsed.subAttribute === undefined
      ? parsed.attribute
      : `${parsed.attribute}.${parsed.subAttribute}`;
  const path = resolveAttribute(place.model, name);
  if (path === undefined)
    return readFreeTarget(parsed, place) ?? readCustomTarget(parsed, place.model, label);
  if (parsed.filter === undefined) return { kind: 'attribute', path, filter: undefined };
  if (!path.attribute.multiValued || path.attribute.type !== 'complex') {
    throw invalidPath(`${label} has a filter, but ${path.attribute.name} is no list of objects`);
  }
  return { kind: 'attribute', path, filter: resolve(parsed.filter, path, { ...place, label }) };
}

function findSchema(model: ResourceModel, urn: string): SchemaDefinition | undefined {
  const wanted = urn.toLowerCase();
  return [model.core, ...model.extensions].find(({ id }) => id.toLowerCase() === wanted);
}

function parse(text: string, label: string, profile: Profile): PatchPath {
  try {
    return parsePatchPath(text, { lenient: profile.acceptUnquotedFilterValues });
  } catch (cause) {
    if (!(cause instanceof FilterSyntaxError)) throw cause;
    throw pathError(`${label} cannot be read: ${cause.message}`, cause);
  }
}

/** Never kept where no schema says that it is not returned. @see RFC 7643 §4.1.1 */
export function isSecret(name: string): boolean {
  return name.toLowerCase() === 'password';
}

/** An attribute of the resource itself that no schema has, where the tenant keeps such. */
function readFreeTarget(
  { attribute, filter }: PatchPath,
  { profile }: ReadPlace,
): PatchTarget | undefined {
  const [name = '', sub] = attribute.split('.', 2);
  const isFree = filter === undefined && !name.includes(':') && !isSecret(name);
  if (profile.unknownAttributes !== 'store' || !isFree) return undefined;
  return { kind: 'custom', urn: undefined, names: sub === undefined ? [name] : [name, sub] };
}

function readCustomTarget(
  parsed: PatchPath,
  model: ResourceModel,
  label: string,
): PatchTarget | undefined {
  const custom = splitCustomUrn(parsed.attribute);
  if (custom === undefined || findSchema(model, custom.urn) !== undefined) return undefined;
  if (parsed.filter !== undefined) {
    throw invalidPath(`${label} has a filter, but no schema describes ${custom.urn}`);
  }
  if (custom.attribute === undefined) {
    return { kind: 'extension', urn: custom.urn, schema: undefined };
  }
  const [name, sub] = custom.attribute.split('.', 2);
  if (!name || sub === '') throw invalidPath(`${label} names no attribute`);
  return { kind: 'custom', urn: custom.urn, names: sub === undefined ? [name] : [name, sub] };
}

/** Where an element filter was read. */
interface FilterPlace {
  readonly label: string;
  readonly profile: Profile;
}

function resolve(node: FilterNode, path: ResolvedAttribute, at: FilterPlace): ResolvedFilter {
  const filter = resolveFilter(node, path, at);
  const unknown = findUnknown(filter);
  if (unknown === undefined) return filter;
  throw invalidPath(`${at.label} compares ${quote(unknown)}, which ${path.attribute.name} has not`);
}

function resolveFilter(
  node: FilterNode,
  path: ResolvedAttribute,
  { label, profile }: FilterPlace,
): ResolvedFilter {
  try {
    return resolveElementFilter(node, path, profile);
  } catch (cause) {
    if (!(cause instanceof ScimError)) throw cause;
    throw pathError(`${label} cannot be used: ${cause.detail}`, cause);
  }
}

function pathError(detail: string, cause: Error): ScimError {
  const error = invalidPath(detail);
  error.cause = cause;
  return error;
}

function findUnknown(filter: ResolvedFilter): string | undefined {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.terms.map(findUnknown).find((name) => name !== undefined);
    case 'not':
      return findUnknown(filter.term);
    case 'present':
    case 'compare':
      return unknownName(filter.target);
    case 'value-path':
      return findUnknown(filter.filter);
  }
}

function unknownName(target: FilterTarget): string | undefined {
  return 'unknown' in target ? target.unknown : undefined;
}
