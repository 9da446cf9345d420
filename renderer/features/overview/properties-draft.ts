// What the dialog of Properties holds: the settings of a job with their numbers as typed.
import type { JobSettings } from '../../../shared/simulator/job.ts';
import { judgeRecipients, splitRecipients } from '../provisioning/recipients.ts';

/** Fields with a number: their label, and between what they lie. */
export const NUMBER_FIELDS = {
  interval: { label: 'Minutes from one cycle to the next', least: 1, most: 1_440 },
  deletions: { label: 'Accidental deletion threshold', least: 0, most: 1_000_000 },
  proportion: { label: 'Share of failures, in percent', least: 1, most: 100 },
  proportionMinimum: { label: 'With at least so many failures', least: 1, most: 10_000_000 },
  baseThreshold: { label: 'Failures without references', least: 1, most: 10_000_000 },
  totalThreshold: { label: 'Failures with references', least: 1, most: 10_000_000 },
  membersPerPatch: { label: 'Members in one PATCH', least: 1, most: 1_000 },
  concurrency: { label: 'Requests at the same time', least: 1, most: 32 },
  timeout: { label: 'Timeout of a request, in seconds', least: 1, most: 600 },
} as const;
export type NumberName = keyof typeof NUMBER_FIELDS;
export const NUMBER_NAMES = Object.keys(NUMBER_FIELDS).filter(isNumberName);

function isNumberName(name: string): name is NumberName {
  return Object.hasOwn(NUMBER_FIELDS, name);
}

export interface PropertiesDraft {
  readonly notifies: boolean;
  readonly recipients: string;
  readonly scope: JobSettings['scope'];
  readonly defaultAccess: JobSettings['defaultAccess'];
  readonly skipsOutOfScope: boolean;
  readonly guards: boolean;
  readonly numbers: Readonly<Record<NumberName, string>>;
}

export function openProperties(settings: JobSettings): PropertiesDraft {
  const { notification, deleteThreshold, quarantine } = settings;
  return {
    notifies: notification.enabled,
    recipients: notification.recipients.join(', '),
    scope: settings.scope,
    defaultAccess: settings.defaultAccess,
    skipsOutOfScope: settings.skipOutOfScopeDeletions,
    guards: deleteThreshold.enabled,
    numbers: {
      interval: String(settings.intervalMinutes),
      deletions: String(deleteThreshold.value),
      proportion: String(Math.round(quarantine.proportion * 100)),
      proportionMinimum: String(quarantine.proportionMinimum),
      baseThreshold: String(quarantine.baseThreshold),
      totalThreshold: String(quarantine.totalThreshold),
      membersPerPatch: String(settings.membersPerPatch),
      concurrency: String(settings.concurrency),
      timeout: String(settings.requestTimeoutSeconds),
    },
  };
}

/** What is wrong with a number; undefined: nothing. */
export function judgeNumber(name: NumberName, text: string): string | undefined {
  const { least, most } = NUMBER_FIELDS[name];
  const value = Number(text);
  const isGood = /^\d+$/.test(text.trim()) && value >= least && value <= most;
  return isGood ? undefined : `A whole number from ${least} to ${most}.`;
}

export function isSound({ notifies, recipients, numbers }: PropertiesDraft): boolean {
  return (
    judgeRecipients(notifies, recipients) === undefined &&
    NUMBER_NAMES.every((name) => judgeNumber(name, numbers[name]) === undefined)
  );
}

/** Of a sound draft. */
export function readProperties({ numbers, ...draft }: PropertiesDraft): JobSettings {
  return {
    intervalMinutes: Number(numbers.interval),
    scope: draft.scope,
    defaultAccess: draft.defaultAccess,
    notification: { enabled: draft.notifies, recipients: splitRecipients(draft.recipients) },
    deleteThreshold: { enabled: draft.guards, value: Number(numbers.deletions) },
    skipOutOfScopeDeletions: draft.skipsOutOfScope,
    quarantine: {
      proportion: Number(numbers.proportion) / 100,
      proportionMinimum: Number(numbers.proportionMinimum),
      baseThreshold: Number(numbers.baseThreshold),
      totalThreshold: Number(numbers.totalThreshold),
    },
    membersPerPatch: Number(numbers.membersPerPatch),
    concurrency: Number(numbers.concurrency),
    requestTimeoutSeconds: Number(numbers.timeout),
  };
}
