// A token that may only read is answered with 403 where it would write. Searches and polls are reads that are sent by
// POST. @see RFC 7644 §2 and §3.12, RFC 6750 §3.1
import { insufficientScope } from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimRequest } from './exchange.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const READ_BY_POST = /^(?:\/[^/]+)?\/\.search$|^\/\.events$/i;

/** @throws insufficientScope */
export function refuseWrites(request: ScimRequest, response: ScimAnswer, next: () => void): void {
  const { caller, target } = response.locals.exchange;
  if (caller?.isReadOnly && !isRead(request.method, target.path ?? '')) {
    throw insufficientScope(`The token "${caller.tokenName}" may only read`);
  }
  next();
}

function isRead(method: string, path: string): boolean {
  return READS.has(method) || (method === 'POST' && READ_BY_POST.test(path));
}
