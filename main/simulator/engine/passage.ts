// The way of one object through the steps: its entry in the log, its connection, and the endings. Each ending is kept in
// one transaction before anything else is done.
import { errorInformation } from '../../../shared/simulator/error-codes.ts';
import type {
  ModifiedProperty,
  ProvisioningAction,
  ProvisioningObjectSummary,
  ProvisioningStatus,
} from '../../../shared/simulator/provisioning-log.ts';
import type { EscrowKind } from '../../store/sync-jobs/escrows.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import type { TargetFailure } from '../client/scim-outcome.ts';
import type { CycleContext } from './cycle-context.ts';
import { nextEscrow } from './escrow-schedule.ts';
import { escrowedError, openLogEntry, type LogEntry } from './log-entry.ts';
import type { ObjectChange } from './object-change.ts';
import type { SourceObject } from './source-object.ts';

/** `SkipReason` of the log; the first four are Entra's. */
export type SkipReason =
  | 'NotEffectivelyEntitled'
  | 'RedundantExport'
  | 'AttributeValidationFailed'
  | 'UnableToResolveReferenceAttributeValue'
  | 'OutOfScope'
  | 'TargetActionDisabled'
  | 'SkipOutOfScopeDeletions'
  | 'IsSoftDeletedNotMapped'
  | 'NoLongerManaged';

const UNENTITLED = [
  'NotEffectivelyEntitled',
  'OutOfScope',
  'NoLongerManaged',
] as const satisfies readonly SkipReason[];

/** Of a `SkipReason`; null: nothing was skipped. */
export function isUnentitled(skipReason: string | null): boolean {
  return UNENTITLED.some((reason) => reason === skipReason);
}

export interface Outcome {
  readonly kind: EscrowKind;
  readonly status: ProvisioningStatus;
  readonly action: ProvisioningAction;
  readonly failure: TargetFailure | null;
  readonly isEntitled: boolean;
  /** Null: nothing was worth an entry. */
  readonly summary: ProvisioningObjectSummary | null;
}

interface Kept {
  readonly link?: Link | null;
  readonly members?: NonNullable<ObjectChange['members']>;
}

export interface SkipOrder extends Kept {
  readonly description: string;
  readonly details?: Readonly<Record<string, string>>;
  /** It has an error, although nothing was sent. */
  readonly isProblem?: boolean;
}

export interface Passage {
  readonly context: CycleContext;
  readonly entry: LogEntry;
  readonly link: Link | undefined;
  readonly skip: (reason: SkipReason, order: SkipOrder) => Outcome;
  readonly succeed: (
    action: ProvisioningAction,
    done: Kept & { readonly modified: readonly ModifiedProperty[] },
  ) => Outcome;
  /** Held back by the accidental deletion guard. */
  readonly stage: () => Outcome;
  /** The object is tried again later. */
  readonly fail: (failure: TargetFailure, action: ProvisioningAction, kept?: Kept) => Outcome;
}

export interface PassedObject {
  readonly sourceId: string;
  readonly objectType: 'User' | 'Group';
  readonly displayName: string;
  readonly userPrincipalName: string | null;
}

export function passedObject({ objectType, object }: SourceObject): PassedObject {
  return {
    sourceId: object.objectId,
    objectType,
    displayName: object.displayName,
    userPrincipalName: objectType === 'User' ? object.userPrincipalName : null,
  };
}

export interface PassageOrder {
  readonly source: SourceObject | PassedObject;
  readonly link: Link | undefined;
  readonly kind?: EscrowKind;
}

