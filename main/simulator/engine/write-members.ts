// Members of a group: what the directory has against what the target is known to have, in batches. Both lists come in the
// order of ids, a page at a time, so that a group of any size is compared in little memory.
// Of a group that we have made all members are known. Of one that was there before, the target is asked for each.
// Entra: who is not provisioned is left out, and not added later until something touches the group. Who is in the recycle
// bin keeps his memberships.
import type { Link } from '../../store/sync-jobs/links.ts';
import { checkMember } from '../client/read-requests.ts';
import type { TargetFailure } from '../client/scim-outcome.ts';
import { addMembers, removeMembers } from '../client/write-requests.ts';
import type { CycleContext } from './cycle-context.ts';
import { judgeEntitlement } from './entitlement.ts';
import { openPassage, type Outcome, type Passage } from './passage.ts';
import { askList, isGone } from './query-target.ts';
import { readSourceObject } from './source-object.ts';

const PAGE = 500;
/** Members that a log entry names; the others are counted. */
const MAX_NAMED = 200;

/** Undefined: nothing to do and nothing to say. `only`: the members to look at; null: all. */
export async function writeGroupMembers(
  context: CycleContext,
  groupId: string,
  only: readonly string[] | null = null,
): Promise<Outcome | undefined> {
  const link = context.store.links.find(context.jobKey, groupId);
  if (link?.objectType !== 'Group' || !context.schema.groups.targetActions.update) return undefined;
  const source = readSourceObject(context.directory, context.application.id, {
    objectType: 'Group',
    objectId: groupId,
  });
  if (source === undefined) return undefined;
  const { reason } = judgeEntitlement(source, { ...context, mapping: context.schema.groups });
  if (reason !== null) return undefined;
  const passage = openPassage(context, source, link, 'reference');
  return createMemberWriter(passage, link).run(
    only === null ? findChanges(context, groupId) : chooseChanges(context, groupId, only),
    only === null,
  );
}

type MemberChange =
  | { readonly kind: 'add'; readonly memberId: string }
  | { readonly kind: 'remove'; readonly memberId: string };

/** Two ordered lists merged: what is in one alone. */
function* findChanges(context: CycleContext, groupId: string): Generator<MemberChange> {
  const { directory, store, jobKey } = context;
  const wanted = pages((after) => directory.readMemberIds(groupId, after, PAGE));
  const known = pages((after) =>
    store.linkMembers.list(jobKey, groupId, { after: after ?? '', limit: PAGE }),
  );
  let left = wanted.next();
  let right = known.next();
  while (left.done !== true || right.done !== true) {
    if (right.done === true || (left.done !== true && left.value < right.value)) {
      if (left.done !== true) yield { kind: 'add', memberId: left.value };
      left = wanted.next();
    } else if (left.done === true || right.value < left.value) {
      yield { kind: 'remove', memberId: right.value };
      right = known.next();
    } else {
      left = wanted.next();
      right = known.next();
    }
  }
}

function* pages(read: (after: string | null) => readonly string[]): Generator<string> {
  let page = read(null);
  while (page.length > 0) {
    yield* page;
    page = page.length < PAGE ? [] : read(page.at(-1) ?? null);
  }
}

/** Provision on demand adds those that were chosen and removes nobody. */
function chooseChanges(
  { store, jobKey }: CycleContext,
  groupId: string,
  chosen: readonly string[],
): MemberChange[] {
  return chosen
    .filter((memberId) => !store.linkMembers.has(jobKey, groupId, memberId))
    .map((memberId) => ({ kind: 'add', memberId }));
}

interface PlannedMember {
  readonly memberId: string;
  readonly targetId: string;
}

type Batch = { readonly kind: MemberChange['kind']; readonly members: PlannedMember[] };

