// What leaves the app in an export. Credentials are hidden unless asked for; people can be given pseudonyms.
import { z } from 'zod';

export const RedactionProfile = z.object({
  /** `hidden`: no header that holds a secret says anything of it; `token`: the tenant's own token is put in. */
  authorization: z.enum(['hidden', 'token']).default('hidden'),
  /** `pseudonyms`: e-mail addresses and names are replaced, the same value by the same pseudonym throughout an export. */
  people: z.enum(['shown', 'pseudonyms']).default('shown'),
});
export type RedactionProfile = z.infer<typeof RedactionProfile>;
