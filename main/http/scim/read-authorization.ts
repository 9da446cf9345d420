// The Authorization header: a bearer token, or where the profile has it, HTTP Basic with a token as the password.
// @see RFC 6750 §2.1, RFC 7617 §2, RFC 9110 §11.1 (the scheme is compared without case)
import type { TokenProblem } from '../../scim/token-problem.ts';

export type Authorization =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'none'; readonly problem: TokenProblem };

export function readAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header.trim() === '') return { kind: 'none', problem: 'missing' };
  const [, scheme = '', rest = ''] = /^(\S+) +(\S.*)$/s.exec(header.trim()) ?? [];
  if (scheme.toLowerCase() === 'bearer') return { kind: 'token', token: rest };
  if (scheme.toLowerCase() === 'basic') return readBasic(rest);
  return { kind: 'none', problem: 'malformed' };
}

/** The challenges of a 401: a request without any credential is not told of an error. @see RFC 6750 §3.1 */
export function challenge(
  problem: TokenProblem,
  { detail, hasBasic }: { readonly detail: string; readonly hasBasic: boolean },
): string {
  const isTold = problem !== 'missing' && problem !== 'malformed';
  const bearer = isTold
    ? `Bearer realm="SCIM", error="invalid_token", error_description="${detail}"`
    : 'Bearer realm="SCIM"';
  return hasBasic ? `${bearer}, Basic realm="SCIM", charset="UTF-8"` : bearer;
}

/** A user name has no colon, a password may. */
function readBasic(encoded: string): Authorization {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return { kind: 'none', problem: 'malformed' };
  return { kind: 'basic', user: text.slice(0, colon), password: text.slice(colon + 1) };
}
