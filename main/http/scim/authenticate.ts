// The bearer token of the tenant, on every endpoint, discovery included: an anonymous client learns nothing here.
// Who knows the token is believed about the tunnel it came through: that is the URL to paste.
// @see RFC 6750 §2.1 and §3; RFC 7644 §2
import { invariant } from '../../base/assert.ts';
import { isSameSecret } from '../../base/same-secret.ts';
import { unauthorized } from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { tunnelOrigin } from './public-base-url.ts';

/** @throws unauthorized where the token is missing or another one. */
export function authenticate({ store, feed }: ScimAppDependencies): ScimHandler {
  return function authenticate(request: ScimRequest, response: ScimAnswer, next: () => void): void {
    const { exchange } = response.locals;
    const { tenant } = exchange;
    invariant(tenant !== null, 'the tenant was found before');
    requireToken(request.headers.authorization, tenant.secretToken);
    const origin = tunnelOrigin(request);
    if (origin !== undefined && origin !== tenant.forwardedUrl) {
      exchange.tenant = store.tenants.update(tenant, { forwardedUrl: origin });
      feed.publish({ type: 'tenant-changed', data: { tenant: tenant.slug } });
    }
    next();
  };
}

function requireToken(authorization: string | undefined, secretToken: string): void {
  if (authorization === undefined) {
    throw unauthorized('The Authorization header is missing; send "Bearer <secret token>"');
  }
  // The scheme is compared without case (RFC 7235 §2.1).
  const given = /^bearer +(.+)$/i.exec(authorization.trim())?.[1];
  if (given === undefined) {
    throw unauthorized('The Authorization header does not have the form "Bearer <secret token>"');
  }
  if (!isSameSecret(given, secretToken)) {
    throw unauthorized('The token is not the secret token of this tenant');
  }
}
