// What a job is called, how far it is, and what came of it, in words.
import type { Job, TransferResult } from '../../../shared/admin/transfer.ts';
import { formatBytes, formatCount, formatNumber, formatPercent } from '../../ui/format.ts';

const KINDS = {
  import: ['Importing a file', 'Import'],
  'dry-run': ['Trying a file', 'Dry run'],
  export: ['Exporting', 'Export'],
  seed: ['Generating people', 'Generation'],
  'import-tenant': ['Importing a tenant', 'Import of a tenant'],
  'export-tenant': ['Exporting a tenant', 'Export of a tenant'],
  'bulk-edit': ['Editing many', 'Edit of many'],
  'bulk-delete': ['Deleting many', 'Deletion of many'],
  purge: ['Purging deleted resources', 'Purge'],
  undo: ['Undoing', 'Undo'],
  'directory-generate': ['Generating a directory', 'Generation of a directory'],
  'directory-import': ['Importing into the directory', 'Import into the directory'],
  'snapshot-take': ['Taking a snapshot', 'Snapshot'],
  'snapshot-export': ['Exporting a snapshot', 'Export of a snapshot'],
  'snapshot-import': ['Importing a snapshot', 'Import of a snapshot'],
  'snapshot-restore': ['Restoring a snapshot', 'Restore of a snapshot'],
  'har-import': ['Importing a HAR file', 'Import of a HAR file'],
} as const satisfies Record<Job['kind'], readonly [string, string]>;

/** `Importing a file`, and once it has ended `Import`. */
export function jobTitle({ kind, state }: Job): string {
  return KINDS[kind][state === 'running' ? 0 : 1];
}

/** What it works on: a snapshot by its name, a tenant by its slug; empty where it is all of them. */
export function jobSubject({ name, tenant }: Job): string {
  return name === null ? tenant : `“${name}”${tenant === '' ? '' : `, ${tenant}`}`;
}

/** These are counted in bytes, or in shares of the whole. */
function isOfSnapshot({ kind }: Job): boolean {
  return kind.startsWith('snapshot-');
}

/** `1,200 of 10,050 · 900/s · 10 s left` */
export function jobProgress(job: Job): string {
  if (isOfSnapshot(job)) return snapshotProgress(job);
  const { done, total, rate } = job;
  const count =
    total === null ? formatNumber(done) : `${formatNumber(done)} of ${formatNumber(total)}`;
  const left = secondsLeft(job);
  return [
    count,
    ...(rate > 0 ? [`${formatNumber(rate)}/s`] : []),
    ...(left === undefined ? [] : [`${describeSeconds(left)} left`]),
  ].join(' · ');
}

/** `12 MB of 40 MB · 2 s left`, `30%` */
function snapshotProgress(job: Job): string {
  const { done, total, share } = job;
  if (total === null) return share === null ? '' : formatPercent(Math.floor(share * 100) / 100);
  const left = secondsLeft(job);
  const bytes = `${formatBytes(done)} of ${formatBytes(total)}`;
  return left === undefined ? bytes : `${bytes} · ${describeSeconds(left)} left`;
}

/** What came of it: `24 created, 1 failed`. */
export function jobOutcome(job: Job): string {
  const { kind, state, error, result, done } = job;
  if (state === 'failed') return error ?? 'Failed';
  if (isOfSnapshot(job)) return snapshotOutcome(job);
  if (kind === 'har-import' && state === 'cancelled') return 'Cancelled. No request was kept';
  const word =
    (state === 'cancelled' ? 'Cancelled. ' : '') + (kind === 'dry-run' ? 'Would be: ' : '');
  return word + (result === null ? formatCount(done, 'resource') : describeResult(kind, result));
}

function describeResult(kind: Job['kind'], result: TransferResult): string {
  const parts = [
    count(result.created, kind === 'har-import' ? 'imported' : 'created'),
    count(result.replaced, REPLACED[kind] ?? 'replaced'),
    count(result.skipped, SKIPPED[kind] ?? 'skipped'),
    count(result.failed, 'failed'),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Nothing to do' : parts.join(', ');
}

function snapshotOutcome(job: Job): string {
  if (job.state !== 'cancelled') return jobSubject(job) || 'Done';
  return job.kind === 'snapshot-restore'
    ? 'Cancelled. Nothing has changed'
    : 'Cancelled. Nothing was kept';
}

const SKIPPED: Partial<Record<Job['kind'], string>> = {
  'bulk-edit': 'unchanged',
  'har-import': 'without SCIM',
};

const REPLACED: Partial<Record<Job['kind'], string>> = {
  'bulk-edit': 'changed',
  'bulk-delete': 'deleted',
  purge: 'purged',
  undo: 'restored',
};

function count(number: number, word: string): string | undefined {
  return number === 0 ? undefined : `${formatNumber(number)} ${word}`;
}

/** Of the share that is done: what is known of every kind of work. */
function secondsLeft({ share, done, rate, total }: Job): number | undefined {
  if (rate === 0) return undefined;
  if (total !== null) return Math.max(0, (total - done) / rate);
  if (share === null || share <= 0) return undefined;
  return ((done / rate) * (1 - share)) / share;
}

function describeSeconds(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.ceil(seconds / 60)} min`;
}
