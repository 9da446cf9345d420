// Mails that the provisioning service writes to administrators. They are always kept in the mailbox of the workspace, and
// sent where a mail server is configured.
import { z } from 'zod';

export const MailKind = z.enum([
  'quarantine',
  'quarantine-reason-changed',
  'delete-threshold',
  'job-disabled',
  'test',
]);
export type MailKind = z.infer<typeof MailKind>;

/** Paragraphs, then facts as a table, then a link into this app. */
export const MailBody = z.object({
  paragraphs: z.array(z.string()),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Address below `#` of the UI. */
  link: z.object({ label: z.string(), to: z.string() }).nullable(),
});
export type MailBody = z.infer<typeof MailBody>;

export const NewMail = z.object({
  /** In virtual time. */
  at: z.iso.datetime(),
  applicationId: z.string().nullable(),
  kind: MailKind,
  recipients: z.array(z.string()),
  subject: z.string(),
  body: MailBody,
});
export type NewMail = z.infer<typeof NewMail>;

export const Mail = NewMail.extend({
  id: z.string(),
  isRead: z.boolean(),
  /** `kept`: only here; `waiting`: to be sent, perhaps again; `failed`: it was tried often enough. */
  delivery: z.enum(['kept', 'waiting', 'sent', 'failed']),
  attempts: z.int(),
  /** On the wall clock, like `sentAt`. */
  nextAttempt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime().nullable(),
  /** What the last attempt failed with. */
  lastError: z.string().nullable(),
});
export type Mail = z.infer<typeof Mail>;
