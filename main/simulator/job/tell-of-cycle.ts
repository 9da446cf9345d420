// Whom the end of a cycle is told: audit entries and mails to administrators, where they want some.
// Entra: one mail for a quarantine, another when its reason changes; one when too much would be removed.
import type { MailNotice } from '../report/write-mail.ts';
import { writeMail } from '../report/write-mail.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import type { CycleEnd } from '../engine/run-cycle.ts';
import type { Conclusion } from './conclude-cycle.ts';

interface CycleNews {
  /** As it is after the cycle. */
  readonly job: JobRecord;
  readonly conclusion: Conclusion;
  readonly end: CycleEnd;
  readonly at: Date;
}

export const PROVISIONING_SERVICE = 'Azure AD Provisioning Service';
const DIRECTORY_NAME = 'Contoso';

export function tellOfCycle(
  store: Pick<Store, 'auditLog' | 'mailbox' | 'directory'>,
  news: CycleNews,
): void {
  const { job, conclusion, at } = news;
  const { quarantine } = job;
  if (quarantine === null || conclusion.news === 'none') {
    if (conclusion.isDisabled) tellOfDisabling(store, news);
    return;
  }
  store.auditLog.note({
    at: at.toISOString(),
    applicationId: job.applicationId,
    activity: 'Quarantine',
    actor: PROVISIONING_SERVICE,
    details: { reason: quarantine.reason, nextAttempt: quarantine.nextAttempt },
  });
  keep(store, news, noticeOf(news, quarantine));
}

type Subject = Omit<Extract<MailNotice, { kind: 'job-disabled' }>, 'kind' | 'reason' | 'began'>;

type Notice = MailNotice extends infer Each
  ? Each extends MailNotice
    ? Omit<Each, keyof Subject>
    : never
  : never;

function noticeOf(
  { job, conclusion, end }: CycleNews,
  quarantine: NonNullable<JobRecord['quarantine']>,
): Notice {
  if (end.kind === 'too-many-deletes') {
    const threshold = job.settings.deleteThreshold.value;
    return { kind: 'delete-threshold', threshold, deletions: end.count };
  }
  const { reason, error, seriesBegan: began, nextAttempt } = quarantine;
  const kind = conclusion.news === 'began' ? 'quarantine' : 'quarantine-reason-changed';
  return { kind, reason, error, began, nextAttempt };
}

function tellOfDisabling(
  store: Pick<Store, 'auditLog' | 'mailbox' | 'directory'>,
  news: CycleNews,
): void {
  const { job, at } = news;
  const { reason = 'Unknown', seriesBegan: began = at.toISOString() } = job.quarantine ?? {};
  store.auditLog.note({
    at: at.toISOString(),
    applicationId: job.applicationId,
    activity: 'Disable/pause provisioning configuration',
    actor: PROVISIONING_SERVICE,
    details: { reason, quarantinedSince: began },
  });
  keep(store, news, { kind: 'job-disabled', reason, began });
}

function keep(
  { mailbox, directory }: Pick<Store, 'mailbox' | 'directory'>,
  { job, at }: CycleNews,
  notice: Notice,
): void {
  const { enabled, recipients } = job.settings.notification;
  if (!enabled || recipients.length === 0) return;
  const { applicationId } = job;
  const subject: Subject = {
    applicationId,
    applicationName: directory.findApplication(applicationId)?.displayName ?? applicationId,
    directoryName: DIRECTORY_NAME,
    jobId: job.id,
    recipients,
    at: at.toISOString(),
  };
  mailbox.keep(writeMail({ ...subject, ...notice }));
}
