// GET of one resource by its id. @see RFC 7644 §3.4.1 and §3.14
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { assembleResource } from './assemble-resource.ts';
import { isKnownVersion, versionHeader } from './check-version.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';

export interface GetRequest {
  readonly id: string;
  readonly projection: Projection;
}

/** 200 with the resource, 304 without where the client has this version. Throws `notFound` and `versionMismatch`. */
export function getResource(
  context: OperationContext,
  model: ResourceModel,
  { id, projection }: GetRequest,
): ScimResponse {
  return context.store.snapshot(() => {
    const record = requireResource(context, model, id);
    const headers = versionHeader(context, record);
    if (isKnownVersion(context, record)) return { status: 304, headers };
    return { status: 200, headers, body: assembleResource(context, record, { model, projection }) };
  });
}
