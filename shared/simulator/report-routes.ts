// Routes of what the provisioning service reports about an application: provisioning logs, audit logs, mailbox.
import { z } from 'zod';
import { AuditEntry } from './audit-log.ts';
import { RecordedRequest } from './job-run.ts';
import { Mail } from './mail.ts';
import { MailSetting, MailSettingChange } from './mail-setting.ts';
import { ProvisioningObjectSummary } from './provisioning-log.ts';
import {
  ProvisioningInsights,
  ProvisioningLogFilter,
  ProvisioningLogPage,
  ProvisioningLogQuery,
} from './provisioning-log-pages.ts';

const nothing = z.object({});
const application = z.object({ application: z.string() });
const entry = application.extend({ id: z.string() });

export const ProvisioningLogEntry = z.object({
  entry: ProvisioningObjectSummary,
  /** In the list that the filter makes: ids of the entries beside it; null at its ends. */
  newer: z.string().nullable(),
  older: z.string().nullable(),
  /** Its requests that are in the request log, because the target is a tenant of this workspace. */
  recorded: z.array(RecordedRequest.extend({ clientRequestId: z.string() })),
});
export type ProvisioningLogEntry = z.infer<typeof ProvisioningLogEntry>;

export const reportRoutes = {
  /** Newest first. */
  listProvisioningLogs: {
    method: 'GET',
    path: '/api/applications/:application/provisioning-logs',
    params: application,
    query: ProvisioningLogQuery,
    body: z.undefined(),
    response: ProvisioningLogPage,
  },
  /** The filter says which entries stand beside it. */
  getProvisioningLog: {
    method: 'GET',
    path: '/api/applications/:application/provisioning-logs/:id',
    params: entry,
    query: ProvisioningLogFilter,
    body: z.undefined(),
    response: ProvisioningLogEntry,
  },
  /** Counts of the entries that the filter finds, by action and status, error, object and cycle. */
  getProvisioningInsights: {
    method: 'GET',
    path: '/api/applications/:application/provisioning-insights',
    params: application,
    query: ProvisioningLogFilter,
    body: z.undefined(),
    response: ProvisioningInsights,
  },
  /** Of all applications: with `sourceId`, what became of one user or group in each of them. */
  listAllProvisioningLogs: {
    method: 'GET',
    path: '/api/provisioning-logs',
    params: nothing,
    query: ProvisioningLogQuery,
    body: z.undefined(),
    response: ProvisioningLogPage,
  },
  /** Of whichever application; those beside it are of all of them, too. */
  getAnyProvisioningLog: {
    method: 'GET',
    path: '/api/provisioning-logs/:id',
    params: z.object({ id: z.string() }),
    query: ProvisioningLogFilter,
    body: z.undefined(),
    response: ProvisioningLogEntry,
  },
  getAllProvisioningInsights: {
    method: 'GET',
    path: '/api/provisioning-insights',
    params: nothing,
    query: ProvisioningLogFilter,
    body: z.undefined(),
    response: ProvisioningInsights,
  },
  /** The log entry that a request of the inspector was sent for. */
  findProvisioningLogOfRequest: {
    method: 'GET',
    path: '/api/requests/:id/provisioning-log',
    params: z.object({ id: z.coerce.number().int().positive() }),
    query: nothing,
    body: z.undefined(),
    response: z.object({
      entry: z
        .object({
          applicationId: z.string(),
          id: z.string(),
          jobId: z.string(),
          cycleId: z.string(),
        })
        .nullable(),
    }),
  },
  /** Newest first. */
  listAuditLogs: {
    method: 'GET',
    path: '/api/applications/:application/audit',
    params: application,
    query: z.object({
      /** Entries older than the one with this id. */
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    body: z.undefined(),
    response: z.object({
      entries: z.array(AuditEntry),
      /** Of `after` for the next page; null: there is none. */
      next: z.string().nullable(),
    }),
  },
  /** Newest first; test mails are in the mailbox of every application. */
  listMails: {
    method: 'GET',
    path: '/api/applications/:application/mailbox',
    params: application,
    query: nothing,
    body: z.undefined(),
    response: z.object({ mails: z.array(Mail), unread: z.int() }),
  },
  getMail: {
    method: 'GET',
    path: '/api/applications/:application/mailbox/:id',
    params: entry,
    query: nothing,
    body: z.undefined(),
    response: Mail,
  },
  markMail: {
    method: 'PATCH',
    path: '/api/applications/:application/mailbox/:id',
    params: entry,
    query: nothing,
    body: z.strictObject({ isRead: z.boolean() }),
    response: Mail,
  },
  deleteMail: {
    method: 'DELETE',
    path: '/api/applications/:application/mailbox/:id',
    params: entry,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
  /** Puts it into the queue again; `conflict` where no mail server is configured. */
  sendMail: {
    method: 'POST',
    path: '/api/applications/:application/mailbox/:id/send',
    params: entry,
    query: nothing,
    body: z.undefined(),
    response: Mail,
  },
  getMailSetting: {
    method: 'GET',
    path: '/api/simulator/mail-setting',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: MailSetting,
  },
  changeMailSetting: {
    method: 'PUT',
    path: '/api/simulator/mail-setting',
    params: nothing,
    query: nothing,
    body: MailSettingChange,
    response: MailSetting,
  },
  /** Waits until the mail server has taken it or not: the mail says which. */
  sendTestMail: {
    method: 'POST',
    path: '/api/simulator/mail-setting/test',
    params: nothing,
    query: nothing,
    body: z.strictObject({ recipient: z.email() }),
    response: Mail,
  },
} as const;
