// Which part of a URL is the base of a SCIM service provider, and what below it is asked for.

const ENDPOINT =
  /\/(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfigs?|Bulk|Me|\.search)(?=[/?#]|$)/iu;

/** Whether its path names an endpoint of RFC 7644. */
export function isScimUrl(url: string): boolean {
  return ENDPOINT.test(url.replace(/^\w+:\/\/[^/?#]*/u, '').replace(/[?#].*$/su, ''));
}

export interface SplitUrl {
  readonly baseUrl: string;
  /** With the query: `/Users?count=1`. */
  readonly path: string;
}

/** The first endpoint that RFC 7644 names ends the base; without one, the origin is the base. */
export function splitUrl(url: string): SplitUrl {
  const [, origin = '', target = ''] = /^(\w+:\/\/[^/?#]*)(.*)$/su.exec(url) ?? [];
  const clean = target.replace(/#.*$/su, '');
  const query = clean.indexOf('?');
  const path = query < 0 ? clean : clean.slice(0, query);
  const at = ENDPOINT.exec(path)?.index ?? 0;
  return { baseUrl: origin + clean.slice(0, at), path: clean.slice(at) };
}