function createMemberWriter(passage: Passage, link: Link) {
  const { context, entry } = passage;
  const { client, store, jobKey, settings } = context;
  const batches = { add: emptyBatch('add'), remove: emptyBatch('remove') };
  const named = { add: createNames(), remove: createNames(), unresolved: createNames() };
  let waiting: string | undefined;

  /** Resolves with a failure, after which nothing more is sent. */
  async function take(change: MemberChange): Promise<TargetFailure | undefined> {
    const { kind, memberId } = change;
    const targetId = store.links.find(jobKey, memberId)?.targetId;
    if (targetId === undefined) return kind === 'remove' ? drop(memberId) : leaveOut(memberId);
    if (kind === 'remove' && isInRecycleBin(context, memberId)) return undefined;
    if (kind === 'add' && !link.knowsMembers) {
      const check = await askList(
        { client, onExchange: entry.onExchange },
        checkMember(link.targetId, targetId),
      );
      if (check.kind === 'failed') return check.failure;
      if (check.kind === 'found') return keep([memberId], []);
    }
    const batch = batches[kind];
    batch.members.push({ memberId, targetId });
    return batch.members.length < settings.membersPerPatch ? undefined : send(batch);
  }

  function keep(added: readonly string[], removed: readonly string[]): undefined {
    context.commit({ sourceId: link.sourceId, members: { added, removed } });
  }

  /** The member is not in the target any more: no request takes it out of the group. */
  function drop(memberId: string): undefined {
    keep([], [memberId]);
  }

  function leaveOut(memberId: string): undefined {
    named.unresolved.note(memberId);
    if (store.escrows.find(jobKey, memberId, 'entry') !== undefined) waiting ??= memberId;
  }

  async function send(batch: Batch): Promise<TargetFailure | undefined> {
    const members = batch.members.splice(0);
    if (members.length === 0) return undefined;
    const ids = members.map(({ targetId }) => targetId);
    const write = batch.kind === 'add' ? addMembers : removeMembers;
    const outcome = await client.send(write(link.targetId, ids, client.target), entry.onExchange);
    if (outcome.kind !== 'ok') {
      if (isGone(outcome)) context.commit({ sourceId: link.sourceId, link: null });
      return outcome.failure;
    }
    const memberIds = members.map(({ memberId }) => memberId);
    for (const memberId of memberIds) named[batch.kind].note(memberId);
    return batch.kind === 'add' ? keep(memberIds, []) : keep([], memberIds);
  }

  async function sendAll(changes: Iterable<MemberChange>): Promise<TargetFailure | undefined> {
    for (const change of changes) {
      const failure = await take(change);
      if (failure !== undefined) return failure;
    }
    return (await send(batches.remove)) ?? send(batches.add);
  }

  async function run(
    changes: Iterable<MemberChange>,
    isComplete: boolean,
  ): Promise<Outcome | undefined> {
    const failure = await sendAll(changes);
    noteUnresolved(entry, named.unresolved);
    if (failure !== undefined) return passage.fail(failure, 'update');
    const current = store.links.find(jobKey, link.sourceId) ?? link;
    const isNewlyKnown = isComplete && !current.knowsMembers;
    const kept = isNewlyKnown ? { link: { ...current, knowsMembers: true } } : {};
    if (waiting !== undefined) return passage.fail(notYet(waiting), 'update', kept);
    return conclude(passage, named, kept);
  }

  return { run };
}

function emptyBatch(kind: MemberChange['kind']): Batch {
  return { kind, members: [] };
}

function createNames() {
  const ids: string[] = [];
  let count = 0;
  return {
    note(id: string): void {
      count += 1;
      if (ids.length < MAX_NAMED) ids.push(id);
    },
    count: () => count,
    show: () => ids.join(', ') + (count > ids.length ? ` and ${count - ids.length} more` : ''),
  };
}

type Names = ReturnType<typeof createNames>;

function isInRecycleBin({ directory }: CycleContext, memberId: string): boolean {
  return directory.findUser(memberId)?.deletedDateTime != null;
}

function notYet(memberId: string): TargetFailure {
  const reason = `members refers to ${memberId}, which could not be provisioned yet.`;
  return { errorCode: 'UnableToResolveReferenceAttributeValue', reason, status: null };
}

function noteUnresolved(entry: Passage['entry'], unresolved: Names): void {
  if (unresolved.count() === 0) return;
  entry.step(
    {
      name: 'UnableToResolveReferenceAttributeValue',
      provisioningStepType: 'referenceResolution',
    },
    {
      status: 'skipped',
      description: `${unresolved.count()} members are left out: they are not in the target.`,
      details: { PropertyName: 'members', Reference: unresolved.show() },
    },
  );
}

function conclude(
  passage: Passage,
  named: Readonly<Record<'add' | 'remove' | 'unresolved', Names>>,
  kept: { readonly link?: Link },
): Outcome | undefined {
  const { context, entry, link } = passage;
  const [added, removed] = [named.add.count(), named.remove.count()];
  if (added + removed > 0) {
    entry.step(
      { name: 'EntryExportUpdate', provisioningStepType: 'export' },
      { description: `${added} members were added, ${removed} removed.` },
    );
    const oldValue = removed === 0 ? null : named.remove.show();
    const newValue = added === 0 ? null : named.add.show();
    const modified = [{ displayName: 'members', oldValue, newValue }];
    return passage.succeed('update', { ...kept, modified });
  }
  if (named.unresolved.count() > 0) {
    return passage.skip('UnableToResolveReferenceAttributeValue', {
      description: 'Nothing is sent: the members that are missing are not in the target.',
      details: { PropertyName: 'members' },
      ...kept,
    });
  }
  const sourceId = link?.sourceId ?? '';
  const hasEscrow = context.store.escrows.find(context.jobKey, sourceId, 'reference') !== undefined;
  const escrow = hasEscrow ? { escrow: { kind: 'reference' as const, entry: null } } : {};
  if (hasEscrow || kept.link !== undefined) context.commit({ sourceId, ...kept, ...escrow });
  return undefined;
}
