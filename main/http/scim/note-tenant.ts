// What the record of a request needs that is answered before anybody asks who sent it: whose request it was, and which
// secret the record must not hold.
import { tokenEndpointSlug } from '../../../shared/tenant-path.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { Exchange, ScimRequest } from './exchange.ts';
import { readAuthorization } from './read-authorization.ts';

/** Of the tenant that the path names, at its base URL or its token endpoint. */
export function namedSlug({ target }: Exchange): string | undefined {
  return target.tenantSlug ?? tokenEndpointSlug(target.rawPath);
}

export function noteTenant(request: ScimRequest, exchange: Exchange, tenant: TenantRecord): void {
  exchange.tenant = tenant;
  exchange.isTokenRequest = exchange.target.tenantSlug === null;
  const given = readAuthorization(request.headers.authorization);
  if (given.kind !== 'none') {
    exchange.presented = [given.kind === 'token' ? given.token : given.password];
  }
}
