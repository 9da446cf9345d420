// TLS of the SCIM listener, as the admin API tells and changes it. The admin listener is HTTP on this machine, always.
import { z } from 'zod';

export const TLS_MODES = ['off', 'local-ca', 'own-certificate'] as const;
/** `off`: plain HTTP. `local-ca`: a certificate of this workspace's own authority. `own-certificate`: two files. */
export const TlsMode = z.enum(TLS_MODES);
export type TlsMode = z.infer<typeof TlsMode>;

/** Of a PEM file; empty = none. */
export const PemPath = z.string().trim().max(1_024);

export const CertificateFacts = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** DNS names and addresses that it is for. */
  names: z.array(z.string()),
  validFrom: z.string(),
  validTo: z.string(),
  /** SHA-256 as pairs of hexadecimal digits, `AB:CD:…`. */
  fingerprint: z.string(),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;

export const TlsState = z.object({
  /** What the SCIM listener does, or will do when it opens. */
  mode: TlsMode,
  /** Paths, where `mode` is `own-certificate`. */
  certificateFile: z.string(),
  keyFile: z.string(),
  /** A passphrase is kept. It is never told. */
  hasPassphrase: z.boolean(),
  /** The command line decides. */
  isOverruled: z.boolean(),
  /** What clients are shown; null without TLS, and as long as the listener has not been open. */
  served: CertificateFacts.nullable(),
  /** Why the listener is not as it is set, in a sentence. */
  problem: z.string().nullable(),
  /** The local CA; null as long as none was needed. */
  authority: CertificateFacts.extend({
    /** Path of its certificate; null for a workspace in memory. */
    file: z.string().nullable(),
  }).nullable(),
});
export type TlsState = z.infer<typeof TlsState>;

export const TlsChange = z.object({
  mode: TlsMode,
  certificateFile: PemPath.optional(),
  keyFile: PemPath.optional(),
  /** Left out: the one that is kept stays. Empty: it goes. */
  passphrase: z.string().max(1_024).optional(),
});
export type TlsChange = z.infer<typeof TlsChange>;
