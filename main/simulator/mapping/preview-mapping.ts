// What the mappings make of one object of the directory, and what would be sent for it. The requests are put together by
// the very functions that the engine writes with.
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { Application } from '../../../shared/simulator/application.ts';
import type {
  MappingPreview,
  MappingPreviewOrder,
} from '../../../shared/simulator/mapping-preview.ts';
import type { ScimCall } from '../client/scim-call.ts';
import { toWireAttribute, type WireAttribute } from '../client/wire-value.ts';
import { createResource, updateResource } from '../client/write-requests.ts';
import { toSourceEntry, type SourceObject } from '../engine/source-object.ts';
import type { MappedAttribute, MappedObject } from '../mapped-object.ts';
import { evaluateScope } from '../scope/evaluate-scope.ts';
import type { SourceEntry, SourceValue } from '../source-entry.ts';
import { DEFAULT_DOMAIN } from './default-domain.ts';
import { mapEntry, type MappingOptions } from './map-entry.ts';
import { steadyDraw } from './steady-draw.ts';

export interface PreviewSubject {
  readonly application: Application;
  readonly source: SourceObject;
  readonly now: Date;
}

export function previewMapping(
  { application, source, now }: PreviewSubject,
  { schema, scope, isFlagged }: MappingPreviewOrder,
): MappingPreview {
  const { objectType, object, assignments } = source;
  const isUser = objectType === 'User';
  const mapping = isUser ? schema.users : schema.groups;
  const targetAttributes = isUser ? schema.userTargetAttributes : schema.groupTargetAttributes;
  const isAssigned = assignments.length > 0;
  const active = toSourceEntry(source, { isSoftDeleted: false, application });
  const outcome = evaluateScope(active, mapping.scopingFilters);
  const isSoftDeleted =
    !isActive(source) || !outcome.isInScope || (scope === 'assigned' && !isAssigned);
  const entry = toSourceEntry(source, { isSoftDeleted, application });
  const map = (occasion: MappingOptions['occasion']) =>
    mapEntry(entry, mapping, {
      occasion,
      targetAttributes,
      now: now.getTime(),
      ...steadyDraw(object.objectId),
      defaultDomain: DEFAULT_DOMAIN,
    });
  const [created, updated] = [map('create'), map('update')];
  return {
    objectId: object.objectId,
    objectType,
    displayName: object.displayName,
    isAssigned,
    isSoftDeleted,
    scope: outcome,
    source: readSource(entry),
    attributes: mapping.attributeMappings.map(({ target }) => describe(target, created, updated)),
    create: writeCall(wireOf(created), (attributes) => createResource(objectType, attributes)),
    update: writeCall(wireOf(updated), (attributes) =>
      updateResource(
        { type: objectType, id: '{id}' },
        attributes.map((attribute) => ({ attribute, isReplacement: attribute.roleForm === null })),
        { isFlagged },
      ),
    ),
  };
}

function isActive(source: SourceObject): boolean {
  if (source.object.deletedDateTime !== null) return false;
  return source.objectType === 'Group' || source.object.accountEnabled;
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
function wireOf({ attributes }: MappedObject): readonly WireAttribute[] {
  return attributes
    .filter(({ isReference }) => !isReference)
    .flatMap((attribute) => toWireAttribute(attribute) ?? []);
}

function writeCall(
  attributes: readonly WireAttribute[],
  write: (attributes: readonly WireAttribute[]) => ScimCall,
): { method: string; path: string; body: JsonObject } | null {
  if (attributes.length === 0) return null;
  const { method, path, body } = write(attributes);
  return { method, path: decodeURIComponent(path), body: body ?? {} };
}

function readSource({ attributes }: SourceEntry): MappingPreview['source'] {
  const readable = (value: SourceValue) =>
    typeof value === 'object' && value !== null ? [...value] : value;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, readable(value)]),
  );
}
