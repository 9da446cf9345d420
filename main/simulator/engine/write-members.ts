// Members of a group: what the directory has against what the target is known to have, in batches. Both lists come in the
// order of ids, a page at a time, so that a group of any size is compared in little memory.
// Of a group that we have made all members are known. Of one that was there before, the target is asked for each.
// Entra: who is not provisioned is left out, and not added later until something touches the group. Who is in the recycle
// bin keeps his memberships.
import { countOf } from '../../../shared/count-of.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import { checkMember } from '../client/read-requests.ts';
import type { TargetFailure } from '../client/scim-outcome.ts';
import { addMembers, removeMembers } from '../client/write-requests.ts';
import type { CycleContext } from './cycle-context.ts';
import { judgeEntitlement } from './entitlement.ts';
import { forgetEscrow } from './forget-escrow.ts';
import { openPassage, type Outcome, type Passage } from './passage.ts';
import { askReference } from './query-target.ts';
import { readSourceObject, type SourceObject } from './source-object.ts';

const PAGE = 500;
/** Members that a log entry names; the others are counted. */
const MAX_NAMED = 200;

/** Undefined: nothing to do and nothing to say. `only`: the members to look at; null: all. */
export function writeGroupMembers(
  context: CycleContext,
  groupId: string,
  only: readonly string[] | null = null,
): Promise<Outcome | undefined> {
  return context.inTurn(groupId, () => writeMembers(context, groupId, only));
}

async function writeMembers(
  context: CycleContext,
  groupId: string,
  only: readonly string[] | null,
): Promise<Outcome | undefined> {
  const link = context.store.links.find(context.jobKey, groupId);
  const source = readSourceObject(context.directory, context.application.id, {
    objectType: 'Group',
    objectId: groupId,
  });
  if (link?.objectType !== 'Group' || source === undefined || !mayWrite(context, source)) {
    return forgetEscrow(context, groupId, 'reference');
  }
  const passage = openPassage(context, { source, link, kind: 'reference' });
  const work: MemberWork = {
    passage,
    link,
    batches: { add: emptyBatch('add'), remove: emptyBatch('remove') },
    named: { add: createNames(), remove: createNames(), unresolved: createNames() },
    waitingFor: undefined,
  };
  return only === null
    ? writeChanges(work, findChanges(context, groupId), true)
    : writeChanges(work, chooseChanges(context, groupId, only), false);
}

function mayWrite(context: CycleContext, source: SourceObject): boolean {
  const mapping = context.schema.groups;
  if (!mapping.targetActions.update) return false;
  return judgeEntitlement(source, { ...context, mapping }).reason === null;
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

/** The group while its members are written. */
interface MemberWork {
  readonly passage: Passage;
  readonly link: Link;
  readonly batches: Readonly<Record<MemberChange['kind'], Batch>>;
  readonly named: Readonly<Record<MemberChange['kind'] | 'unresolved', Names>>;
  /** A member that could not be provisioned this time, and will be there later. */
  waitingFor: string | undefined;
}

async function writeChanges(
  work: MemberWork,
  changes: Iterable<MemberChange>,
  isComplete: boolean,
): Promise<Outcome | undefined> {
  const { passage, link, named } = work;
  const failure = await sendAll(work, changes);
  noteUnresolved(passage.entry, named.unresolved);
  if (failure !== undefined) return passage.fail(failure, 'update');
  const isNewlyKnown = isComplete && !link.knowsMembers;
  const kept = isNewlyKnown ? { link: { ...link, knowsMembers: true } } : {};
  if (work.waitingFor !== undefined) return passage.fail(notYet(work.waitingFor), 'update', kept);
  return conclude(passage, named, kept);
}

async function sendAll(
  work: MemberWork,
  changes: Iterable<MemberChange>,
): Promise<TargetFailure | undefined> {
  for (const change of changes) {
    const failure = await take(work, change);
    if (failure !== undefined) return failure;
  }
  return (await send(work, work.batches.remove)) ?? send(work, work.batches.add);
}

/** Resolves with a failure, after which nothing more is sent. */
async function take(
  work: MemberWork,
  { kind, memberId }: MemberChange,
): Promise<TargetFailure | undefined> {
  const { passage, link, batches } = work;
  const { context } = passage;
  const targetId = context.store.links.find(context.jobKey, memberId)?.targetId;
  if (targetId === undefined) {
    // Who is not in the target any more is in no group of it.
    return kind === 'remove'
      ? keep(work, { added: [], removed: [memberId] })
      : leaveOut(work, memberId);
  }
  if (kind === 'remove' && isInRecycleBin(context, memberId)) return undefined;
  if (kind === 'add' && !link.knowsMembers) {
    const check = checkMember(link.targetId, targetId);
    const { client } = context;
    const question = { client, onExchange: passage.entry.onExchange };
    const found = await askReference(question, check, link.targetId);
    if (found.kind === 'failed') return found.failure;
    if (found.kind === 'found') return keep(work, { added: [memberId], removed: [] });
  }
  batches[kind].members.push({ memberId, targetId });
  const isFull = batches[kind].members.length >= context.settings.membersPerPatch;
  return isFull ? send(work, batches[kind]) : undefined;
}

function keep(
  { passage, link }: MemberWork,
  members: { readonly added: readonly string[]; readonly removed: readonly string[] },
): undefined {
  passage.context.commit({ sourceId: link.sourceId, members });
}

function leaveOut(work: MemberWork, memberId: string): undefined {
  const { store, jobKey } = work.passage.context;
  work.named.unresolved.note(memberId);
  if (store.escrows.find(jobKey, memberId, 'entry') !== undefined) work.waitingFor ??= memberId;
}

async function send(
  work: MemberWork,
  { kind, members }: Batch,
): Promise<TargetFailure | undefined> {
  const { passage, link, named } = work;
  const { client } = passage.context;
  const sent = members.splice(0);
  if (sent.length === 0) return undefined;
  const ids = sent.map(({ targetId }) => targetId);
  const write = kind === 'add' ? addMembers : removeMembers;
  const call = write(link.targetId, ids, client.target);
  const outcome = await client.send(call, passage.entry.onExchange);
  if (outcome.kind !== 'ok') return outcome.failure;
  const memberIds = sent.map(({ memberId }) => memberId);
  for (const memberId of memberIds) named[kind].note(memberId);
  const isAdded = kind === 'add';
  return keep(work, { added: isAdded ? memberIds : [], removed: isAdded ? [] : memberIds });
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
      description: `${countOf(unresolved.count(), 'member is', 'members are')} left out for not being in the target.`,
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
      { description: `${countOf(added, 'member was', 'members were')} added, ${removed} removed.` },
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
  forgetEscrow(context, sourceId, 'reference');
  if (kept.link !== undefined) context.commit({ sourceId, ...kept });
  return undefined;
}
