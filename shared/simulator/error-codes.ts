// Every error code that a provisioning log entry can carry: what happened, and what to do about it. The codes are those
// of the provisioning service; the words are ours.
// @see https://learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-provisioning-logs
import type { ProvisioningErrorInfo } from './provisioning-log.ts';

interface ErrorWords {
  /** Whose fault it is: the service's (`failure`), or that of source, target or configuration. */
  readonly category: ProvisioningErrorInfo['errorCategory'];
  readonly meaning: string;
  readonly recommendedAction: string;
}

const CONFLICT: ErrorWords = {
  category: 'nonServiceFailure',
  meaning: 'Another object in the application holds a value that has to be unique (HTTP 409).',
  recommendedAction:
    'Find the object with the same value in the application. Delete it, change its value, or choose a matching attribute by which it is found and updated.',
};

const REFUSED: ErrorWords = {
  category: 'nonServiceFailure',
  meaning: 'The application refused the request (HTTP 401, 403 or 405).',
  recommendedAction:
    'Check that the Secret Token is valid and allows to read and write users and groups, and that the application supports the method.',
};

const MISSING: ErrorWords = {
  category: 'nonServiceFailure',
  meaning: 'A value that the application requires is missing.',
  recommendedAction:
    'Fill the attribute in the directory, or give its mapping a default value or an expression that always has a result.',
};

