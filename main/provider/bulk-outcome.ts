// What came of one Bulk operation, as the BulkResponse and completion events tell it. @see RFC 7644 §3.7.3
import type { JsonObject } from '../../shared/scim/json.ts';
import type { ReadBulkOperation } from '../scim/bulk/read-bulk.ts';
import { errorBody } from '../scim/error-body.ts';
import type { ScimError } from '../scim/scim-error.ts';
import type { OperationContext } from './context.ts';
import type { WriteResult } from './perform-write.ts';

export interface BulkOutcome {
  readonly operation: ReadBulkOperation;
  readonly isError: boolean;
  /** An element of `Operations` in the response. */
  readonly told: JsonObject;
}

export function succeeded(operation: ReadBulkOperation, result: WriteResult): BulkOutcome {
  const { status, location, version } = result;
  const told = {
    ...nameOperation(operation),
    location,
    ...(version !== undefined && { version }),
    status: String(status),
  };
  return { operation, isError: false, told };
}

/** A POST that failed has no location: nothing was made. */
export function failed(
  context: OperationContext,
  operation: ReadBulkOperation,
  error: ScimError,
): BulkOutcome {
  const { errorStatusType } = context.tenant.profile;
  const isPlaced = operation.kind === 'operation' && operation.method !== 'POST';
  const told = {
    ...nameOperation(operation),
    ...(isPlaced && { location: locate(context, operation.path) }),
    status: String(error.status),
    response: errorBody(error, errorStatusType, `Operations[${operation.index}]`),
  };
  return { operation, isError: true, told };
}

function nameOperation({ method, bulkId }: ReadBulkOperation): JsonObject {
  return {
    ...(method !== undefined && { method }),
    ...(bulkId !== undefined && { bulkId }),
  };
}

function locate({ baseUrl }: OperationContext, path: string): string {
  if (/^https?:/i.test(path)) return path;
  return `${baseUrl}${path.startsWith('/') ? '' : '/'}${path}`;
}
