// References of a user, such as manager: written when all users are there. The target is asked first whether it has the
// reference already.
// Entra: who is referred to and is not provisioned is left out, and not linked later until something touches the user.
// @see entra docs "Develop and plan provisioning for a SCIM endpoint", "Manager"
import type { ModifiedProperty } from '../../../shared/simulator/provisioning-log.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import { checkManager } from '../client/read-requests.ts';
import type { TargetFailure } from '../client/scim-outcome.ts';
import { parseTargetPath } from '../client/target-path.ts';
import { removeReference, setManager, setReference } from '../client/write-requests.ts';
import { judgeEntitlement } from './entitlement.ts';
import type { CycleContext } from './cycle-context.ts';
import { mapReferences } from './map-source.ts';
import { forgetEscrow } from './forget-escrow.ts';
import { openPassage, type Outcome, type Passage } from './passage.ts';
import { askReference } from './query-target.ts';
import { readSourceObject, type SourceObject } from './source-object.ts';

/** Undefined: nothing to do and nothing to say. */
export function writeUserReferences(
  context: CycleContext,
  objectId: string,
): Promise<Outcome | undefined> {
  return context.inTurn(objectId, () => writeReferences(context, objectId));
}

async function writeReferences(
  context: CycleContext,
  objectId: string,
): Promise<Outcome | undefined> {
  const link = context.store.links.find(context.jobKey, objectId);
  const source = readSourceObject(context.directory, context.application.id, {
    objectType: 'User',
    objectId,
  });
  if (link?.objectType !== 'User' || source === undefined || !mayWrite(context, source, link)) {
    return forgetEscrow(context, objectId, 'reference');
  }
  const changes = planReferences(context, source, link);
  if (changes.length === 0) return forgetEscrow(context, objectId, 'reference');
  const passage = openPassage(context, { source, link, kind: 'reference' });
  return writeAll(passage, link, changes);
}

/** Who is disabled has his references looked at again when he is restored. */
function mayWrite(context: CycleContext, source: SourceObject, { isActive }: Link): boolean {
  const mapping = context.schema.users;
  if (!isActive || !mapping.targetActions.update) return false;
  return judgeEntitlement(source, { ...context, mapping }).reason === null;
}

interface ReferenceChange {
  readonly target: string;
  /** objectId; null: the reference goes. */
  readonly sourceId: string | null;
  /** Undefined: the object that is referred to is not in the target. */
  readonly targetId: string | null | undefined;
}

function planReferences(
  context: CycleContext,
  source: SourceObject,
  link: Link,
): readonly ReferenceChange[] {
  return [...mapReferences(context, source)].flatMap(([target, sourceId]): ReferenceChange[] => {
    const exported = link.exported[target];
    if (sourceId === null) {
      return exported === undefined ? [] : [{ target, sourceId, targetId: null }];
    }
    const targetId = context.store.links.find(context.jobKey, sourceId)?.targetId;
    return targetId !== undefined && targetId === exported ? [] : [{ target, sourceId, targetId }];
  });
}

async function writeAll(
  passage: Passage,
  link: Link,
  changes: readonly ReferenceChange[],
): Promise<Outcome> {
  const { context } = passage;
  let exported = link.exported;
  const modified: ModifiedProperty[] = [];
  for (const change of changes) {
    if (change.targetId === undefined) {
      const { sourceId } = change;
      if (isWaiting(context, sourceId))
        return passage.fail(unresolved(change), 'update', { link: { ...link, exported } });
      noteUnresolved(passage, change);
      continue;
    }
    const failure = await writeOne(passage, link, { ...change, targetId: change.targetId });
    if (failure !== undefined)
      return passage.fail(failure, 'update', { link: { ...link, exported } });
    modified.push(toModified(change, exported));
    exported = withReference(exported, change);
  }
  const kept = { ...link, exported, updatedAt: context.now().toISOString() };
  if (modified.length > 0) return passage.succeed('update', { link: kept, modified });
  return passage.skip('UnableToResolveReferenceAttributeValue', {
    description: 'Nothing is sent: what is referred to is not in the target.',
    details: { PropertyName: changes.map(({ target }) => target).join(', ') },
  });
}

/** It could not be written this time, and will be there later. */
function isWaiting({ store, jobKey }: CycleContext, sourceId: string | null): boolean {
  return sourceId !== null && store.escrows.find(jobKey, sourceId, 'entry') !== undefined;
}

function unresolved({ target, sourceId }: ReferenceChange): TargetFailure {
  const reason = `${target} refers to ${sourceId ?? ''}, which could not be provisioned yet.`;
  return { errorCode: 'UnableToResolveReferenceAttributeValue', reason, status: null };
}

function noteUnresolved({ entry }: Passage, { target, sourceId }: ReferenceChange): void {
  entry.step(
    {
      name: 'UnableToResolveReferenceAttributeValue',
      provisioningStepType: 'referenceResolution',
    },
    {
      status: 'skipped',
      description: `${target} is left out: ${sourceId ?? ''} is not in the target.`,
      details: { PropertyName: target, Reference: sourceId ?? '' },
    },
  );
}

async function writeOne(
  passage: Passage,
  link: Link,
  { target, targetId }: ReferenceChange & { readonly targetId: string | null },
): Promise<TargetFailure | undefined> {
  const { context, entry } = passage;
  const { client } = context;
  const isManager = parseTargetPath(target)?.attribute.toLowerCase() === 'manager';
  if (targetId !== null) {
    const attribute = parseTargetPath(target)?.attribute ?? target;
    const check = await askReference(
      { client, onExchange: entry.onExchange },
      checkManager(link.targetId, attribute, targetId),
      link.targetId,
    );
    if (check.kind === 'failed') return check.failure;
    if (check.kind === 'found') return undefined;
  }
  const call =
    targetId === null
      ? removeReference(link.targetId, target, client.target)
      : isManager
        ? setManager(link.targetId, targetId, client.target)
        : setReference(link.targetId, { target, id: targetId }, client.target);
  const outcome = await client.send(call, entry.onExchange);
  if (outcome.kind !== 'ok') return outcome.failure;
  entry.step(
    { name: 'EntryExportUpdate', provisioningStepType: 'export' },
    {
      description: `${target} was written to ${link.targetId}.`,
      details: { PropertyName: target },
    },
  );
  return undefined;
}

function toModified(
  { target, targetId }: ReferenceChange,
  exported: Link['exported'],
): ModifiedProperty {
  return { displayName: target, oldValue: exported[target] ?? null, newValue: targetId ?? null };
}

function withReference(
  exported: Link['exported'],
  { target, targetId }: ReferenceChange,
): Link['exported'] {
  const { [target]: _before, ...others } = exported;
  return targetId == null ? others : { ...others, [target]: targetId };
}
