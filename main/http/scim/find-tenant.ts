// Which tenant a request is for, before its token is looked at. Hands the path below the tenant's base URL on to the
// routes. A path outside every base is nobody's: `/` shows people what this is, anything else does not exist.
import { notFound } from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { landingPage } from './landing-page.ts';
import type { ScimTarget } from './read-target.ts';

/** @throws notFound for a path that leads to no tenant, or the problem of a target that cannot be read. */
export function findTenant({ store, availability }: ScimAppDependencies): ScimHandler {
  return function findTenant(request: ScimRequest, response: ScimAnswer, next: () => void): void {
    const { exchange } = response.locals;
    const { target } = exchange;
    if (isForPeople(request, target)) {
      return exchange.answer(landingPage(availability.isPaused()));
    }
    if (target.tenantSlug === null) throw notFound(`Path "${target.rawPath}"`);
    exchange.tenant = store.tenants.find(target.tenantSlug) ?? null;
    if (exchange.tenant === null) throw notFound(`Tenant "${target.tenantSlug}"`);
    if (target.problem !== undefined) throw target.problem;
    const { acceptTrailingSlashes } = exchange.tenant.profile;
    if (!acceptTrailingSlashes && hasExtraSlash(target.rawPath, target.path)) {
      throw notFound(`Path "${target.rawPath}"`);
    }
    request.url = target.encodedPath;
    next();
  };
}

/** A slash at the end, or two in a row; that of the base URL itself means nothing. */
function hasExtraSlash(rawPath: string, path: string | null): boolean {
  return rawPath.includes('//') || (rawPath.endsWith('/') && path !== '/');
}

/** The root, and a base URL that somebody opens in a browser. */
export function isForPeople(request: ScimRequest, { path, rawPath }: ScimTarget): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (path === null) return rawPath === '/';
  return path === '/' && (request.headers.accept ?? '').includes('text/html');
}
