// *Test Connection*: the probes that open every activity, with all that was sent and answered; what the portal says of it,
// and what happened and what to do in our words.
// @see https://learn.microsoft.com/graph/api/synchronization-synchronization-validatecredentials
import type { ConnectionTestResult, ObservedRequest } from '../../../shared/simulator/job-run.ts';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import type { ScimClient } from '../client/scim-client.ts';
import {
  INVALID_CREDENTIALS,
  type SentExchange,
  type TargetFailure,
} from '../client/scim-outcome.ts';
import type { NewId } from '../../base/ids.ts';
import { adviseOn } from '../engine/advise.ts';
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
  const { errorCode, reason } = failure;
  return {
    succeeded: false,
    errorCode,
    portalMessage: portalMessage(failure),
    explanation: `${reason} ${adviseOn(failure, 'probe')}`,
  };
}

function portalMessage({ errorCode, status }: TargetFailure): string {
  if (errorCode === INVALID_CREDENTIALS || status === 403) {
    return 'You appear to have entered invalid credentials. Please confirm you are using the correct information for an administrative account.';
  }
  if (status === null) {
    return 'We were unable to reach the application. Check the Tenant URL and that the application can be reached.';
  }
  return `We received an unexpected response from the application: HTTP ${status}. Check the Tenant URL and the Secret Token, then try again.`;
}
