// What leaves: users are disabled, and deleted when they have been purged; groups are deleted. Planned first, without a
// request, so that the accidental deletion guard can count before anything is done.
// Entra: whoever was unassigned first and deleted later is not managed any more: nothing happens.
// @see entra docs "How application provisioning works in Microsoft Entra ID", "Deprovisioning"; "Skip deletion of user
// accounts that go out of scope"
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { OutOfScopeReason } from '../../../shared/simulator/scope.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import { deleteResource, updateResource } from '../client/write-requests.ts';
import { toWireAttribute } from '../client/wire-value.ts';
import { findDifferences } from './compare-resource.ts';
import { mappingOf, type CycleContext } from './cycle-context.ts';
import { judgeEntitlement } from './entitlement.ts';
import { mapSourceForDisable } from './map-source.ts';
import { noteImport, noteScope } from './provision-object.ts';
import { openPassage, type Outcome, type PassedObject, type Passage } from './passage.ts';
import { isGone, readById } from './query-target.ts';
import { describeDifferences } from './show-properties.ts';
import { readSourceObject, type SourceObject } from './source-object.ts';

export type Removal =
  | { readonly kind: 'disable'; readonly reason: OutOfScopeReason; readonly link: Link }
  | { readonly kind: 'delete'; readonly reason: OutOfScopeReason | 'purged'; readonly link: Link }
  | {
      readonly kind: 'skip';
      readonly reason:
        | 'TargetActionDisabled'
        | 'SkipOutOfScopeDeletions'
        | 'IsSoftDeletedNotMapped'
        | 'NoLongerManaged';
      readonly link: Link;
      /** Whether the connection goes, for there is nothing left to connect. */
      readonly isOver: boolean;
    };

/** Undefined: it stays, or has been disabled already. */
export function planRemoval(context: CycleContext, link: Link): Removal | undefined {
  const { objectType, sourceId: objectId } = link;
  const mapping = mappingOf(context, objectType);
  const source = readSourceObject(context.directory, context.application.id, {
    objectType,
    objectId,
  });
  if (source === undefined) return planPurged(link, mapping.targetActions.delete);
  const { reason } = judgeEntitlement(source, { ...context, mapping });
  if (reason === null || !link.isActive) return undefined;
  if (context.settings.skipOutOfScopeDeletions) return skip(link, 'SkipOutOfScopeDeletions');
  if (objectType === 'Group') {
    if (!mapping.targetActions.delete) return skip(link, 'TargetActionDisabled');
    return { kind: 'delete', reason, link };
  }
  if (!mapping.targetActions.update) return skip(link, 'TargetActionDisabled');
  if (mapSourceForDisable(context, source).length === 0)
    return skip(link, 'IsSoftDeletedNotMapped');
  return { kind: 'disable', reason, link };
}

function planPurged(link: Link, mayDelete: boolean): Removal {
  const { disabledBecause } = link;
  if (disabledBecause === 'unassigned' || disabledBecause === 'outOfScope') {
    return { ...skip(link, 'NoLongerManaged'), isOver: true };
  }
  if (!mayDelete) return { ...skip(link, 'TargetActionDisabled'), isOver: true };
  return { kind: 'delete', reason: 'purged', link };
}

function skip(link: Link, reason: Extract<Removal, { kind: 'skip' }>['reason']) {
  return { kind: 'skip', reason, link, isOver: false } as const;
}

export function removeObject(context: CycleContext, removal: Removal): Promise<Outcome> {
  return context.inTurn(removal.link.sourceId, () => remove(context, removal));
}

async function remove(context: CycleContext, removal: Removal): Promise<Outcome> {
  const { link } = removal;
  const order = { objectType: link.objectType, objectId: link.sourceId };
  const source = readSourceObject(context.directory, context.application.id, order);
  const passage = openPassage(context, { source: source ?? purgedObject(link), link });
  if (source === undefined) notePurged(passage, link);
  else noteLeaving(passage, source);
  switch (removal.kind) {
    case 'skip':
      return passage.skip(removal.reason, {
        description: SKIP_WORDS[removal.reason],
        ...(removal.isOver && { link: null }),
      });
    case 'delete':
      return deleteObject(passage, link);
    case 'disable':
      return source === undefined
        ? deleteObject(passage, link)
        : disableUser(passage, { source, link, reason: removal.reason });
  }
}

/** What the guard holds back: logged, and nothing else. */
export function stageRemoval(context: CycleContext, { link }: Removal): Outcome {
  const order = { objectType: link.objectType, objectId: link.sourceId };
  const source = readSourceObject(context.directory, context.application.id, order);
  const passage = openPassage(context, { source: source ?? purgedObject(link), link });
  if (source !== undefined) noteImport(passage, source, true);
  return passage.stage();
}

