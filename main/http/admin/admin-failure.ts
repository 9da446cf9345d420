// Why the admin API does not serve a request, as an error to throw: its code says the status.
import type { AdminError, AdminErrorCode } from '../../../shared/admin/error.ts';

export type Issues = AdminError['error']['issues'];

interface AdminFailure extends Error {
  readonly name: 'AdminFailure';
  readonly code: AdminErrorCode;
  readonly issues: Issues;
}

export function adminFailure(code: AdminErrorCode, message: string, issues?: Issues): AdminFailure {
  return Object.assign(new Error(message), { name: 'AdminFailure', code, issues } as const);
}

export function isAdminFailure(error: unknown): error is AdminFailure {
  return error instanceof Error && error.name === 'AdminFailure';
}
