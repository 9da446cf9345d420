// How a tenant lets in who has none of its own tokens: life of access tokens, and issuers whose JWTs it trusts.
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';
import { ActsAs, CredentialName, TokenScope } from './token.ts';

const SAFE_URL =
  /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:[/?#]|$))/i;

/** Public keys (RFC 7517 §5). A private or symmetric key is refused: it has no business here. */
const KeySet = z.object({
  keys: z
    .array(JsonObject)
    .min(1)
    .max(50)
    .refine(
      (keys) => keys.every((key) => !('d' in key) && !('k' in key)),
      'must hold public keys alone',
    ),
});

/** A JWT of this issuer for this audience is accepted as a bearer token, and as the assertion of an OAuth client. */
export const TrustedIssuer = z
  .object({
    /** Told in the request log. */
    name: CredentialName,
    /** `iss`, such as `https://sts.windows.net/<tenant id>/`. */
    issuer: z.string().trim().min(1).max(500),
    /** `aud`. */
    audience: z.string().trim().min(1).max(500),
    /** `sub` that a bearer token must have; null = any. */
    subject: z.string().trim().min(1).max(500).nullable().default(null),
    /** Its keys: either here or where to read them. */
    jwks: KeySet.nullable().default(null),
    /** https, or http on this machine. */
    jwksUri: z
      .url({ protocol: /^https?$/ })
      .refine((url) => SAFE_URL.test(url), 'must be https, or http on this machine')
      .nullable()
      .default(null),
    scope: TokenScope.default('full'),
    actsAs: ActsAs.default(null),
  })
  .refine(({ jwks, jwksUri }) => (jwks === null) !== (jwksUri === null), {
    path: ['jwks'],
    message: 'must be given, or else jwksUri',
  });
export type TrustedIssuer = z.infer<typeof TrustedIssuer>;

export const AuthSetting = z.object({
  /** Life of access tokens. Entra wants 1 to 6 hours. */
  accessTokenMinutes: z.int().min(60).max(360).default(60),
  /** userName of the User that `/Me` stands for, where a token names none. */
  actsAs: ActsAs.default(null),
  trustedIssuers: z.array(TrustedIssuer).max(20).default([]),
});
export type AuthSetting = z.infer<typeof AuthSetting>;

/** What is left out stays as it is. */
export const AuthSettingChange = z.object({
  accessTokenMinutes: AuthSetting.shape.accessTokenMinutes.unwrap().optional(),
  actsAs: ActsAs.optional(),
  trustedIssuers: AuthSetting.shape.trustedIssuers.unwrap().optional(),
});
export type AuthSettingChange = z.infer<typeof AuthSettingChange>;