export const ERROR_CODES = {
  Conflict: CONFLICT,
  EntryConflict: CONFLICT,
  TooManyRequests: {
    category: 'nonServiceFailure',
    meaning: 'The application limits requests and answered HTTP 429.',
    recommendedAction:
      'Nothing has to be done: the change is tried again. If it happens often, raise the limit of the application; it should stand 25 requests a second.',
  },
  InternalServerError: {
    category: 'nonServiceFailure',
    meaning: 'The application failed with an error of its own (HTTP 5xx).',
    recommendedAction:
      'Look into the log of the application. The change is tried again in later cycles.',
  },
  InsufficientRights: REFUSED,
  MethodNotAllowed: REFUSED,
  NotPermitted: REFUSED,
  Unauthorized: REFUSED,
  UnprocessableEntity: {
    category: 'nonServiceFailure',
    meaning: 'The application understood the request but could not process it (HTTP 422).',
    recommendedAction:
      'Read its answer in the HTTP requests of this entry, and bring the mapped values into the form that it accepts.',
  },
  WebExceptionProtocolError: {
    category: 'nonServiceFailure',
    meaning: 'No proper HTTP answer came: the connection broke or the protocol was violated.',
    recommendedAction:
      'Check that the Tenant URL can be reached, with its proxy and certificate. The change is tried again in the next cycle.',
  },
  InvalidAnchor: {
    category: 'failure',
    meaning: 'The object that the user or group is linked with is gone, or its id has changed.',
    recommendedAction:
      'Restart provisioning with the connector data store cleared, so that all objects are matched anew.',
  },
  NotImplemented: {
    category: 'nonServiceFailure',
    meaning: 'The application does not support the operation (HTTP 501).',
    recommendedAction:
      'Switch the target object action or the mapping off that needs it, or add the operation to the application.',
  },
  MandatoryFieldsMissing: MISSING,
  MissingValues: MISSING,
  SchemaAttributeNotFound: {
    category: 'nonServiceFailure',
    meaning: 'A mapping names a target attribute that the application does not have.',
    recommendedAction: 'Correct the target attribute in the mapping, or remove the mapping.',
  },
  InternalError: {
    category: 'failure',
    meaning: 'The provisioning service itself failed.',
    recommendedAction:
      'Nothing has to be done: the change is tried again. If it stays, restart provisioning.',
  },
  InvalidDomain: {
    category: 'nonServiceFailure',
    meaning: 'The application does not know the domain of the user name.',
    recommendedAction:
      'Add the domain to the application, or map a user name whose domain it knows.',
  },
  Timeout: {
    category: 'nonServiceFailure',
    meaning: 'The application did not answer in time.',
    recommendedAction:
      'Find out why the application is slow for this request. The change is tried again in the next cycle.',
  },
  LicenseLimitExceeded: {
    category: 'nonServiceFailure',
    meaning: 'The application has no licence left for the user.',
    recommendedAction: 'Add licences in the application, or take users out of scope.',
  },
  DuplicateTargetEntries: {
    category: 'nonServiceFailure',
    meaning: 'The matching attribute fits more than one object in the application.',
    recommendedAction:
      'Remove the duplicates in the application, or match by an attribute that is unique there.',
  },
  DuplicateSourceEntries: {
    category: 'nonServiceFailure',
    meaning: 'Two objects of the directory match the same object in the application.',
    recommendedAction:
      'Make the matching attribute unique in the directory, or take one of the two out of scope.',
  },
  ImportSkipped: {
    category: 'nonServiceFailure',
    meaning: 'The object could not be imported from the directory.',
    recommendedAction: 'Check the object in the directory for missing or unusual values.',
  },
  EntrySynchronizationSkipped: {
    category: 'nonServiceFailure',
    meaning: 'A rule of the synchronisation left the object out.',
    recommendedAction: 'See SkipReason in the last of the steps.',
  },
  SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: {
    category: 'nonServiceFailure',
    meaning: 'One resource was asked for and several came.',
    recommendedAction:
      'Make the application obey the filter of the query and match by a unique attribute.',
  },
  SystemForCrossDomainIdentityManagementServiceIncompatible: {
    category: 'nonServiceFailure',
    meaning: 'The answer of the application is not SCIM.',
    recommendedAction:
      'Compare the answer in the HTTP requests of this entry with RFC 7643 and 7644: a ListResponse for queries, resources with an id, JSON of the right types.',
  },
  SystemForCrossDomainIdentityManagementBadResponse: {
    category: 'nonServiceFailure',
    meaning: 'The application answered with a status or body that was not expected.',
    recommendedAction: 'Compare the answer in the HTTP requests of this entry with RFC 7644.',
  },
  SystemForCrossDomainIdentityManagementBadRequest: {
    category: 'nonServiceFailure',
    meaning:
      'The application found the request malformed (HTTP 400). The reason quotes its answer.',
    recommendedAction:
      'Correct the mapping that gives the value it complains about, or make the application accept it.',
  },
  SystemForCrossDomainIdentityManagementInvalidCredentials: {
    category: 'nonServiceFailure',
    meaning: 'The application does not accept the credentials.',
    recommendedAction:
      'Enter a valid Secret Token under Connectivity, test the connection and save it. One success ends the quarantine.',
  },
  SchemaPropertyCanOnlyAcceptValue: {
    category: 'nonServiceFailure',
    meaning: 'The target attribute takes only certain values, and this is none of them.',
    recommendedAction: 'Map the value to one that the application knows, with Switch for example.',
  },
  UnableToResolveReferenceAttributeValue: {
    category: 'nonServiceFailure',
    meaning: 'A manager or member that is referred to is not in the application.',
    recommendedAction:
      'Bring that object into scope. Whoever refers to it has to change afterwards, or provisioning has to be restarted.',
  },
  AttributeValidationFailed: {
    category: 'nonServiceFailure',
    meaning: 'A required target attribute got no value; PropertyName names it.',
    recommendedAction: MISSING.recommendedAction,
  },
  AzureDirectoryB2BManagementPolicyCheckFailure: {
    category: 'nonServiceFailure',
    meaning: 'A cross-tenant access policy forbids it. Only jobs between tenants have this.',
    recommendedAction: 'Allow the synchronisation in the cross-tenant access policy.',
  },
  CredentialValidationUnavailable: {
    category: 'nonServiceFailure',
    meaning: 'The credentials could not be tested.',
    recommendedAction: 'Check the Tenant URL and the Secret Token, then test the connection again.',
  },
  RequestMissingRequiredParameter: {
    category: 'nonServiceFailure',
    meaning: 'Credentials were tested without all that is needed for it.',
    recommendedAction: 'Enter both the Tenant URL and the Secret Token.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;
export type ErrorCode = keyof typeof ERROR_CODES;

/** What `provisioningStatusInfo` carries of an entry that went wrong. */
export function errorInformation(
  code: ErrorCode,
  reason: string,
  additionalDetails: string | null = null,
): ProvisioningErrorInfo {
  const { category, recommendedAction } = ERROR_CODES[code];
  return { errorCode: code, reason, additionalDetails, errorCategory: category, recommendedAction };
}

/** Of codes that a log of another version may hold, undefined. */
export function explainErrorCode(code: string): ErrorWords | undefined {
  return Object.hasOwn(ERROR_CODES, code) ? ERROR_CODES[code as ErrorCode] : undefined; // it is one
}

/** `SkipReason` in the details of EntrySynchronizationSkip. */
export const SKIP_REASONS: Readonly<Record<string, Omit<ErrorWords, 'category'>>> = {
  NotEffectivelyEntitled: {
    meaning:
      'The object is not entitled: it is not assigned, is not active, or has only a role that does not count.',
    recommendedAction:
      'Assign it to the application with a role that counts, or set the scope to all users and groups.',
  },
  RedundantExport: {
    meaning: 'The object in the application already has all the values: there was nothing to send.',
    recommendedAction: 'Nothing has to be done.',
  },
  AttributeValidationFailed: ERROR_CODES.AttributeValidationFailed,
  OutOfScope: {
    meaning: 'No scoping filter lets the object in.',
    recommendedAction:
      'See the scoping step for the clause that failed, and change the filter or the object.',
  },
  UnableToResolveReferenceAttributeValue: ERROR_CODES.UnableToResolveReferenceAttributeValue,
};
