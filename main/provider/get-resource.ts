// GET of one resource by its id. @see RFC 7644 §3.4.1
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { assembleResource } from './assemble-resource.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';

export interface GetRequest {
  readonly id: string;
  readonly projection: Projection;
}

/** 200 with the resource. Throws `notFound`. */
export function getResource(
  context: OperationContext,
  model: ResourceModel,
  { id, projection }: GetRequest,
): ScimResponse {
  return context.store.snapshot(() => {
    const record = requireResource(context, model, id);
    return { status: 200, body: assembleResource(context, record, { model, projection }) };
  });
}
