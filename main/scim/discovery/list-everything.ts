// Discovery lists are short and come whole: paging parameters have no effect on them (RFC 7644 §4).
import type { JsonObject } from '../../../shared/scim/json.ts';
import { LIST_RESPONSE_URN } from '../schema/urns.ts';

/** A ListResponse that is its own only page. @see RFC 7644 §3.4.2 */
export function listEverything(resources: readonly JsonObject[]): JsonObject {
  return {
    schemas: [LIST_RESPONSE_URN],
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}
