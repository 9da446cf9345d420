// One user or group through the steps of the service: import, scope, match, plan, export; and what is kept of it, at once.
// References are no part of it: they follow when all objects are there.
// @see entra docs "How application provisioning works in Microsoft Entra ID"
import { countOf } from '../../../shared/count-of.ts';
import { textOf } from '../../../shared/scim/json.ts';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { OutOfScopeReason } from '../../../shared/simulator/scope.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import { createResource, updateResource } from '../client/write-requests.ts';
import { member } from '../client/target-path.ts';
import type { TargetFailure } from '../client/scim-outcome.ts';
import { mappingOf, type CycleContext } from './cycle-context.ts';
import { findDifferences } from './compare-resource.ts';
import {
  judgeEntitlement,
  reasonOfLeaving,
  scopingDetails,
  type Entitlement,
} from './entitlement.ts';
import { forgetEscrow } from './forget-escrow.ts';
import { importDetails } from './import-details.ts';
import { mapSource, type WantedObject } from './map-source.ts';
import { matchObject, type MatchResult } from './match-object.ts';
import { isGone, type FoundResource } from './query-target.ts';
import { describeDifferences, describeValues, exportedValues } from './show-properties.ts';
import { nameOf, readSourceObject, type SourceObject } from './source-object.ts';
import { openPassage, type Outcome, type Passage } from './passage.ts';

export interface ObjectOrder {
  readonly objectType: DirectoryObjectType;
  readonly objectId: string;
}

/** Undefined: not for this step, because the directory does not have it any more, or because it is to be disabled or
 *  deleted, which comes last. */
export function provisionObject(
  context: CycleContext,
  order: ObjectOrder,
): Promise<Outcome | undefined> {
  return context.inTurn(order.objectId, () => provision(context, order));
}

async function provision(context: CycleContext, order: ObjectOrder): Promise<Outcome | undefined> {
  const { objectType, objectId } = order;
  const source = readSourceObject(context.directory, context.application.id, order);
  const link = context.store.links.find(context.jobKey, objectId);
  if (source === undefined) {
    return link === undefined ? forgetEscrow(context, objectId, 'entry') : undefined;
  }
  const entitlement = judgeEntitlement(source, {
    ...context,
    mapping: mappingOf(context, objectType),
  });
  if (entitlement.reason !== null && link?.isActive === true) return undefined;
  const passage = openPassage(context, { source, link });
  noteImport(passage, source, entitlement.reason !== null);
  noteScope(passage, source, entitlement);
  const { reason } = entitlement;
  if (reason !== null) return skipUnentitled(passage, reasonOfLeaving(entitlement, reason), reason);
  const matched = await matchObject(passage, source);
  return act(passage, source, matched);
}

export function noteImport(
  { entry, context, link }: Passage,
  source: SourceObject,
  isSoftDeleted: boolean,
): void {
  const { application } = context;
  const change = link === undefined ? 'Add' : 'Update';
  const name = nameOf(source);
  const mapping = mappingOf(context, source.objectType);
  entry.step(
    { name: `EntryImport${change}`, provisioningStepType: 'import' },
    {
      description: `${source.objectType} "${name}" was read from Microsoft Entra ID (${change}).`,
      details: importDetails(source, { application, mapping, isSoftDeleted }),
    },
  );
}

export function noteScope(
  { entry }: Passage,
  source: SourceObject,
  entitlement: Entitlement,
): void {
  const isInScope = entitlement.reason === null;
  entry.step(
    { name: 'EntrySynchronizationScoping', provisioningStepType: 'scoping' },
    {
      status: isInScope ? 'success' : 'skipped',
      description: isInScope ? 'It is in scope.' : 'It is not in scope.',
      details: scopingDetails(source, entitlement),
    },
  );
}

/** One that was disabled is remembered by what keeps it out now, which decides what becomes of it when it is purged. */
function skipUnentitled(
  passage: Passage,
  disabledBecause: OutOfScopeReason,
  reason: OutOfScopeReason,
): Outcome {
  const { link } = passage;
  return passage.skip(reason === 'outOfScope' ? 'OutOfScope' : 'NotEffectivelyEntitled', {
    description: 'Nothing is done: the object is not entitled to be provisioned.',
    ...(link !== undefined && { link: { ...link, disabledBecause } }),
  });
}

/** The plan, by what the target has, and its export. */
function act(
  passage: Passage,
  source: SourceObject,
  matched: MatchResult,
): Promise<Outcome> | Outcome {
  switch (matched.kind) {
    case 'failed':
      return passage.fail(matched.failure, 'other');
    case 'unmatchable':
      return passage.skip('AttributeValidationFailed', {
        description: 'No matching attribute has a value.',
        details: { PropertyName: matched.targets.join(', ') },
      });
    case 'none':
      return create(passage, source);
    case 'found':
      return update(passage, source, matched.found);
  }
}

