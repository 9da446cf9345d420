// What the SCIM engine answered, in words: its detail, and the status and scimType that a client would have seen.
import { isApiError } from '../../api/api-error.ts';
import { describeError } from '../../ui/error-state.tsx';

export function refusalText(error: unknown): string {
  if (!isApiError(error) || error.scim === undefined) return describeError(error);
  const { status, scimType } = error.scim;
  const code = scimType === null ? String(status) : `${status} ${scimType}`;
  return `${error.message} (${code})`;
}
