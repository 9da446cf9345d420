// What the operations of a Bulk message bring, each judged as the request that it stands for. @see RFC 7644 §3.7
import { isJsonArray, isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { inspectResource } from './inspect-resource.ts';
import { startInspection, type Inspection, type Observations } from './observation.ts';
import { inspectPatch, readPatch } from './read-patch-steps.ts';
import { readPlace } from './read-place.ts';

/** Of a longer message the first operations are looked at. */
const MAX_OPERATIONS = 200;

export function inspectBulk(body: JsonObject, models: readonly ResourceModel[]): Observations {
  const [anyModel] = models;
  const list = body['Operations'];
  if (anyModel === undefined || !isJsonArray(list)) return new Map();
  const inspection = startInspection(anyModel);
  for (const [index, operation] of list.slice(0, MAX_OPERATIONS).entries()) {
    const place = `Operations[${index}].data`;
    if (isJsonObject(operation)) inspectOperation(inspection, { operation, models }, place);
  }
  return inspection.found;
}

interface BulkOperation {
  readonly operation: JsonObject;
  readonly models: readonly ResourceModel[];
}

function inspectOperation(to: Inspection, { operation, models }: BulkOperation, at: string): void {
  const { path, data, method } = operation;
  const place = readPlace(typeof path === 'string' ? path : null, models);
  if (!isJsonObject(data) || (place.kind !== 'collection' && place.kind !== 'resource')) return;
  const inspection = { ...to, model: place.model };
  if (typeof method === 'string' && method.toUpperCase() === 'PATCH') {
    inspectPatch(inspection, readPatch(data), `${at}.`);
  } else {
    inspectResource(inspection, data, at);
  }
}
