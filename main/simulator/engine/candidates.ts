// Which objects a cycle looks at, as streams: an initial cycle at all that are assigned (or at all), an incremental one at
// what changed since the watermark and at the escrows whose time has come. What leaves is found through the connections.
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { EscrowKind } from '../../store/sync-jobs/escrows.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import type { CycleContext } from './cycle-context.ts';

export interface Candidates {
  readonly users: () => Iterable<string>;
  readonly groups: () => Iterable<string>;
  /** Users whose references are looked at. */
  readonly userReferences: () => Iterable<string>;
  /** Groups whose members are looked at. */
  readonly memberships: () => Iterable<string>;
  /** Connections of objects that may have to be disabled or deleted. */
  readonly leaving: () => Iterable<Link>;
  /** Of users and groups, for the progress. */
  readonly total: number;
  /** Users and groups whose references are looked at, as many as are known by now. */
  readonly countReferences: () => number;
  /** What may have to be disabled or deleted, at most. */
  readonly mayLeave: number;
  readonly changedReferences: number;
}

const PAGE = 500;

export function initialCandidates(context: CycleContext): Candidates {
  const { directory, application, settings, schema } = context;
  const isForAll = settings.scope === 'all';
  const users = () =>
    isForAll
      ? ids((after) => directory.readUsers(after, PAGE).map(({ objectId }) => objectId))
      : ids((after) => directory.readAssignedUserIds(application.id, after, PAGE));
  const groups = () => {
    if (!schema.groups.enabled) return [];
    if (!isForAll) return directory.readAssignedGroupIds(application.id);
    return ids((after) => directory.readGroups(after, PAGE).map(({ objectId }) => objectId));
  };
  const counted = directory.countObjects();
  const countLinks = (objectType: DirectoryObjectType) =>
    context.store.links.count(context.jobKey, { objectType, search: null });
  const total = isForAll
    ? counted.users + (schema.groups.enabled ? counted.groups : 0)
    : count(users(), groups());
  return {
    users,
    groups,
    userReferences: () => (context.references.users.length === 0 ? [] : linkedIds(context, 'User')),
    memberships: () => (context.references.members ? linkedIds(context, 'Group') : []),
    leaving: () => linked(context, null),
    total,
    countReferences: () =>
      (context.references.users.length === 0 ? 0 : countLinks('User')) +
      (context.references.members ? countLinks('Group') : 0),
    mayLeave: Math.max(0, countLinks('User') + countLinks('Group') - total),
    changedReferences: 0,
  };
}

export function incrementalCandidates(
  context: CycleContext,
  watermark: number,
  touchedGroups: ReadonlySet<string>,
): Candidates {
  const { directory, application, store, jobKey, schema, references } = context;
  const changes = directory.changesSince(watermark, application.id);
  const due = store.escrows.listDue(jobKey, context.now().toISOString());
  const dueIds = (kind: EscrowKind, objectType: DirectoryObjectType) =>
    due
      .filter((escrow) => escrow.kind === kind && escrow.objectType === objectType)
      .map(({ sourceId }) => sourceId);
  // Whose references could not be written because the target does not have the object any more.
  const lostIds = (objectType: DirectoryObjectType) =>
    due
      .filter(
        (escrow) =>
          escrow.kind === 'reference' &&
          escrow.objectType === objectType &&
          escrow.errorCode === 'InvalidAnchor',
      )
      .map(({ sourceId }) => sourceId);
  const users = unique(changes.users, dueIds('entry', 'User'), lostIds('User'));
  const groups = schema.groups.enabled
    ? unique(changes.groups, dueIds('entry', 'Group'), lostIds('Group'))
    : [];
  const purged = changes.purged.map(({ objectId }) => objectId);
  const changed = unique(changes.memberships, groups, dueIds('reference', 'Group'));
  const userReferences = () =>
    references.users.length === 0 ? [] : unique(users, dueIds('reference', 'User'));
  const memberships = () => (references.members ? unique(changed, [...touchedGroups]) : []);
  const leaving = unique(users, groups, purged);
  return {
    users: () => users,
    groups: () => groups,
    userReferences,
    memberships,
    leaving: () => linksOf(context, leaving),
    total: users.length + groups.length,
    countReferences: () => userReferences().length + memberships().length,
    mayLeave: leaving.length,
    changedReferences: changes.memberships.length,
  };
}

function count(...lists: readonly Iterable<string>[]): number {
  let total = 0;
  for (const list of lists) for (const _ of list) total += 1;
  return total;
}

function unique(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

function* linksOf(
  { store, jobKey, schema }: CycleContext,
  sourceIds: readonly string[],
): Generator<Link> {
  for (const sourceId of sourceIds) {
    const link = store.links.find(jobKey, sourceId);
    if (link !== undefined && isHandled(schema, link)) yield link;
  }
}

/** Groups are left alone while their mapping is off. */
function isHandled({ groups }: CycleContext['schema'], { objectType }: Link): boolean {
  return objectType === 'User' || groups.enabled;
}

function* linked(
  { store, jobKey, schema }: CycleContext,
  objectType: DirectoryObjectType | null,
): Generator<Link> {
  let after = '';
  for (;;) {
    const page = store.links.list(jobKey, { objectType, search: null, after, limit: PAGE });
    yield* page.filter((link) => isHandled(schema, link));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.sourceId;
  }
}

function* linkedIds(context: CycleContext, objectType: DirectoryObjectType): Generator<string> {
  for (const { sourceId } of linked(context, objectType)) yield sourceId;
}

function* ids(read: (after: string | null) => readonly string[]): Generator<string> {
  let page = read(null);
  while (page.length > 0) {
    yield* page;
    page = page.length < PAGE ? [] : read(page.at(-1) ?? null);
  }
}
