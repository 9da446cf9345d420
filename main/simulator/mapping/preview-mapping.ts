// What the mappings make of one object of the directory, and what would be sent for it. The requests are put together by
// the very functions that the engine writes with.
import type { Application } from '../../../shared/simulator/application.ts';
import type { ObjectMapping } from '../../../shared/simulator/mapping.ts';
import type {
  MappingPreview,
  MappingPreviewOrder,
  PreviewSkip,
} from '../../../shared/simulator/mapping-preview.ts';
import type { ScimCall } from '../client/scim-call.ts';
import { toWireAttribute, type WireAttribute } from '../client/wire-value.ts';
import { createResource, deleteResource, updateResource } from '../client/write-requests.ts';
import { mappingOf } from '../engine/cycle-context.ts';
import { judgeEntitlement, type EntitlementRules } from '../engine/entitlement.ts';
import { dependsOnDeletion } from '../engine/map-source.ts';
import { toSourceEntry, type SourceObject } from '../engine/source-object.ts';
import type { MappedAttribute, MappedObject } from '../mapped-object.ts';
import type { SourceEntry, SourceValue } from '../source-entry.ts';
import { DEFAULT_DOMAIN } from './default-domain.ts';
import { mapEntry, type MappingOptions } from './map-entry.ts';
import { steadyDraw } from './steady-draw.ts';

export interface PreviewSubject {
  readonly application: Application;
  readonly source: SourceObject;
  /** Those of the job, where the order names none. */
  readonly settings: EntitlementRules['settings'];
  readonly now: Date;
}

export function previewMapping(
  subject: PreviewSubject,
  order: MappingPreviewOrder,
): MappingPreview {
  const { application, source } = subject;
  const { objectType, object } = source;
  const mapping = mappingOf(order, objectType);
  const entitlement = judgeEntitlement(source, {
    application,
    mapping,
    settings: {
      scope: order.scope ?? subject.settings.scope,
      defaultAccess: order.defaultAccess ?? subject.settings.defaultAccess,
    },
  });
  const { isAssigned, hasRole, reason, scope } = entitlement;
  const isSoftDeleted = reason !== null;
  const entry = toSourceEntry(source, { isSoftDeleted, application });
  const map = createMapper(subject, order);
  const [created, updated] = [map(entry, 'create'), map(entry, 'update')];
  return {
    objectId: object.objectId,
    objectType,
    displayName: object.displayName,
    isAssigned,
    hasRole,
    isSoftDeleted,
    reason,
    scope,
    source: readSource(entry),
    attributes: mapping.attributeMappings.map(({ target }) => describe(target, created, updated)),
    ...previewRequests({ order, mapping, map, isSoftDeleted, subject }),
  };
}

function createMapper({ source, now }: PreviewSubject, { schema }: MappingPreviewOrder) {
  const isUser = source.objectType === 'User';
  const targetAttributes = isUser ? schema.userTargetAttributes : schema.groupTargetAttributes;
  return (entry: SourceEntry, occasion: MappingOptions['occasion']): MappedObject =>
    mapEntry(entry, mappingOf({ schema }, source.objectType), {
      occasion,
      targetAttributes,
      now: now.getTime(),
      ...steadyDraw(source.object.objectId),
      defaultDomain: DEFAULT_DOMAIN,
    });
}

interface RequestOrder {
  readonly order: MappingPreviewOrder;
  readonly mapping: ObjectMapping;
  readonly map: ReturnType<typeof createMapper>;
  readonly isSoftDeleted: boolean;
  readonly subject: PreviewSubject;
}

/** As the engine maps: whoever is written as somebody in scope is, and who is not is disabled by what depends on it. */
function previewRequests({
  order: { isFlagged },
  mapping,
  map,
  isSoftDeleted,
  subject: { application, source },
}: RequestOrder): Pick<MappingPreview, 'create' | 'update'> {
  const { objectType } = source;
  const { targetActions } = mapping;
  const active = toSourceEntry(source, { isSoftDeleted: false, application });
  const [created, updated] = [map(active, 'create'), map(active, 'update')];
  const reasonToSkip = (mapped: MappedObject, mayWrite: boolean): PreviewSkip | null => {
    if (!mayWrite) return 'targetActionDisabled';
    return mapped.problems.length > 0 ? 'attributeValidationFailed' : null;
  };
  const write = (attributes: readonly WireAttribute[]) =>
    updateResource(
      { type: objectType, id: '{id}' },
      attributes.map((attribute) => ({ attribute, isReplacement: attribute.roleForm === null })),
      { isFlagged },
    );
  const create = writeCall(
    wireOf(created),
    isSoftDeleted || !mapping.enabled ? 'notInScope' : reasonToSkip(created, targetActions.create),
    (attributes) => createResource(objectType, attributes),
  );
  if (!isSoftDeleted) {
    const skipped = mapping.enabled ? reasonToSkip(updated, targetActions.update) : 'notInScope';
    return { create, update: writeCall(wireOf(updated), skipped, write) };
  }
  if (objectType === 'Group') {
    const skipped = targetActions.delete ? null : 'targetActionDisabled';
    const call = deleteResource({ type: 'Group', id: '{id}' });
    return { create, update: describeCall(call, skipped) };
  }
  const entry = toSourceEntry(source, { isSoftDeleted: true, application });
  const disabling = map(entry, 'update').attributes.filter(
    ({ mapping: each, value }) => value !== null && dependsOnDeletion(each),
  );
  const skipped = targetActions.update ? null : 'targetActionDisabled';
  return { create, update: writeCall(wireOf({ attributes: disabling }), skipped, write) };
}

function describe(
  target: string,
  created: MappedObject,
  updated: MappedObject,
): MappingPreview['attributes'][number] {
  const find = (mapped: MappedObject) => mapped.attributes.find((one) => one.target === target);
  const [onCreate, onUpdate] = [find(created), find(updated)];
  const problems = [...created.problems, ...updated.problems];
  return {
    target,
    created: showValue(onCreate),
    updated: showValue(onUpdate),
    isReference: onCreate?.isReference ?? false,
    isRedacted: onCreate?.isRedacted ?? false,
    problem: problems.find((problem) => problem.target === target)?.message ?? null,
  };
}

function showValue(mapped: MappedAttribute | undefined): string | string[] | null {
  const value = mapped?.value ?? null;
  if (value === null) return null;
  if (typeof value !== 'object') return showPlain(value);
  return value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
}

function showPlain(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

/** References are not in these requests: they follow when all objects are there. */
function wireOf({ attributes }: Pick<MappedObject, 'attributes'>): readonly WireAttribute[] {
  return attributes
    .filter(({ isReference }) => !isReference)
    .flatMap((attribute) => toWireAttribute(attribute) ?? []);
}

function writeCall(
  attributes: readonly WireAttribute[],
  skipped: PreviewSkip | null,
  write: (attributes: readonly WireAttribute[]) => ScimCall,
): MappingPreview['create'] {
  return attributes.length === 0 ? null : describeCall(write(attributes), skipped);
}

function describeCall(
  { method, path, body }: ScimCall,
  skipped: PreviewSkip | null,
): NonNullable<MappingPreview['create']> {
  return { method, path: decodeURIComponent(path), body: body ?? {}, skipped };
}

function readSource({ attributes }: SourceEntry): MappingPreview['source'] {
  const readable = (value: SourceValue) =>
    typeof value === 'object' && value !== null ? [...value] : value;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, readable(value)]),
  );
}
