// A job and its cycles in the words of the portal.
import type {
  CycleExecution,
  JobStatus,
  QuarantineReason,
  ResetScope,
} from '../../../shared/simulator/job.ts';
import type { Tone } from '../../ui/tone.ts';

export interface Headline {
  readonly tone: Tone;
  readonly title: string;
}

export function tellStatus({ code, schedule, currentExecution }: JobStatus): Headline {
  if (currentExecution !== null) {
    return { tone: 'accent', title: `The ${currentExecution.type} cycle is running` };
  }
  if (schedule.state === 'Disabled') return { tone: 'bad', title: 'Provisioning is disabled' };
  switch (code) {
    case 'NotConfigured':
      return { tone: 'neutral', title: 'Provisioning is not configured' };
    case 'NotRun':
      return { tone: 'neutral', title: 'Provisioning has not been started' };
    case 'Active':
      return { tone: 'good', title: 'Provisioning is on' };
    case 'Paused':
      return { tone: 'warn', title: 'Provisioning is stopped' };
    case 'Quarantine':
      return { tone: 'bad', title: 'Provisioning has been quarantined' };
  }
}

export const CYCLE_STATES: Record<CycleExecution['state'], Headline> = {
  Running: { tone: 'accent', title: 'Running' },
  Succeeded: { tone: 'good', title: 'Completed' },
  EntryLevelErrors: { tone: 'warn', title: 'Completed with failures' },
  Failed: { tone: 'bad', title: 'Failed' },
};

/** What stands in a bar of the timeline, from the bottom up. */
export const OUTCOME_NAMES = [
  'created',
  'updated',
  'disabled',
  'deleted',
  'skipped',
  'failed',
] as const;
export type OutcomeName = (typeof OUTCOME_NAMES)[number];
export const OUTCOME_TITLES: Record<OutcomeName, string> = {
  created: 'Created',
  updated: 'Updated',
  disabled: 'Disabled',
  deleted: 'Deleted',
  skipped: 'Skipped',
  failed: 'Failed',
};

export type OutcomeCounts = Readonly<Record<OutcomeName, number>>;

const OF_ACTION: Readonly<Record<string, OutcomeName>> = {
  create: 'created',
  update: 'updated',
  disable: 'disabled',
  delete: 'deleted',
};

/** Entries of the provisioning log that a cycle has left; what only warns is counted as what it did. */
export function countOutcomes({ outcomes }: Pick<CycleExecution, 'outcomes'>): OutcomeCounts {
  const counts: Record<OutcomeName, number> = {
    created: 0,
    updated: 0,
    disabled: 0,
    deleted: 0,
    skipped: 0,
    failed: 0,
  };
  for (const [key, count] of Object.entries(outcomes)) {
    const [action = '', status = ''] = key.split('/');
    const done = OF_ACTION[action] ?? 'skipped';
    counts[status === 'failure' ? 'failed' : status === 'skipped' ? 'skipped' : done] += count;
  }
  return counts;
}

export interface ReasonWords {
  readonly title: string;
  readonly advice: string;
  /** Where it is put right. */
  readonly fix: 'connectivity' | 'logs';
}

export const QUARANTINE_REASONS: Record<QuarantineReason, ReasonWords> = {
  EncounteredQuarantineException: {
    title: 'The target refuses the service, or does not answer as SCIM says.',
    advice:
      'Test the connection: the Tenant URL and the Secret Token have to be right, and a filter without a hit is answered with 200 and an empty list.',
    fix: 'connectivity',
  },
  EncounteredEscrowProportionThreshold: {
    title: 'Too large a share of what was tried has failed.',
    advice: 'See in the provisioning logs what fails most, and put that right.',
    fix: 'logs',
  },
  EncounteredBaseEscrowThreshold: {
    title: 'Too many users and groups have failed.',
    advice: 'See in the provisioning logs what fails most, and put that right.',
    fix: 'logs',
  },
  EncounteredTotalEscrowThreshold: {
    title: 'Too many users, groups and references have failed.',
    advice: 'See in the provisioning logs what fails most, and put that right.',
    fix: 'logs',
  },
  TooManyDeletes: {
    title: 'The cycle would remove more than the accidental deletion threshold lets through.',
    advice:
      'See in the provisioning logs what is held back. Allow the deletes if they are meant; else bring the users back into scope and restart provisioning.',
    fix: 'logs',
  },
  QuarantinedOnDemand: {
    title: 'The job was quarantined by hand.',
    advice: 'Restart provisioning when the target is ready.',
    fix: 'connectivity',
  },
  IngestionInterrupted: {
    title: 'Reading the directory was interrupted.',
    advice: 'Restart provisioning.',
    fix: 'logs',
  },
  Unknown: {
    title: 'Cycle after cycle has failed, for a reason that Entra has no name for.',
    advice: 'Test the connection: it says whether the target can be reached at all.',
    fix: 'connectivity',
  },
};

export const RESET_SCOPES: readonly {
  readonly scope: ResetScope;
  readonly title: string;
  readonly hint: string;
}[] = [
  {
    scope: 'Watermark',
    title: 'Watermark',
    hint: 'The next cycle is an initial one: every user and group in scope is looked at.',
  },
  {
    scope: 'Escrows',
    title: 'Escrows',
    hint: 'Failures that wait to be tried again are forgotten.',
  },
  {
    scope: 'QuarantineState',
    title: 'Quarantine state',
    hint: 'The job leaves quarantine and runs at once.',
  },
  {
    scope: 'ConnectorDataStore',
    title: 'Connector data store',
    hint: 'The connections are forgotten: every object is matched anew.',
  },
];

/** What the button of the portal clears. */
export const RESTART_SCOPES: readonly ResetScope[] = ['Watermark', 'Escrows', 'QuarantineState'];
