// An error as a body: of a whole answer, of one Bulk operation, of a completion event. @see RFC 7644 §3.12
import type { JsonObject } from '../../shared/scim/json.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import type { ScimError } from './scim-error.ts';

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** `prefix` names the part of the request that failed: `Operations[2]`. */
export function errorBody(
  { status, scimType, detail }: ScimError,
  errorStatusType: Profile['errorStatusType'],
  prefix?: string,
): JsonObject {
  return {
    schemas: [ERROR_SCHEMA],
    status: errorStatusType === 'number' ? status : String(status),
    ...(scimType !== undefined && { scimType }),
    detail: prefix === undefined ? detail : `${prefix}: ${detail}`,
  };
}