async function create(passage: Passage, source: SourceObject): Promise<Outcome> {
  const { context, entry } = passage;
  const { objectType } = source;
  if (!mappingOf(context, objectType).targetActions.create) {
    return passage.skip('TargetActionDisabled', {
      description: 'It is not created: the target object action Create is off.',
    });
  }
  const wanted = mapSource(context, source, { occasion: 'create', isSoftDeleted: false });
  const invalid = skipInvalid(passage, wanted);
  if (invalid !== undefined) return invalid;
  entry.step(
    { name: 'EntrySynchronizationAdd', provisioningStepType: 'processing' },
    { description: 'It will be created: it is in scope and the target has none that matches.' },
  );
  const call = createResource(objectType, wanted.attributes);
  const outcome = await context.client.send(call, entry.onExchange);
  if (outcome.kind !== 'ok') return passage.fail(outcome.failure, 'create');
  const targetId = textOf(member(outcome.body ?? {}, 'id'));
  if (targetId === '') return passage.fail(noId(outcome.status), 'create');
  noteExport(passage, 'EntryExportAdd', `It was created in the target as ${targetId}.`);
  return passage.succeed('create', {
    link: toLink(passage, source, { targetId, exported: exportedValues(wanted), isOurs: true }),
    modified: describeValues(wanted),
  });
}

async function update(
  passage: Passage,
  source: SourceObject,
  { id: targetId, resource }: FoundResource,
): Promise<Outcome> {
  const { context, entry } = passage;
  const { objectType } = source;
  const other = context.store.links.findByTarget(context.jobKey, objectType, targetId);
  if (other !== undefined && other.sourceId !== source.object.objectId) {
    return passage.fail(duplicateSource(targetId, other.sourceId), 'other');
  }
  const wanted = mapSource(context, source, { occasion: 'update', isSoftDeleted: false });
  const invalid = skipInvalid(passage, wanted);
  if (invalid !== undefined) return invalid;
  const differences = findDifferences(wanted.attributes, resource);
  const known = passage.link?.targetId === targetId ? passage.link.exported : {};
  const exported = { ...known, ...exportedValues(wanted) };
  const link = toLink(passage, source, { targetId, exported, isOurs: false });
  if (differences.length === 0) return skipRedundant(passage, link);
  if (!mappingOf(context, objectType).targetActions.update) {
    return passage.skip('TargetActionDisabled', {
      description: 'It is not updated: the target object action Update is off.',
      link,
    });
  }
  entry.step(
    { name: 'EntrySynchronizationUpdate', provisioningStepType: 'processing' },
    {
      description: `It will be updated: ${countOf(differences.length, 'attribute differs', 'attributes differ')}.`,
    },
  );
  const call = updateResource(
    { type: objectType, id: targetId },
    differences,
    context.client.target,
  );
  const outcome = await context.client.send(call, entry.onExchange);
  if (outcome.kind !== 'ok') {
    // Gone between two requests: matched anew when it is tried again.
    return passage.fail(outcome.failure, 'update', isGone(outcome) ? { link: null } : {});
  }
  noteExport(passage, 'EntryExportUpdate', `${targetId} was updated in the target.`);
  const modified = describeDifferences(differences, wanted);
  return passage.succeed('update', { link, modified });
}

function skipRedundant(passage: Passage, link: Link): Outcome {
  return passage.skip('RedundantExport', {
    description: 'Nothing is sent: the target has all values already.',
    link,
  });
}

/** A mapping that gave no value where one is needed, or none at all. */
function skipInvalid(passage: Passage, { problems }: WantedObject): Outcome | undefined {
  if (problems.length === 0) return undefined;
  return passage.skip('AttributeValidationFailed', {
    description: problems.map(({ message }) => message).join(' '),
    details: { PropertyName: problems.map(({ target }) => target).join(', ') },
    isProblem: true,
  });
}

function noteExport({ entry }: Passage, name: string, description: string): void {
  entry.step({ name, provisioningStepType: 'export' }, { description });
}

interface LinkFacts {
  readonly targetId: string;
  readonly exported: Link['exported'];
  /** Whether the resource is one that has just been created, and so has no members. */
  readonly isOurs: boolean;
}

function toLink(
  { context, link }: Passage,
  { objectType, object }: SourceObject,
  { targetId, exported, isOurs }: LinkFacts,
): Link {
  const now = context.now().toISOString();
  const isSame = link?.targetId === targetId;
  return {
    sourceId: object.objectId,
    objectType,
    targetId,
    isActive: true,
    disabledBecause: null,
    knowsMembers: isOurs || (isSame && link.knowsMembers),
    exported,
    createdAt: isSame ? link.createdAt : now,
    updatedAt: now,
  };
}

function noId(status: number): TargetFailure {
  const errorCode = 'SystemForCrossDomainIdentityManagementServiceIncompatible';
  return { errorCode, reason: 'The target created a resource without an id.', status };
}

function duplicateSource(targetId: string, sourceId: string): TargetFailure {
  const reason = `${targetId} matches, but it is connected with ${sourceId} already.`;
  return { errorCode: 'DuplicateSourceEntries', reason, status: null };
}
