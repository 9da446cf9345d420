// One exchange as the rules look at it: what is worked out once is kept, what no rule asks for is never worked out.
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { inspectBulk } from './inspect-bulk.ts';
import { inspectResource } from './inspect-resource.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { startInspection, type Observations } from './observation.ts';
import { inspectPatch, readPatch, type PatchStep } from './read-patch-steps.ts';
import { readPlace, type Place } from './read-place.ts';
import { readSearch, type Search } from './read-search.ts';

/** A resource in an answer. */
export interface AnsweredResource {
  readonly body: JsonObject;
  /** Where it stands: empty for the body itself, `Resources[0]` in a list. */
  readonly path: string;
  readonly model: ResourceModel;
}

export type ExchangeView = ReturnType<typeof viewExchange>;

/** Of a long list, the first ones speak for the others. */
const MAX_RESOURCES = 20;

const WRITES = ['POST', 'PUT', 'PATCH'];

export function viewExchange(exchange: JudgedExchange) {
  const { method, status } = exchange;
  const place = readPlace(exchange.path, exchange.models);
  const sent = exchange.requestBody.json;
  const answered = exchange.responseBody.json;
  const steps = once(() => (method === 'PATCH' ? readPatch(sent) : []));
  const search = once(() => readSearch(exchange, place));
  const headers = once(() => indexHeaders(exchange.requestHeaders));
  const answerHeaders = once(() => indexHeaders(exchange.responseHeaders));
  const resources = once(() => readAnswered(answered, place, status));
  return {
    exchange,
    place,
    method,
    isSuccess: status >= 200 && status < 300,
    isWrite: WRITES.includes(method),
    /** The body of the request where it is an object. */
    sent: isJsonObject(sent) ? sent : undefined,
    /** The resource that a POST or PUT brings. */
    sentResource: () => readSentResource(method, place, sent),
    steps: steps satisfies () => readonly PatchStep[],
    search: search satisfies () => Search | undefined,
    sentObservations: once(() => inspectSent({ exchange, place, steps: steps() })),
    answered: isJsonObject(answered) ? answered : undefined,
    resources: resources satisfies () => readonly AnsweredResource[],
    answerObservations: once(() => inspectAnswered(resources())),
    /** By its name in lower case. */
    header: (name: string) => headers().get(name),
    answerHeader: (name: string) => answerHeaders().get(name),
  };
}

function readSentResource(method: string, place: Place, sent: JsonValue | undefined) {
  const isTaken =
    (method === 'POST' && place.kind === 'collection') ||
    (method === 'PUT' && place.kind === 'resource');
  return isTaken && isJsonObject(sent) ? { body: sent, model: place.model } : undefined;
}

interface Sent {
  readonly exchange: JudgedExchange;
  readonly place: Place;
  readonly steps: readonly PatchStep[];
}

function inspectSent({ exchange, place, steps }: Sent): Observations {
  const { method, models } = exchange;
  const sent = exchange.requestBody.json;
  if (place.kind === 'bulk' && isJsonObject(sent)) return inspectBulk(sent, models);
  const resource = readSentResource(method, place, sent);
  if (resource !== undefined) {
    const inspection = startInspection(resource.model);
    inspectResource(inspection, resource.body, '');
    return inspection.found;
  }
  if (place.kind !== 'resource' || steps.length === 0) return new Map();
  const inspection = startInspection(place.model);
  inspectPatch(inspection, steps);
  return inspection.found;
}

function inspectAnswered([first, ...others]: readonly AnsweredResource[]): Observations {
  if (first === undefined) return new Map();
  const inspection = startInspection(first.model);
  for (const { body, path, model } of [first, ...others]) {
    inspectResource({ ...inspection, model }, body, path);
  }
  return inspection.found;
}

function readAnswered(
  answered: JsonValue | undefined,
  place: Place,
  status: number,
): readonly AnsweredResource[] {
  if (status < 200 || status > 299 || !isJsonObject(answered)) return [];
  if (!('model' in place) || place.model === undefined) return [];
  const { model } = place;
  const list = answered['Resources'];
  if (isJsonArray(list)) {
    return list
      .slice(0, MAX_RESOURCES)
      .flatMap((body, at) => (isJsonObject(body) ? { body, path: `Resources[${at}]`, model } : []));
  }
  return 'totalResults' in answered ? [] : [{ body: answered, path: '', model }];
}

/** By name in lower case; of several the first one counts. */
function indexHeaders(headers: JudgedExchange['requestHeaders']): ReadonlyMap<string, string> {
  return new Map(headers.map(([name, value]) => [name.toLowerCase(), value] as const).toReversed());
}

function once<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: work() }).value;
}
