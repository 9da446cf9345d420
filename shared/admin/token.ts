// Bearer tokens of a tenant, and what they have in common with its other credentials.
import { z } from 'zod';
import { Source } from './request-log.ts';

/** read-only: reads and searches, any other request is answered with 403. */
export const TokenScope = z.enum(['full', 'read-only']);
export type TokenScope = z.infer<typeof TokenScope>;

export const CredentialState = z.enum(['live', 'expired', 'revoked']);
export type CredentialState = z.infer<typeof CredentialState>;

/** What may stand after `Bearer`. @see RFC 6750 §2.1 */
export const SecretText = z
  .string()
  .min(8)
  .max(500)
  .regex(
    /^[\w.~+/-]+=*$/,
    'must be letters, digits and any of - . _ ~ + /, with = at the end only',
  );

export const CredentialName = z.string().trim().min(1).max(100);

/** userName of the User that `/Me` stands for. */
export const ActsAs = z.string().trim().min(1).max(500).nullable();

/** An instant in any offset, kept in UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^\d{4}-/.test(text), 'must be before the year 10000');

export const CredentialUsage = z.object({
  /** Written a few seconds late. */
  lastUsed: z.string().nullable(),
  lastSource: Source.nullable(),
  /** How many requests it has opened. */
  requests: z.int(),
});
export type CredentialUsage = z.infer<typeof CredentialUsage>;

export const Token = CredentialUsage.extend({
  id: z.string(),
  name: z.string(),
  /** In the clear: the tenant keeps it so that it can be shown again. */
  secret: z.string(),
  /** The secret before the last rotation, for as long as both are valid. */
  previous: z.object({ secret: z.string(), expires: z.string() }).nullable(),
  scope: TokenScope,
  actsAs: z.string().nullable(),
  created: z.string(),
  expires: z.string().nullable(),
  revoked: z.string().nullable(),
  state: CredentialState,
  /** Whether it is the one that the connection shows: the first that is not revoked. */
  isSecretToken: z.boolean(),
});
export type Token = z.infer<typeof Token>;

/** Oldest first. */
export const TokenList = z.object({ tokens: z.array(Token) });
export type TokenList = z.infer<typeof TokenList>;

export const TokenCreation = z.object({
  name: CredentialName,
  /** Absent = a new one is made. */
  secret: SecretText.optional(),
  scope: TokenScope.default('full'),
  actsAs: ActsAs.default(null),
  expires: Instant.nullable().default(null),
});
export type TokenCreation = z.infer<typeof TokenCreation>;

/** What is left out stays as it is. */
export const TokenChange = z.object({
  name: CredentialName.optional(),
  scope: TokenScope.optional(),
  actsAs: ActsAs.optional(),
  expires: Instant.nullable().optional(),
});
export type TokenChange = z.infer<typeof TokenChange>;

export const TokenRotation = z.object({
  /** How long the old secret is valid beside the new one; 0 = not at all. */
  overlapMinutes: z.int().min(0).max(43_200).default(60),
  /** Of the new secret; absent = as before, or never for a token that had expired. */
  expires: Instant.nullable().optional(),
});
export type TokenRotation = z.infer<typeof TokenRotation>;
