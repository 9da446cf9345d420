// Requests that a tenant does not serve: another method, something left out, no such path. @see RFC 7644 §3.12
import {
  invalidSyntax,
  methodNotAllowed,
  notFound,
  notImplemented,
} from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimHandler, ScimRequest } from './exchange.ts';

/** HTTP/1.1 needs a Host header, HTTP/1.0 does not know it. @see RFC 9112 §3.2 */
export function refuseHostless(
  request: ScimRequest,
  _response: ScimAnswer,
  next: () => void,
): void {
  if (request.httpVersion === '1.1' && request.headers.host === undefined) {
    throw invalidSyntax('The Host header is missing');
  }
  next();
}

/** OPTIONS is told what there is; no CORS headers, since no web page is to call. */
export function refuseMethod(allow: readonly string[]): ScimHandler {
  return function refuseMethod(request: ScimRequest, response: ScimAnswer): void {
    if (request.method === 'OPTIONS') {
      return response.locals.exchange.answer({ status: 204, headers: { Allow: allow.join(', ') } });
    }
    const { path } = response.locals.exchange.target;
    throw methodNotAllowed(`${request.method} is not allowed on ${path ?? ''}`, allow);
  };
}

export function refuseUnserved(_request: ScimRequest, response: ScimAnswer): void {
  throw notImplemented(`${response.locals.exchange.target.path ?? ''} is not implemented`);
}

export function refusePath(_request: ScimRequest, response: ScimAnswer): void {
  throw notFound(`Path "${response.locals.exchange.target.rawPath}"`);
}