export function openPassage(
  context: CycleContext,
  { source, link, kind = 'entry' }: PassageOrder,
): Passage {
  const object = 'object' in source ? passedObject(source) : source;
  const entry = openLogEntry(context, object);
  const end = createEnding(context, object, { entry, link, kind });
  function fail(failure: TargetFailure, action: ProvisioningAction, kept: Kept = {}): Outcome {
    const before = context.store.escrows.find(context.jobKey, object.sourceId, kind);
    const { sourceId, objectType } = object;
    const { errorCode, reason } = failure;
    const facts = { sourceId, objectType, kind, now: context.now() };
    const escrow = nextEscrow(before, { errorCode, reason }, facts);
    const error = escrowedError(failure, escrow);
    entry.step(
      {
        name: failedStep(action),
        provisioningStepType: action === 'other' ? 'matching' : 'export',
      },
      { status: 'failure', description: reason, details: { ErrorCode: errorCode } },
    );
    const change = { ...kept, escrow: { kind, entry: escrow } };
    return end({ action, status: 'failure', error, failure }, change);
  }

  return {
    context,
    entry,
    link,
    skip(reason, { description, details = {}, isProblem = false, ...kept }) {
      const taken = findTaken(context, kept.link);
      if (taken !== undefined) return fail(taken, 'other');
      entry.step(
        { name: 'EntrySynchronizationSkip', provisioningStepType: 'processing' },
        { status: 'skipped', description, details: { SkipReason: reason, ...details } },
      );
      const error = isProblem
        ? { error: errorInformation('AttributeValidationFailed', description) }
        : {};
      const outcome = end(
        { action: 'other', status: 'skipped', ...error },
        { ...kept, escrow: { kind, entry: null } },
      );
      return { ...outcome, isEntitled: !isUnentitled(reason) };
    },
    succeed(action, { modified, ...kept }) {
      const taken = findTaken(context, kept.link);
      if (taken !== undefined) return fail(taken, action);
      return end(
        { action, status: 'success', modified },
        { ...kept, escrow: { kind, entry: null } },
      );
    },
    stage() {
      entry.step(STAGED.kind, STAGED.step);
      return end({ action: 'stageddelete', status: 'warning' }, {});
    },
    fail,
  };
}

const STAGED = {
  kind: { name: 'StagedDelete', provisioningStepType: 'processing' },
  step: {
    status: 'warning',
    description: 'It would be disabled or deleted; the accidental deletion guard holds it back.',
    details: { StagedAction: 'Delete' },
  },
} as const;

/** Another object is connected with that resource already: nothing is kept of it here. */
function findTaken(
  { store, jobKey }: CycleContext,
  link: Link | null | undefined,
): TargetFailure | undefined {
  if (link == null) return undefined;
  const other = store.links.findByTarget(jobKey, link.objectType, link.targetId);
  if (other === undefined || other.sourceId === link.sourceId) return undefined;
  const reason = `${link.targetId} is the object's, but ${other.sourceId} is connected with it already.`;
  return { errorCode: 'DuplicateSourceEntries', reason, status: null };
}

const FAILED_STEPS: Partial<Record<ProvisioningAction, string>> = {
  create: 'EntryExportAdd',
  update: 'EntryExportUpdate',
  disable: 'EntryExportUpdate',
  delete: 'EntryExportDelete',
};

function failedStep(action: ProvisioningAction): string {
  return FAILED_STEPS[action] ?? 'EntryImport';
}

interface EndingOrder {
  readonly action: ProvisioningAction;
  readonly status: ProvisioningStatus;
  readonly error?: ProvisioningObjectSummary['provisioningStatusInfo']['errorInformation'];
  readonly failure?: TargetFailure;
  readonly modified?: readonly ModifiedProperty[];
}

function createEnding(
  context: CycleContext,
  { sourceId }: PassedObject,
  { entry, link, kind }: Pick<Passage, 'entry' | 'link'> & { readonly kind: EscrowKind },
) {
  return function end(
    { error, failure, ...ending }: EndingOrder,
    change: Omit<ObjectChange, 'sourceId' | 'summary'>,
  ): Outcome {
    const kept = change.link === undefined ? link : change.link;
    const summary = entry.finish({
      ...ending,
      targetId: kept?.targetId ?? link?.targetId ?? '',
      ...(error != null && { error }),
    });
    context.commit({ ...change, sourceId, summary });
    const { action, status } = ending;
    return { kind, status, action, failure: failure ?? null, isEntitled: true, summary };
  };
}
