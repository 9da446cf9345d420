// A tenant: one mock SCIM endpoint in the workspace, and how a SCIM client reaches it.
import { z } from 'zod';

export const Tenant = z.object({
  slug: z.string(),
  name: z.string(),
  /** Origin under which a tunnel publishes the SCIM listener, such as `https://x.trycloudflare.com`. */
  publicUrl: z.url().nullable(),
  counts: z.object({
    users: z.int(),
    activeUsers: z.int(),
    groups: z.int(),
    memberships: z.int(),
    requests: z.int(),
  }),
});
export type Tenant = z.infer<typeof Tenant>;

export const TenantChange = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
});
export type TenantChange = z.infer<typeof TenantChange>;

/** What an admin pastes into the enterprise application. */
export const Connection = z.object({
  /** The URL to paste: the public one where there is one. */
  tenantUrl: z.url(),
  localTenantUrl: z.url(),
  /** In PEM, what verifies the local URL: the local CA, or the server's own certificate. null for http://. */
  certificate: z.string().nullable(),
  publicTenantUrl: z.url().nullable(),
  /** Where the public URL is known from: the setting, or a forwarded request that came through a tunnel. */
  publicUrlSource: z.enum(['setting', 'forwarded']).nullable(),
  secretToken: z.string(),
});
export type Connection = z.infer<typeof Connection>;

/** Outcome of a request that the app sent over HTTP to the tenant's own URL. */
export const SentRequest = z.object({
  ok: z.boolean(),
  url: z.string(),
  /** null when no answer came. */
  status: z.int().nullable(),
  durationMs: z.number(),
  /** One sentence: what came back, and what Entra would make of it. */
  message: z.string(),
});
export type SentRequest = z.infer<typeof SentRequest>;

export const ServerStatus = z.object({
  version: z.string(),
  startedAt: z.string(),
  runtime: z.string(),
  /** Folder of the workspace, or `:memory:`. */
  dataDir: z.string(),
  scimUrl: z.url(),
  adminUrl: z.url(),
  tenants: z.array(Tenant),
});
export type ServerStatus = z.infer<typeof ServerStatus>;
