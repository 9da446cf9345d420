// The one shape of an admin API error.
import { z } from 'zod';

export const AdminErrorCode = z.enum([
  'bad-request',
  'unauthorized',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'conflict',
  'scim',
  'storage',
  'internal',
]);
export type AdminErrorCode = z.infer<typeof AdminErrorCode>;

export const AdminError = z.object({
  error: z.object({
    code: AdminErrorCode,
    message: z.string(),
    /** zod issues of the input, for `bad-request`. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** What the SCIM engine answered, for `scim`. */
    scim: z.object({ status: z.int(), scimType: z.string().nullable() }).optional(),
  }),
});
export type AdminError = z.infer<typeof AdminError>;
