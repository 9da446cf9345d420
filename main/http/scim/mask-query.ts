// A filter by password says in the URL what must never be kept: what is recorded of such a request is without it.
// @see RFC 7644 §7.5.2
import { comparesSecret } from '../../scim/query/compares-secret.ts';
import { MASK } from './mask-secrets.ts';
import type { ScimTarget } from './read-target.ts';

/** The target as the request log keeps it. */
export function maskQuery(target: ScimTarget): ScimTarget {
  const isSecret = target.query.some(isSecretFilter);
  if (!isSecret) return target;
  return {
    ...target,
    rawQuery: target.rawQuery.replace(RAW_FILTER, `$1${encodeURIComponent(MASK)}`),
    query: target.query.map((pair) => (isSecretFilter(pair) ? [pair[0], MASK] : pair)),
  };
}

/** Every filter, since which of them is the secret one can only be told once decoded. */
const RAW_FILTER = /((?:^|&)filter=)[^&]*/gi;

function isSecretFilter([name, value]: readonly [name: string, value: string]): boolean {
  return name.toLowerCase() === 'filter' && comparesSecret(value);
}
