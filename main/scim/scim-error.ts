// The one error class of the protocol (RFC 7644 §3.12, table 9; RFC 9865 §2.1): a request that cannot be served.
// Factories carry the status, so that callers never write one; `detail` goes on the wire and names the operation
// and attribute, `internal` stays in the log.

export const SCIM_TYPES = [
  'invalidFilter',
  'tooMany',
  'uniqueness',
  'mutability',
  'invalidSyntax',
  'invalidPath',
  'noTarget',
  'invalidValue',
  'invalidVers',
  'sensitive',
  'invalidCursor',
  'expiredCursor',
  'invalidCount',
] as const;
export type ScimType = (typeof SCIM_TYPES)[number];

interface ScimErrorInit {
  readonly status: number;
  readonly detail: string;
  readonly scimType?: ScimType;
  readonly headers?: Readonly<Record<string, string>>;
  readonly internal?: string;
  readonly cause?: unknown;
}

export class ScimError extends Error {
  readonly status: number;
  readonly scimType: ScimType | undefined;
  readonly detail: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly internal: string | undefined;

  constructor(init: ScimErrorInit) {
    super(init.detail, { cause: init.cause });
    this.name = 'ScimError';
    this.status = init.status;
    this.scimType = init.scimType;
    this.detail = init.detail;
    this.headers = init.headers ?? {};
    this.internal = init.internal;
  }
}

export function invalidFilter(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'invalidFilter', detail });
}

export function tooMany(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'tooMany', detail });
}

export function uniqueness(detail: string): ScimError {
  return new ScimError({ status: 409, scimType: 'uniqueness', detail });
}

export function mutability(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'mutability', detail });
}

export function invalidSyntax(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'invalidSyntax', detail });
}

export function invalidPath(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'invalidPath', detail });
}

export function noTarget(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'noTarget', detail });
}

export function invalidValue(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'invalidValue', detail });
}

/** 403: the URL of a request holds what logs on its way must not see. @see RFC 7644 §7.5.2 */
export function sensitive(detail: string): ScimError {
  return new ScimError({ status: 403, scimType: 'sensitive', detail });
}

/** @see RFC 9865 §2.1 */
export function invalidCursor(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'invalidCursor', detail });
}

/** @see RFC 9865 §2.1 */
export function expiredCursor(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'expiredCursor', detail });
}

/** @see RFC 9865 §2.1 */
export function invalidCount(detail: string): ScimError {
  return new ScimError({ status: 400, scimType: 'invalidCount', detail });
}

/** 401 with the challenges of RFC 6750 §3 and RFC 7617 §2, such as `Bearer realm="SCIM"`. */
export function unauthorized(detail: string, challenge: string): ScimError {
  return new ScimError({ status: 401, detail, headers: { 'WWW-Authenticate': challenge } });
}

/** 403: the token is good, but not for this. @see RFC 6750 §3.1 */
export function insufficientScope(detail: string): ScimError {
  return new ScimError({
    status: 403,
    detail,
    headers: { 'WWW-Authenticate': 'Bearer realm="SCIM", error="insufficient_scope"' },
  });
}

/** Discovery endpoints refuse a filter with it. @see RFC 7644 §4 */
export function forbidden(detail: string): ScimError {
  return new ScimError({ status: 403, detail });
}

/** `what` reads `User "2f9…"` or `Path "/scim/v2/Foo"`. */
export function notFound(what: string): ScimError {
  return new ScimError({ status: 404, detail: `${what} does not exist` });
}

export function methodNotAllowed(detail: string, allow: readonly string[]): ScimError {
  return new ScimError({ status: 405, detail, headers: { Allow: allow.join(', ') } });
}

/** 409 without a scimType: what the request builds upon is not there. @see RFC 7644 §3.7.1 */
export function conflict(detail: string): ScimError {
  return new ScimError({ status: 409, detail });
}

/** 412: the resource has another version than the request asks for. @see RFC 7644 §3.14 */
export function versionMismatch(detail: string): ScimError {
  return new ScimError({ status: 412, detail });
}

export function payloadTooLarge(detail: string): ScimError {
  return new ScimError({ status: 413, detail });
}

export function unsupportedMediaType(detail: string): ScimError {
  return new ScimError({ status: 415, detail });
}

export function notImplemented(detail: string): ScimError {
  return new ScimError({ status: 501, detail });
}

/** 503: not now; the same request may succeed later. @see RFC 9110 §10.2.3 */
export function unavailable(detail: string, retryAfterSeconds: number, cause?: unknown): ScimError {
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  return new ScimError({ status: 503, detail, headers, cause });
}

/** 507: no room for what the request is to store. @see RFC 4918 §11.5 */
export function insufficientStorage(detail: string, cause: unknown): ScimError {
  return new ScimError({ status: 507, detail, cause });
}
