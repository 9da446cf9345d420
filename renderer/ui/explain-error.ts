// Why a call of the server has probably failed and what helps, by the kind of failure; and all that is known of it as text.
import { isApiError, type ApiErrorParts } from '../api/api-error.ts';

export interface ErrorAdvice {
  readonly why: string;
  readonly whatToDo: string;
}

const ADVICE: Readonly<Record<ApiErrorParts['code'], ErrorAdvice>> = {
  offline: {
    why: 'The server has ended, is starting again, or this machine was asleep.',
    whatToDo:
      'Wait until the title bar says Serving; if it does not, start the app or the server again.',
  },
  unauthorized: {
    why: 'The server was started anew: its key is a new one at each start, and this page has the old one.',
    whatToDo: 'Open the address that the server printed at its start, or the window of the app.',
  },
  forbidden: {
    why: 'The page was opened under an address that the server does not allow.',
    whatToDo: 'Open it at 127.0.0.1, or add its origin under Settings, Allowed origins.',
  },
  'bad-request': {
    why: 'A filter or value is not written as the server reads it, or this page is older than the server.',
    whatToDo: 'Correct what the message names, or reload the page.',
  },
  'not-found': {
    why: 'It was deleted meanwhile, or the link is of another workspace.',
    whatToDo: 'Go back to the list, and look for it by name.',
  },
  'method-not-allowed': {
    why: 'This page is of another version than the server.',
    whatToDo: 'Reload the page.',
  },
  conflict: {
    why: 'As things stand it cannot be done: something has to be set up first, or to end.',
    whatToDo: 'Do what the sentence above names, then try again.',
  },
  scim: {
    why: 'The profile or the schema of the tenant does not allow it.',
    whatToDo: 'Look at the tenant’s schema and behaviour, or change what is asked for.',
  },
  storage: {
    why: 'The disk is full or read-only, or the file of the workspace is locked or damaged.',
    whatToDo: 'Make room on the disk, check the rights on the data folder, then try again.',
  },
  internal: {
    why: 'A mistake in the server; it goes on with everything else.',
    whatToDo:
      'Try again. If it stays, copy the details and save the diagnostics under Settings for a report.',
  },
};

const UNEXPECTED: ErrorAdvice = {
  why: 'A mistake in this page.',
  whatToDo:
    'Reload the page. If it stays, copy the details for a report; the server goes on meanwhile.',
};

export function explainError(error: unknown): ErrorAdvice {
  return isApiError(error) ? ADVICE[error.code] : UNEXPECTED;
}

/** One fact a line; without a key, token or address of anybody. */
export function writeErrorDetails(title: string, error: unknown): string {
  if (isApiError(error)) {
    const { code, message, issues = [], scim } = error;
    return [
      title,
      `Code: ${code}`,
      `Message: ${message}`,
      ...issues.map((issue) => `At ${issue.path || 'the whole'}: ${issue.message}`),
      ...(scim === undefined ? [] : [`SCIM: ${scim.status} ${scim.scimType ?? ''}`.trimEnd()]),
    ].join('\n');
  }
  return [title, error instanceof Error ? (error.stack ?? error.message) : String(error)].join(
    '\n',
  );
}