function noteLeaving(passage: Passage, source: SourceObject): void {
  const mapping = mappingOf(passage.context, source.objectType);
  const entitlement = judgeEntitlement(source, { ...passage.context, mapping });
  noteImport(passage, source, entitlement.reason !== null);
  noteScope(passage, source, entitlement);
}

function notePurged({ entry }: Passage, { objectType, sourceId }: Link): void {
  entry.step(
    { name: 'EntryImportDelete', provisioningStepType: 'import' },
    {
      description: `${objectType} ${sourceId} has been purged from Microsoft Entra ID.`,
      details: { objectId: sourceId },
    },
  );
}

const SKIP_WORDS = {
  TargetActionDisabled: 'Nothing is done: the target object action for it is off.',
  SkipOutOfScopeDeletions: 'Nothing is done: SkipOutOfScopeDeletions is on.',
  IsSoftDeletedNotMapped: 'Nothing is done: no target attribute is mapped from IsSoftDeleted.',
  NoLongerManaged:
    'Nothing is done: it was out of scope before it was deleted, and is not managed any more.',
} as const;

interface Disabling {
  readonly source: SourceObject;
  readonly link: Link;
  readonly reason: OutOfScopeReason;
}

async function disableUser(
  passage: Passage,
  { source, link, reason }: Disabling,
): Promise<Outcome> {
  const { context, entry } = passage;
  const question = { client: context.client, onExchange: entry.onExchange, type: 'User' as const };
  const current = await readById(question, link.targetId);
  if (current.kind === 'failed') return passage.fail(current.failure, 'disable');
  if (current.kind !== 'found') return skipGone(passage);
  const wanted = mapSourceForDisable(context, source);
  const attributes = wanted.flatMap((attribute) => toWireAttribute(attribute) ?? []);
  const differences = findDifferences(attributes, current.found.resource);
  const disabled = {
    ...link,
    isActive: false,
    disabledBecause: reason,
    updatedAt: context.now().toISOString(),
  };
  if (differences.length === 0) {
    return passage.skip('RedundantExport', {
      description: 'Nothing is sent: it is disabled in the target already.',
      link: disabled,
    });
  }
  entry.step(
    { name: 'EntrySynchronizationUpdate', provisioningStepType: 'processing' },
    { description: `It will be disabled: ${REASON_WORDS[reason]}.`, details: { Reason: reason } },
  );
  const call = updateResource(
    { type: 'User', id: link.targetId },
    differences,
    context.client.target,
  );
  const outcome = await context.client.send(call, entry.onExchange);
  if (outcome.kind !== 'ok') return passage.fail(outcome.failure, 'disable');
  entry.step(
    { name: 'EntryExportUpdate', provisioningStepType: 'export' },
    { description: `${link.targetId} was disabled in the target.` },
  );
  const modified = describeDifferences(differences, { redacted: new Set() });
  const exported = Object.fromEntries(
    modified.map(({ displayName, newValue }) => [displayName, newValue ?? '']),
  );
  return passage.succeed('disable', {
    link: { ...disabled, exported: { ...link.exported, ...exported } },
    modified,
  });
}

const REASON_WORDS: Readonly<Record<OutOfScopeReason, string>> = {
  deleted: 'it was deleted in Microsoft Entra ID',
  accountDisabled: 'its sign-in is blocked in Microsoft Entra ID',
  unassigned: 'it is not assigned to the application any more',
  outOfScope: 'no scoping filter lets it in any more',
};

async function deleteObject(passage: Passage, link: Link): Promise<Outcome> {
  const { context, entry } = passage;
  entry.step(
    { name: 'EntrySynchronizationDelete', provisioningStepType: 'processing' },
    { description: 'It will be deleted.' },
  );
  const call = deleteResource({ type: link.objectType, id: link.targetId });
  const outcome = await context.client.send(call, entry.onExchange);
  if (outcome.kind !== 'ok' && !isGone(outcome)) return passage.fail(outcome.failure, 'delete');
  const how = outcome.kind === 'ok' ? 'was deleted in' : 'was not there any more in';
  entry.step(
    { name: 'EntryExportDelete', provisioningStepType: 'export' },
    { description: `${link.targetId} ${how} the target.` },
  );
  return passage.succeed('delete', { link: null, modified: [] });
}

function skipGone(passage: Passage): Outcome {
  return passage.skip('RedundantExport', {
    description: 'Nothing is sent: it is not in the target any more.',
    link: null,
  });
}

function purgedObject({ sourceId, objectType, exported }: Link): PassedObject {
  const names: Readonly<Record<DirectoryObjectType, string>> = {
    User: exported['displayName'] ?? exported['userName'] ?? sourceId,
    Group: exported['displayName'] ?? sourceId,
  };
  const userPrincipalName = objectType === 'User' ? (exported['userName'] ?? null) : null;
  return { sourceId, objectType, displayName: names[objectType], userPrincipalName };
}
