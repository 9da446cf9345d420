// The only place of the admin listener where an error becomes an answer: `{ error: { code, message, … } }`.
import type { NextFunction, Request, Response } from 'express';
import type { AdminError, AdminErrorCode } from '../../../shared/admin/error.ts';
import type { StorageProblem } from '../../../shared/admin/serving.ts';
import { ScimError } from '../../scim/scim-error.ts';
import { storageProblemOf } from '../../store/storage-problem.ts';
import { isDirectoryRefusal } from '../../store/directory/directory-refusal.ts';
import { isAdminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';

const STATUS: Readonly<Record<Exclude<AdminErrorCode, 'scim'>, number>> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  internal: 500,
  storage: 507,
};

const STORAGE_WORDS: Readonly<Record<StorageProblem, string>> = {
  full: 'The database is full, nothing was stored: make room on its disk and try again.',
  'read-only':
    'The database cannot be written to, nothing was stored: look at the rights of its folder.',
  failing:
    'The disk of the database reports errors, nothing was stored: make room, or look at the disk.',
};

interface ErrorAnswer {
  readonly status: number;
  readonly body: AdminError;
}

export function errorHandler({ logger }: AdminAppDependencies) {
  // oxlint-disable-next-line eslint/max-params -- Express knows an error handler by its four parameters
  return function errorHandler(
    thrown: unknown,
    request: Request,
    response: Response,
    next: NextFunction,
  ): void {
    if (response.headersSent) return next(thrown);
    const { status, body } = describeError(thrown);
    if (status >= 500) logger.error(`${request.method} ${request.path} failed`, { error: thrown });
    response.status(status).json(body);
  };
}

function describeError(thrown: unknown): ErrorAnswer {
  if (thrown instanceof ScimError) return describeScimError(thrown);
  if (isAdminFailure(thrown)) {
    const { code, message, issues } = thrown;
    if (code !== 'scim') return answer(code, { message, ...(issues && { issues }) });
  }
  const problem = storageProblemOf(thrown);
  if (problem !== undefined) return answer('storage', { message: STORAGE_WORDS[problem] });
  if (isDirectoryRefusal(thrown)) return answer(thrown.reason, { message: thrown.message });
  // Express could not decode a path parameter.
  if (thrown instanceof URIError) {
    return answer('bad-request', { message: 'The path is not valid percent-encoding.' });
  }
  if (isUnreadableRequest(thrown)) {
    return answer('bad-request', { message: `The request cannot be read: ${thrown.type}.` });
  }
  return answer('internal', { message: 'The server failed at this request; its log says more.' });
}

function describeScimError({ status, scimType, detail }: ScimError): ErrorAnswer {
  const scim = { status, scimType: scimType ?? null };
  return { status, body: { error: { code: 'scim', message: detail, scim } } };
}

function answer(code: keyof typeof STATUS, error: Omit<AdminError['error'], 'code'>): ErrorAnswer {
  return { status: STATUS[code], body: { error: { code, ...error } } };
}

/** What Express's body parser throws: bad JSON, too large, cut off. */
function isUnreadableRequest(thrown: unknown): thrown is Error & { readonly type: string } {
  return thrown instanceof Error && 'type' in thrown && typeof thrown.type === 'string';
}
