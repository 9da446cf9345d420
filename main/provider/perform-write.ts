// A change told as data rather than by a route: an operation of a Bulk request, or one that was accepted for later.
// @see RFC 7644 §3.7, RFC 9967 §2.5.1
import type { Effect } from '../../shared/admin/request-log.ts';
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import type { BulkMethod } from '../scim/bulk/read-bulk.ts';
import { quote } from '../scim/resource/check-json.ts';
import { findModelByEndpoint } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { invalidPath } from '../scim/scim-error.ts';
import { locationOf } from './assemble-resource.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { createResource } from './create-resource.ts';
import { deleteResource } from './delete-resource.ts';
import { patchResource } from './patch-resource.ts';
import { replaceResource } from './replace-resource.ts';

export interface WriteRequest {
  readonly method: BulkMethod;
  /** Below the base URL, such as `/Users/2f9`; the whole URL is accepted too. */
  readonly path: string;
  /** Of a DELETE nothing is read. */
  readonly body: JsonValue | undefined;
}

export interface WriteResult {
  readonly status: number;
  readonly resourceId: string;
  readonly location: string;
  /** undefined where there is none any more, or the profile has no versions. */
  readonly version: string | undefined;
}

interface WriteTarget {
  readonly model: ResourceModel;
  /** Empty for a POST. */
  readonly id: string;
}

const EVERYTHING: Projection = { attributes: [], excludedAttributes: [] };

/** Throws `invalidPath` for a path that names no resource, `notImplemented`, and what the operation throws. */
export function performWrite(context: OperationContext, request: WriteRequest): WriteResult {
  const target = findTarget(context, request);
  const effects: Effect[] = [];
  const reportEffect = (effect: Effect) => {
    effects.push(effect);
    context.reportEffect(effect);
  };
  const { status } = runOperation({ ...context, reportEffect }, target, request);
  const [own] = effects; // what follows from it for other resources comes later
  const resourceId = own?.resourceId ?? target.id;
  return {
    status,
    resourceId,
    location: locationOf(context, target.model, resourceId),
    version: context.tenant.profile.etagSupported ? versionOf(own) : undefined,
  };
}

function findTarget(context: OperationContext, { method, path }: WriteRequest): WriteTarget {
  const [endpoint = '', rawId = '', ...rest] = relativePath(context, path).split('/').slice(1);
  const model = findModelByEndpoint(context.models, `/${endpoint}`);
  const id = decode(rawId);
  if (model === undefined || id === undefined || rest.length > 0 || /[?#]/.test(path)) {
    throw invalidPath(`path ${quote(path)} is not that of a resource`);
  }
  if (method === 'POST' && id !== '') {
    throw invalidPath(`path ${quote(path)} names a resource, POST needs an endpoint`);
  }
  if (method !== 'POST' && id === '') {
    throw invalidPath(`path ${quote(path)} names no resource, ${method} needs one`);
  }
  return { model, id };
}

function relativePath({ baseUrl }: OperationContext, path: string): string {
  const below = path.startsWith(`${baseUrl}/`) ? path.slice(baseUrl.length) : path;
  return below.startsWith('/') ? below : `/${below}`;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function runOperation(
  context: OperationContext,
  { model, id }: WriteTarget,
  { method, body = null }: WriteRequest,
): ScimResponse {
  const request = { id, body, projection: EVERYTHING };
  switch (method) {
    case 'POST':
      return createResource(context, model, { body, projection: EVERYTHING });
    case 'PUT':
      return replaceResource(context, model, request);
    case 'PATCH':
      return patchResource(context, model, request);
    case 'DELETE':
      return deleteResource(context, model, id);
  }
}

function versionOf(effect: Effect | undefined): string | undefined {
  const meta = effect?.after?.['meta'];
  const version = isJsonObject(meta) ? meta['version'] : undefined;
  return typeof version === 'string' ? version : undefined;
}
