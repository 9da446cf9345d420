// Why a request is answered with 401: what the client is told, and what the request log says. That a token is expired,
// revoked or for somebody else is told only to who holds it; any other token is unknown, wherever it would be valid.
// @see RFC 6750 §3.1

export type TokenProblem =
  | 'missing'
  | 'malformed'
  | 'unknown'
  | 'expired'
  | 'revoked'
  | 'too-early'
  | 'other-audience'
  | 'other-subject'
  | 'keys-unreadable';

interface Told {
  /** For the client. */
  readonly detail: string;
  /** For the request log, after "Rejected: ". */
  readonly told: string;
}

export const TOKEN_PROBLEMS: Readonly<Record<TokenProblem, Told>> = {
  missing: {
    detail: 'The Authorization header is missing; send "Bearer <secret token>"',
    told: 'no token was sent',
  },
  malformed: {
    detail: 'The Authorization header does not have the form "Bearer <secret token>"',
    told: 'Authorization header holds no bearer token',
  },
  unknown: { detail: 'The token is not a token of this tenant', told: 'token is not valid' },
  expired: { detail: 'The token has expired', told: 'token has expired' },
  revoked: { detail: 'The token has been revoked', told: 'token has been revoked' },
  'too-early': { detail: 'The token is not valid yet', told: 'token is not valid yet' },
  'other-audience': {
    detail: 'The token is meant for another audience than the tenant expects',
    told: 'token is meant for another audience',
  },
  'other-subject': {
    detail: 'The token is about another subject than the tenant expects',
    told: 'token is about another subject',
  },
  'keys-unreadable': {
    detail: "The keys of the token's issuer cannot be read, so that it cannot be checked",
    told: "keys of the token's issuer cannot be read",
  },
};
