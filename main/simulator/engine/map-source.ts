// What the mappings want the target to have of an object, references left out.
import type { AttributeMapping, ObjectMapping } from '../../../shared/simulator/mapping.ts';
import { toWireAttribute, type WireAttribute } from '../client/wire-value.ts';
import type { MappedAttribute, MappedObject, MappingProblem } from '../mapped-object.ts';
import { DEFAULT_DOMAIN } from '../mapping/default-domain.ts';
import { mapEntry } from '../mapping/map-entry.ts';
import { mappingOf, type CycleContext } from './cycle-context.ts';
import { toSourceEntry, type SourceObject } from './source-object.ts';

export interface WantedObject {
  readonly attributes: readonly WireAttribute[];
  readonly problems: readonly MappingProblem[];
  /** Targets whose values logs do not show. */
  readonly redacted: ReadonlySet<string>;
}

export interface MapOrder {
  readonly occasion: 'create' | 'update';
  readonly isSoftDeleted: boolean;
}

export function mapSource(
  context: CycleContext,
  source: SourceObject,
  order: MapOrder,
): WantedObject {
  const { attributes, problems } = mapAll(context, source, order);
  const plain = attributes.filter(({ isReference }) => !isReference);
  return {
    attributes: plain.flatMap((attribute) => toWireAttribute(attribute) ?? []),
    problems,
    redacted: new Set(plain.filter(({ isRedacted }) => isRedacted).map(({ target }) => target)),
  };
}

/** Those of matching attributes, as on a creation, so that what is written then only can match too. */
export function mapMatchingAttributes(
  context: CycleContext,
  source: SourceObject,
): MappedObject['attributes'] {
  const { users, groups } = context.schema;
  const schema = { ...context.schema, users: onlyMatching(users), groups: onlyMatching(groups) };
  const order = { occasion: 'create', isSoftDeleted: false } as const;
  return mapAll({ ...context, schema }, source, order).attributes;
}

function onlyMatching(mapping: ObjectMapping): ObjectMapping {
  const attributeMappings = mapping.attributeMappings.filter(
    ({ matchingPrecedence }) => matchingPrecedence !== null,
  );
  return { ...mapping, attributeMappings };
}

/** What disables: attributes that depend on IsSoftDeleted, mapped for an object that is. */
export function mapSourceForDisable(
  context: CycleContext,
  source: SourceObject,
): MappedObject['attributes'] {
  const { attributes } = mapAll(context, source, { occasion: 'update', isSoftDeleted: true });
  return attributes.filter(({ mapping, value }) => value !== null && dependsOnDeletion(mapping));
}

/** Whether what it writes follows from the object being in scope or not. */
export function dependsOnDeletion({ type, source, expression }: AttributeMapping): boolean {
  if (type === 'Direct') return source === 'IsSoftDeleted';
  return type === 'Expression' && (expression ?? '').includes('[IsSoftDeleted]');
}

/** objectIds by the target attribute that refers to them; null: to nobody. */
export function mapReferences(
  context: CycleContext,
  source: SourceObject,
): ReadonlyMap<string, string | null> {
  const { attributes } = mapAll(context, source, { occasion: 'update', isSoftDeleted: false });
  const references = attributes.filter(({ isReference }) => isReference);
  return new Map(references.map(({ target, value }) => [target, textOrNull(value)]));
}

function textOrNull(value: MappedAttribute['value']): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function mapAll(
  context: CycleContext,
  source: SourceObject,
  { occasion, isSoftDeleted }: MapOrder,
): MappedObject {
  const { schema, application, now, newId, random } = context;
  const entry = toSourceEntry(source, { isSoftDeleted, application });
  return mapEntry(entry, mappingOf(context, source.objectType), {
    occasion,
    targetAttributes:
      source.objectType === 'User' ? schema.userTargetAttributes : schema.groupTargetAttributes,
    now: now().getTime(),
    newGuid: newId,
    random,
    defaultDomain: DEFAULT_DOMAIN,
  });
}

/** Of the simulated Entra tenant. */
