// The Tenant URL taken apart, and the URL of a request put together from it as Entra does.
// Entra: flags such as `?aadOptscim062020` are parameters without a value that are typed into the Tenant URL; they ride
// on every request, before its own parameters. A space is `+`, a quotation mark `%22`.
// @see "Known issues for provisioning: SCIM 2.0 protocol compliance", entra docs app-provisioning

export interface TargetUrl {
  /** Scheme, host and path, without a trailing slash. */
  readonly base: string;
  /** Query of the Tenant URL, as typed. */
  readonly query: string;
  /** Whether PATCH has the RFC's form. */
  readonly isFlagged: boolean;
}

export type QueryParameter = readonly [name: string, value: string];

/** The older spelling is still taken. */
const FLAGS: readonly string[] = ['aadOptscim062020', 'AzureAdScimPatch062020'];

export function readTargetUrl(tenantUrl: string): TargetUrl {
  const url = new URL(tenantUrl);
  const query = url.search.replace(/^\?/, '');
  const names = query.split('&').map((parameter) => parameter.split('=')[0] ?? '');
  return {
    base: url.origin + url.pathname.replace(/\/+$/, ''),
    query,
    isFlagged: names.some((name) => FLAGS.includes(name)),
  };
}

/** Provision on demand does not honour flags: it sends none. */
export function withoutFlags(target: TargetUrl): TargetUrl {
  return { ...target, query: '', isFlagged: false };
}

export function requestUrl(
  { base, query }: TargetUrl,
  path: string,
  parameters: readonly QueryParameter[] = [],
): string {
  const own = parameters.map(([name, value]) => `${name}=${encodeValue(value)}`);
  const all = [...(query === '' ? [] : [query]), ...own].join('&');
  return base + path + (all === '' ? '' : `?${all}`);
}

function encodeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%20', '+');
}
