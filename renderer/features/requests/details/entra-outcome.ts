// What the provisioning logs of Microsoft Entra would show for an answer: the error code, what it means there, what helps.
// The codes are Microsoft's ("How to analyze the Microsoft Entra provisioning logs"); which answer leads to which code is
// published for a few only, so the rest is our reading.
import type { RequestDetails } from '../../../../shared/admin/request-log.ts';
import { isJsonObject, type JsonValue } from '../../../../shared/scim/json.ts';

export interface EntraOutcome {
  readonly code: string;
  readonly meaning: string;
  readonly help: string;
}

const BY_STATUS: Readonly<Record<number, EntraOutcome>> = {
  0: {
    code: 'WebExceptionProtocolError',
    meaning: 'The HTTP exchange broke off. It is tried again in the next cycle.',
    help: 'Look at the network, the tunnel and at time-outs.',
  },
  400: {
    code: 'SystemForCrossDomainIdentityManagementBadRequest',
    meaning: 'The application refused the message. The log quotes the body of the answer.',
    help: 'Compare the payload with what the application takes; correct the attribute mapping.',
  },
  401: {
    code: 'SystemForCrossDomainIdentityManagementInvalidCredentials',
    meaning: 'The secret token was refused. Provisioning goes into quarantine.',
    help: 'Put in a valid token, press Test Connection, restart provisioning.',
  },
  403: refusal('The application refused the call.'),
  404: {
    code: 'InvalidAnchor',
    meaning: 'The object that Entra had linked is gone, or has another id.',
    help: 'Restart provisioning with cleared state, so that objects are matched anew.',
  },
  405: refusal('The application does not take this method here.'),
  409: {
    code: 'Conflict or EntryConflict',
    meaning: 'Another object of the application has the same unique value.',
    help: 'Change the matching attribute, or clear the clash in the application.',
  },
  422: {
    code: 'UnprocessableEntity',
    meaning: 'The application could not make sense of the message.',
    help: 'Look at what the application asks of this resource.',
  },
  429: {
    code: 'TooManyRequests',
    meaning: 'The application asked for fewer requests. It is tried again.',
    help: 'Wait; allow at least 25 requests a second.',
  },
  501: {
    code: 'NotImplemented',
    meaning: 'The application does not have this operation.',
    help: 'Switch the operation off in the provisioning configuration.',
  },
};

const SERVER_ERROR: EntraOutcome = {
  code: 'InternalServerError',
  meaning: 'The application failed. It is tried again.',
  help: 'Look at the logs of the application.',
};

const UNREADABLE: EntraOutcome = {
  code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
  meaning: 'The answer could not be read as SCIM.',
  help: 'Answer with a SCIM resource or ListResponse as application/scim+json.',
};

const SEVERAL_MATCHES: EntraOutcome = {
  code: 'DuplicateTargetEntries',
  meaning: 'The query for the matching attribute found more than one object.',
  help: 'Remove the duplicates, or match by a unique attribute.',
};

type Answered = Pick<RequestDetails, 'status' | 'operation' | 'responseBody'>;

/** Undefined where nothing went wrong. */
export function findEntraOutcome(
  request: Answered,
  body: JsonValue | undefined,
): EntraOutcome | undefined {
  const { status, operation } = request;
  if (status >= 400 || status === 0) {
    return BY_STATUS[status] ?? (status >= 500 ? SERVER_ERROR : BY_STATUS[400]);
  }
  if (isUnreadable(request, body)) return UNREADABLE;
  const found = isJsonObject(body) ? body['totalResults'] : undefined;
  const isAmbiguous = operation === 'look-up' && typeof found === 'number' && found > 1;
  return isAmbiguous ? SEVERAL_MATCHES : undefined;
}

const ANSWERED_WITH_SCIM = ['look-up', 'list', 'read', 'create', 'update', 'replace'];

function isUnreadable(request: Answered, body: JsonValue | undefined): boolean {
  const { bytes, truncated } = request.responseBody;
  const isScim = ANSWERED_WITH_SCIM.includes(request.operation);
  return isScim && bytes > 0 && !truncated && !isJsonObject(body);
}

function refusal(meaning: string): EntraOutcome {
  return {
    code: 'InsufficientRights, MethodNotAllowed, NotPermitted or Unauthorized',
    meaning,
    help: 'Look at what the token may do, and at which operations are switched on.',
  };
}
