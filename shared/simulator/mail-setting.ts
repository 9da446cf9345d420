// The mail server through which mails of the provisioning service are really sent. Without one they stay in the mailbox.
import { z } from 'zod';

export const MailSecurity = z.enum(['none', 'starttls', 'tls']);
export type MailSecurity = z.infer<typeof MailSecurity>;

const server = {
  /** Empty: mails are kept and not sent. */
  host: z.string().trim().max(253),
  port: z.int().min(1).max(65_535),
  security: MailSecurity,
  /** Empty: without signing in. */
  user: z.string().max(320),
  from: z.union([z.literal(''), z.email()]),
};

/** As it is shown: never the password. */
export const MailSetting = z.object({ ...server, hasPassword: z.boolean() });
export type MailSetting = z.infer<typeof MailSetting>;

export const DEFAULT_MAIL_SETTING: MailSetting = {
  host: '',
  port: 587,
  security: 'starttls',
  user: '',
  from: '',
  hasPassword: false,
};

export const MailSettingChange = z
  .strictObject({
    ...server,
    /** Absent: the stored one stays, as long as the server and the user stay the same. */
    password: z.string().max(1_024).optional(),
  })
  .refine(({ host, from }) => host === '' || from !== '', {
    path: ['from'],
    message: 'Enter the address that mails are sent from.',
  });
export type MailSettingChange = z.infer<typeof MailSettingChange>;
