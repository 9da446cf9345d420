// What came of a request, as data: failures are what the simulator exists to show. Each has the code that the provisioning
// log of Entra gives it. Which status has which code is documented for 400, 401, 404 on a filter and 429 only; the rest
// is inferred from the meaning of the codes.
// @see entra docs "How to analyze the Microsoft Entra provisioning logs"
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ErrorCode } from '../../../shared/simulator/error-codes.ts';
import type { ScimCall } from './scim-call.ts';

/** A request that was sent, with all that was sent and answered. The token is masked. */
export interface SentExchange {
  readonly method: string;
  readonly url: string;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly clientRequestId: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string | null;
  readonly problem: string | null;
}

export interface TargetFailure {
  readonly errorCode: ErrorCode;
  /** One sentence for the log; quotes the target. */
  readonly reason: string;
  readonly status: number | null;
  /** Whether the answer was a page for people. */
  readonly isHtml?: boolean;
}

export type ScimOutcome =
  | {
      readonly kind: 'ok';
      readonly status: number;
      /** Null: the answer had none. */
      readonly body: JsonObject | null;
    }
  | {
      readonly kind: 'scim-error';
      readonly failure: TargetFailure;
      readonly status: number;
      readonly scimType: string | null;
    }
  | { readonly kind: 'http-error'; readonly failure: TargetFailure; readonly status: number }
  | { readonly kind: 'network-error'; readonly failure: TargetFailure; readonly status: null };

export type FailedOutcome = Exclude<ScimOutcome, { readonly kind: 'ok' }>;

export const INVALID_CREDENTIALS: ErrorCode =
  'SystemForCrossDomainIdentityManagementInvalidCredentials';
export const INCOMPATIBLE: ErrorCode = 'SystemForCrossDomainIdentityManagementServiceIncompatible';
const BAD_RESPONSE: ErrorCode = 'SystemForCrossDomainIdentityManagementBadResponse';

const CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'SystemForCrossDomainIdentityManagementBadRequest',
  401: INVALID_CREDENTIALS,
  403: 'InsufficientRights',
  404: 'InvalidAnchor',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  501: 'NotImplemented',
};

/** 404 on a filter or a POST is no missing object: the target does not do as SCIM says. */
export function errorCodeOf(status: number, { method, parameters }: ScimCall): ErrorCode {
  const isFilter = method === 'GET' && parameters.some(([name]) => name === 'filter');
  if (status === 404 && isFilter) return INCOMPATIBLE;
  if (status === 404 && method === 'POST') return BAD_RESPONSE;
  const known = CODES[status];
  if (known !== undefined) return known;
  return status >= 500 ? 'InternalServerError' : BAD_RESPONSE;
}
