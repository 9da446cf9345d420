// What the provisioning service writes to administrators: one mail for each quarantine, another when its reason changes,
// one when too much would be deleted, one when the job is given up. Facts and order are those of the real mails, the
// words are ours. @see https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status
import { countOf } from '../../../shared/count-of.ts';
import type { QuarantineReason } from '../../../shared/simulator/job.ts';
import type { NewMail } from '../../../shared/simulator/mail.ts';

interface MailSubject {
  readonly applicationId: string;
  readonly applicationName: string;
  /** Of the simulated directory. */
  readonly directoryName: string;
  readonly jobId: string;
  readonly recipients: readonly string[];
  /** Instant of the virtual clock. */
  readonly at: string;
}

export type MailNotice =
  | (MailSubject & {
      readonly kind: 'quarantine' | 'quarantine-reason-changed';
      readonly reason: QuarantineReason;
      /** What the job failed with, where one error led to it. */
      readonly error: { readonly code: string; readonly message: string } | null;
      readonly began: string;
      readonly nextAttempt: string;
    })
  | (MailSubject & {
      readonly kind: 'delete-threshold';
      readonly threshold: number;
      /** Disables and deletes that the cycle would have made. */
      readonly deletions: number;
    })
  | (MailSubject & {
      readonly kind: 'job-disabled';
      readonly reason: QuarantineReason;
      /** Of the quarantine. */
      readonly began: string;
    });

const REASONS: Readonly<Record<QuarantineReason, string>> = {
  EncounteredBaseEscrowThreshold: 'More changes failed than a job may have waiting.',
  EncounteredTotalEscrowThreshold:
    'More changes failed, those of references included, than a job may have waiting.',
  EncounteredEscrowProportionThreshold: 'Too large a share of all changes failed.',
  EncounteredQuarantineException:
    'The application does not accept the credentials, or does not answer as SCIM requires.',
  QuarantinedOnDemand: 'The job was put into quarantine by hand.',
  TooManyDeletes: 'More users and groups would have been removed than the job may remove at once.',
  IngestionInterrupted: 'Reading the directory was interrupted.',
  Unknown: 'The reason is not known.',
};

export function writeMail(notice: MailNotice): NewMail {
  const { applicationId, applicationName, directoryName, jobId, recipients, at, kind } = notice;
  const { subject, paragraphs, facts, link } = describeNotice(notice);
  return {
    at,
    applicationId,
    kind,
    recipients: [...recipients],
    subject,
    body: {
      paragraphs,
      facts: [
        { name: 'Application', value: applicationName },
        { name: 'Directory', value: directoryName },
        ...facts,
        { name: 'Job ID', value: jobId },
      ],
      link: {
        label: link.label,
        to: `${link.to}?application=${encodeURIComponent(applicationId)}`,
      },
    },
  };
}

interface Content {
  readonly subject: string;
  readonly paragraphs: string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly link: { readonly label: string; readonly to: string };
}

const OVERVIEW = { label: 'Open the provisioning overview', to: '/entra/overview' };
const LOGS = { label: 'Open the provisioning logs', to: '/entra/logs' };

function describeNotice(notice: MailNotice): Content {
  const { applicationName: name } = notice;
  switch (notice.kind) {
    case 'quarantine':
    case 'quarantine-reason-changed': {
      const isNew = notice.kind === 'quarantine';
      return {
        subject: isNew
          ? `Provisioning to ${name} is in quarantine`
          : `Provisioning to ${name} is in quarantine for another reason`,
        paragraphs: [
          isNew
            ? `Provisioning of users and groups to ${name} failed and has been put into quarantine.`
            : `Provisioning of users and groups to ${name} still fails, now for another reason.`,
          REASONS[notice.reason],
          'It is tried again less often while the quarantine lasts, and one success ends it. After 28 days the job is disabled. Once the cause is removed, restart provisioning to try at once.',
        ],
        facts: [
          { name: 'Reason', value: notice.reason },
          ...(notice.error === null
            ? []
            : [{ name: 'Error', value: `${notice.error.code}: ${notice.error.message}` }]),
          { name: 'In quarantine since', value: notice.began },
          { name: 'Next attempt', value: notice.nextAttempt },
        ],
        link: OVERVIEW,
      };
    }
    case 'delete-threshold':
      return {
        subject: `Provisioning to ${name} would remove ${countOf(notice.deletions, 'user or group', 'users and groups')}`,
        paragraphs: [
          `A cycle would have disabled or deleted ${countOf(notice.deletions, 'user or group', 'users and groups')} in ${name}. That is more than the ${notice.threshold} that accidental deletion prevention lets through, so none of them was removed.`,
          'Look at the entries with the action StagedDelete. If the deletions are meant, choose Allow deletes on the overview. If they are not, put the users and groups back into scope and restart provisioning.',
        ],
        facts: [
          { name: 'Would be removed', value: String(notice.deletions) },
          { name: 'Threshold', value: String(notice.threshold) },
        ],
        link: LOGS,
      };
    case 'job-disabled':
      return {
        subject: `Provisioning to ${name} has been disabled`,
        paragraphs: [
          `Provisioning of users and groups to ${name} was in quarantine for more than 28 days and has been disabled. Nothing is provisioned until it is started again.`,
          REASONS[notice.reason],
        ],
        facts: [
          { name: 'Reason', value: notice.reason },
          { name: 'In quarantine since', value: notice.began },
        ],
        link: OVERVIEW,
      };
  }
}

/** Shows that mails arrive. */
export function writeTestMail(recipient: string, at: string): NewMail {
  return {
    at,
    applicationId: null,
    kind: 'test',
    recipients: [recipient],
    subject: 'Test mail of the provisioning simulator',
    body: {
      paragraphs: [
        'Mails of the simulated provisioning service reach this address. It writes when a job goes into quarantine, when too much would be deleted, and when a job is disabled.',
      ],
      facts: [],
      link: { label: 'Open the mailbox', to: '/entra/mailbox' },
    },
  };
}
