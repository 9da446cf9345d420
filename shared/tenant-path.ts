// Where a tenant lies on the SCIM listener, as path and behind a tunnel.

/** The tenant that has the short path and is there from the first start. */
export const DEFAULT_TENANT_SLUG = 'default';

/** Path of a tenant's base URL, without a trailing slash: `/scim/v2` for the default tenant. */
export function tenantPath(slug: string): string {
  if (slug === DEFAULT_TENANT_SLUG) return '/scim/v2';
  return `/t/${encodeURIComponent(slug)}/scim/v2`;
}

/** A tenant's base URL under an origin, which may have a path of its own. */
export function tenantUrl(origin: string, slug: string): string {
  return origin.replace(/\/+$/, '') + tenantPath(slug);
}

/** The origin in what somebody typed as the public URL: a tenant URL is cut back to it. */
export function publicOrigin(url: string, slug: string): string {
  const typed = url
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const path = tenantPath(slug);
  const tails = [path, path.replace(/\/v2$/, '')];
  const tail = tails.find((each) => typed.toLowerCase().endsWith(each.toLowerCase()));
  return tail === undefined ? typed : typed.slice(0, -tail.length);
}

/** Path of a tenant's OAuth token endpoint, which lies beside its base URL. */
export function tokenPath(slug: string): string {
  return tenantPath(slug).replace(/\/scim\/v2$/, '/oauth/token');
}

/** Slug of the tenant whose token endpoint a path is; undefined for any other path. Slashes and case as in SCIM paths. */
export function tokenEndpointSlug(path: string): string | undefined {
  const [, slug, isEndpoint] = /^(?:\/+t\/+([^/]+))?(\/+oauth\/+token)\/*$/i.exec(path) ?? [];
  if (isEndpoint === undefined) return undefined;
  return slug === undefined ? DEFAULT_TENANT_SLUG : slug;
}
