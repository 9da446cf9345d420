// Words and looks of provisioning logs, as the portal has them.
import { CircleCheck, CircleMinus, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type {
  ProvisioningAction,
  ProvisioningStatus,
  ProvisioningStepType,
} from '../../../shared/simulator/provisioning-log.ts';
import type { Tone } from '../../ui/tone.ts';

interface StatusLook {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** Of bars. */
  readonly fill: string;
}

export const STATUS_LOOKS: Readonly<Record<ProvisioningStatus, StatusLook>> = {
  success: { word: 'Success', icon: CircleCheck, tone: 'good', fill: 'bg-good' },
  failure: { word: 'Failure', icon: CircleX, tone: 'bad', fill: 'bg-bad' },
  skipped: { word: 'Skipped', icon: CircleMinus, tone: 'neutral', fill: 'bg-ink-3' },
  warning: { word: 'Warning', icon: TriangleAlert, tone: 'warn', fill: 'bg-warn' },
};

export const ACTION_WORDS: Readonly<Record<ProvisioningAction, string>> = {
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
  stageddelete: 'StagedDelete',
  disable: 'Disable',
  other: 'Other',
};

export const STEP_WORDS: Readonly<Record<ProvisioningStepType, string>> = {
  import: 'Import',
  scoping: 'Determine if in scope',
  matching: 'Match between source and target',
  processing: 'Evaluate',
  referenceResolution: 'Resolve references',
  export: 'Perform action',
};

/** Filters behind *Add filters*: an exact value each. */
export const EXACT_FILTERS = {
  jobId: 'Job ID',
  cycleId: 'Cycle ID',
  changeId: 'Change ID',
  sourceId: 'Source ID',
  targetId: 'Target ID',
  errorCode: 'Error code',
} as const;
export type ExactFilter = keyof typeof EXACT_FILTERS;

export const EXACT_FILTER_NAMES = Object.keys(EXACT_FILTERS) as readonly ExactFilter[]; // of the table above
