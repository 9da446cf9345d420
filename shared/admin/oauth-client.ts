// OAuth clients of a tenant: who gets access tokens at its token endpoint by client credentials (RFC 6749 §4.4).
import { z } from 'zod';
import {
  ActsAs,
  CredentialName,
  CredentialUsage,
  Instant,
  SecretText,
  TokenScope,
} from './token.ts';

/** More than one is live while a client is given the next one. */
export const MAX_LIVE_SECRETS = 2;

export const ClientSecret = z.object({
  id: z.string(),
  /** In the clear: the tenant keeps it so that it can be shown again. */
  secret: z.string(),
  created: z.string(),
  expires: z.string().nullable(),
  state: z.enum(['live', 'expired']),
});
export type ClientSecret = z.infer<typeof ClientSecret>;

export const OAuthClient = CredentialUsage.extend({
  clientId: z.string(),
  name: z.string(),
  /** Of the access tokens that it is given. */
  scope: TokenScope,
  actsAs: z.string().nullable(),
  /** `sub` of the assertions that stand for it; null = its client id. @see RFC 7523 §3 */
  assertionSubject: z.string().nullable(),
  created: z.string(),
  revoked: z.string().nullable(),
  state: z.enum(['live', 'revoked']),
  secrets: z.array(ClientSecret),
});
export type OAuthClient = z.infer<typeof OAuthClient>;

export const OAuthClientList = z.object({
  /** Where access tokens are to be had: the public URL where there is one. */
  tokenUrl: z.url(),
  clients: z.array(OAuthClient),
});
export type OAuthClientList = z.infer<typeof OAuthClientList>;

const assertionSubject = z.string().trim().min(1).max(500).nullable();

export const OAuthClientCreation = z.object({
  name: CredentialName,
  /** Absent = a new one is made. */
  clientId: z
    .string()
    .max(200)
    .regex(/^[\w.:~-]+$/, 'must be letters, digits and any of - . _ : ~')
    .optional(),
  /** Of the first secret; absent = a new one is made. */
  secret: SecretText.optional(),
  secretExpires: Instant.nullable().default(null),
  scope: TokenScope.default('full'),
  actsAs: ActsAs.default(null),
  assertionSubject: assertionSubject.default(null),
});
export type OAuthClientCreation = z.infer<typeof OAuthClientCreation>;

/** What is left out stays as it is. */
export const OAuthClientChange = z.object({
  name: CredentialName.optional(),
  scope: TokenScope.optional(),
  actsAs: ActsAs.optional(),
  assertionSubject: assertionSubject.optional(),
});
export type OAuthClientChange = z.infer<typeof OAuthClientChange>;

export const ClientSecretCreation = z.object({
  secret: SecretText.optional(),
  expires: Instant.nullable().default(null),
});
export type ClientSecretCreation = z.infer<typeof ClientSecretCreation>;
