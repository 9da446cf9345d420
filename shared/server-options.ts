// What a server is started with, whoever starts it: terminal, desktop shell or test.
import { z } from 'zod';
import { AdminKeyText } from './admin/admin-key.ts';
import { TlsMode } from './admin/tls.ts';
import { SeedPreset } from './admin/transfer.ts';

/** `dataDir` is a folder, or `:memory:` for a workspace that vanishes with the process. Port 0 = any free port. */
export const ServerOptions = z.object({
  host: z.literal('127.0.0.1').default('127.0.0.1'),
  /** Of the SCIM listener; the admin listener is on this machine only. Absent = as the settings say. */
  scimHost: z.enum(['127.0.0.1', '0.0.0.0']).optional(),
  /** Absent = as the settings say, 7643 and 7644 at first. */
  scimPort: z.int().min(0).max(65_535).optional(),
  adminPort: z.int().min(0).max(65_535).optional(),
  /** TLS of the SCIM listener. Any of these three replaces all that the settings say of it. */
  tls: TlsMode.optional(),
  /** Absolute paths of PEM files; without `tls` they mean `own-certificate`. */
  tlsCertificate: z.string().min(1).optional(),
  tlsKey: z.string().min(1).optional(),
  tlsPassphrase: z.string().min(1).optional(),
  /** Path of a PEM file with CAs that targets of the simulator and the checks may have, beside those of Node. */
  trustedCa: z.string().min(1).optional(),
  /** Where the SCIM port is taken: no start at all, or one that serves once the port is free and somebody says so.
   *  The same where TLS cannot be served as it is set. */
  ifScimPortTaken: z.enum(['fail', 'wait']).default('fail'),
  dataDir: z.string().min(1),
  /** Secret token of the default tenant; without it the stored one is kept, or a new one is made. */
  token: z.string().min(1).optional(),
  /** Public base URL of the default tenant's SCIM listener when a tunnel is in front, such as `https://x.example`. */
  publicUrl: z.url().optional(),
  /** Made-up people for the default tenant, where it has no resources yet. */
  seed: SeedPreset.optional(),
  /** Key of the admin API; without it the workspace's own, where it keeps one, or a new one. */
  adminKey: AdminKeyText.optional(),
  /** That of the run before, used where it would be a new one: so a restart under a host keeps its windows. */
  lastAdminKey: AdminKeyText.optional(),
  /** Folder of the built UI; without it the admin listener serves the API alone. */
  uiDir: z.string().optional(),
});
export type ServerOptions = z.infer<typeof ServerOptions>;
export type ServerOptionsInput = z.input<typeof ServerOptions>;

/** The single JSON line that a headless server prints on stdout when it answers. */
export const ReadyEvent = z.object({
  event: z.literal('ready'),
  scimUrl: z.url(),
  adminUrl: z.url(),
  /** What a browser opens to be let in: the admin key rides in the fragment. */
  uiUrl: z.url(),
  adminKey: z.string(),
  token: z.string(),
});
export type ReadyEvent = z.infer<typeof ReadyEvent>;
