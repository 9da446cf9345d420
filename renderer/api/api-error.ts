// What can go wrong with a call of the admin API, as one error: the server's own code where it answered, else `offline`.
import { AdminError, type AdminErrorCode } from '../../shared/admin/error.ts';

export interface ApiErrorParts {
  readonly code: AdminErrorCode | 'offline';
  readonly message: string;
  readonly issues?: readonly { readonly path: string; readonly message: string }[] | undefined;
  /** What the SCIM engine answered, for code `scim`. */
  readonly scim?: { readonly status: number; readonly scimType: string | null } | undefined;
}

export type ApiError = Error & ApiErrorParts;

export function createApiError(parts: ApiErrorParts, cause?: unknown): ApiError {
  return Object.assign(new Error(parts.message, { cause }), parts, { name: 'ApiError' });
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError';
}

/** The error that a refused call stands for; a body that is not ours still gives a sentence. */
export function toApiError(status: number, body: unknown): ApiError {
  const parsed = AdminError.safeParse(body);
  if (parsed.success) return createApiError(parsed.data.error);
  return createApiError({
    code: status === 401 ? 'unauthorized' : 'internal',
    message: `The server answered ${status}.`,
  });
}
