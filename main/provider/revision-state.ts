// What a resource was at a revision. The history keeps differences, so the present state is taken back, one change at a
// time; a deleted resource starts from nothing, and the change that deleted it brings all of it back.
import {
  isJsonArray,
  isJsonObject,
  type JsonValue,
  type ScimResource,
} from '../../shared/scim/json.ts';
import type { AttributeChange } from '../../shared/admin/request-log.ts';
import {
  type FlatResource,
  flattenResource,
  unflattenResource,
} from '../scim/resource/flatten-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { notFound } from '../scim/scim-error.ts';
import type { ChangedMembers, StoredRevision } from '../store/history.ts';
import { ALL_MEMBERS } from '../store/members.ts';
import { hasMembers } from './assemble-resource.ts';
import type { OperationContext } from './context.ts';
import { scopeOf } from './find-resource.ts';

export interface RevisionState {
  /** undefined where the history begins after it. */
  readonly revision: StoredRevision | undefined;
  /** With `schemas`, without members; null where the revision is a deletion. */
  readonly document: ScimResource | null;
  /** Ids, of a resource that has members. */
  readonly members: readonly string[];
  /** Paths whose value of then nobody knows: secrets that were changed since. */
  readonly unknown: readonly string[];
}

interface Rewinding {
  flat: FlatResource;
  readonly members: Set<string>;
  readonly unknown: Set<string>;
}

/** Throws `notFound` for a version that the history does not have. */
export function readRevisionState(
  context: OperationContext,
  model: ResourceModel,
  { id, version }: { readonly id: string; readonly version: number },
): RevisionState {
  const state = presentState(context, model, id);
  let reached: StoredRevision | undefined;
  for (const revision of context.store.history.walk({
    ...scopeOf(context, model),
    resourceId: id,
  })) {
    if (revision.version === version) return describeState(state, revision, model);
    if (revision.version < version) break;
    takeBack(state, revision);
    reached = revision;
  }
  // A copied or imported resource begins its history with its first change here.
  const isKnown = reached?.version === version + 1 && reached.action !== 'create';
  if (isKnown) return describeState(state, undefined, model);
  throw notFound(`Version ${version} of ${model.type.name} "${id}"`);
}

function presentState(context: OperationContext, model: ResourceModel, id: string): Rewinding {
  const { store } = context;
  const record = store.resources.find(scopeOf(context, model), id);
  const members =
    record !== undefined && hasMembers(model) ? store.members.list(record, ALL_MEMBERS) : [];
  return {
    flat: flattenResource(record?.document ?? {}),
    members: new Set(members.map(({ value }) => value)),
    unknown: new Set(),
  };
}

function describeState(
  { flat, members, unknown }: Rewinding,
  revision: StoredRevision | undefined,
  model: ResourceModel,
): RevisionState {
  const document = revision?.action === 'delete' ? null : unflattenResource(flat, model);
  return { revision, document, members: [...members], unknown: [...unknown] };
}

/** Paths that are told, but live elsewhere: memberships of a deleted resource, and the password, which nobody knows. */
const ELSEWHERE = new Set(['groups', 'members']);

function takeBack(state: Rewinding, { changes, memberIds }: StoredRevision): void {
  for (const change of changes) if (!ELSEWHERE.has(change.path)) takeBackChange(state, change);
  const { added, removed } = memberIds ?? readMembers(changes);
  for (const id of added) state.members.delete(id);
  for (const id of removed) state.members.add(id);
}

function takeBackChange(
  { flat, unknown }: Rewinding,
  { path, kind, before }: AttributeChange,
): void {
  if (kind === 'added' && path !== 'password') flat.delete(path);
  else if (before !== undefined) flat.set(path, before);
  else unknown.add(path);
}

/** Ids in the lines that tell a change of members. */
function readMembers(changes: readonly AttributeChange[]): ChangedMembers {
  const told = changes.filter(({ path }) => path === 'members');
  return {
    added: told.flatMap(({ after }) => readIds(after)),
    removed: told.flatMap(({ before }) => readIds(before)),
  };
}

/** Ids of the elements of `members` or `groups`. */
export function readIds(elements: JsonValue | undefined): readonly string[] {
  if (!isJsonArray(elements)) return [];
  return elements.flatMap((element) => {
    const id = isJsonObject(element) ? element['value'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
