// *Test Connection*: the probes that open every activity, with all that was sent and answered; what the portal says of it,
// and what happened and what to do in our words.
// @see https://learn.microsoft.com/graph/api/synchronization-synchronization-validatecredentials
import type { ConnectionTestResult, ObservedRequest } from '../../../shared/simulator/job-run.ts';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { explainErrorCode } from '../../../shared/simulator/error-codes.ts';
import type { ScimClient } from '../client/scim-client.ts';
import {
  INVALID_CREDENTIALS,
  type SentExchange,
  type TargetFailure,
} from '../client/scim-outcome.ts';
import type { NewId } from '../../base/ids.ts';
import { probeTarget } from '../engine/probe-target.ts';

const MAX_CHARACTERS = 20_000;

export async function testConnection(parts: {
  readonly client: ScimClient;
  readonly schema: SynchronizationSchema;
  readonly newId: NewId;
}): Promise<ConnectionTestResult> {
  const requests: ObservedRequest[] = [];
  const failure = await probeTarget({
    ...parts,
    onExchange: (exchange) => void requests.push(observe(exchange)),
  });
  return { ...describe(failure), requests };
}

export function observe(exchange: SentExchange): ObservedRequest {
  const cut = (text: string | null) =>
    text !== null && text.length > MAX_CHARACTERS
      ? `${text.slice(0, MAX_CHARACTERS)} … (cut)`
      : text;
  return {
    ...exchange,
    requestHeaders: { ...exchange.requestHeaders },
    requestBody: cut(exchange.requestBody),
    responseHeaders: { ...exchange.responseHeaders },
    responseBody: cut(exchange.responseBody),
  };
}

function describe(failure: TargetFailure | undefined): Omit<ConnectionTestResult, 'requests'> {
  if (failure === undefined) {
    return {
      succeeded: true,
      errorCode: null,
      portalMessage: 'The supplied credentials are authorized to enable provisioning.',
      explanation: 'Every probe was answered with an empty list, as a SCIM target should.',
    };
  }
  const { errorCode, reason, status } = failure;
  const advice = explainErrorCode(errorCode)?.recommendedAction ?? '';
  return {
    succeeded: false,
    errorCode,
    portalMessage: portalMessage(failure),
    explanation: `${reason} ${adviceFor(status) ?? advice}`.trim(),
  };
}

function adviceFor(status: number | null): string | undefined {
  if (status === 404) return NOT_FOUND_ADVICE;
  return status !== null && status >= 300 && status < 400 ? REDIRECT_ADVICE : undefined;
}

const REDIRECT_ADVICE =
  'Redirects are not followed, because the Secret Token would go to wherever they lead. Enter the address that the target serves itself as Tenant URL (https instead of http, the other host, the path without a slash at its end), or make the target answer without a redirect.';

const NOT_FOUND_ADVICE =
  'Check the Tenant URL: it ends where /Users begins, normally https://host/scim. A filter that finds nothing has to be answered with 200 and an empty ListResponse, never with 404.';

function portalMessage({ errorCode, status }: TargetFailure): string {
  if (errorCode === INVALID_CREDENTIALS || status === 403) {
    return 'You appear to have entered invalid credentials. Please confirm you are using the correct information for an administrative account.';
  }
  if (status === null) {
    return 'We were unable to reach the application. Check the Tenant URL and that the application can be reached.';
  }
  return `We received an unexpected response from the application: HTTP ${status}. Check the Tenant URL and the Secret Token, then try again.`;
}
