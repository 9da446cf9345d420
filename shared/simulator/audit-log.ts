// Audit entries: who changed what of the provisioning of an application.
import { z } from 'zod';
import { JsonObject } from '../admin/json-schema.ts';

export const NewAuditEntry = z.object({
  /** In virtual time. */
  at: z.iso.datetime(),
  applicationId: z.string().nullable(),
  /** As the portal calls it, such as *Enable/start provisioning configuration*. */
  activity: z.string().min(1),
  /** Who did it: an administrator, the provisioning service, a scenario. */
  actor: z.string().min(1),
  details: JsonObject,
});
export type NewAuditEntry = z.infer<typeof NewAuditEntry>;

export const AuditEntry = NewAuditEntry.extend({ id: z.string() });
export type AuditEntry = z.infer<typeof AuditEntry>;
