// Logged requests as a scenario: each is sent again, and the answer that it got is expected. Ids that the requests themselves
// have made are written as `${id:…}`, because the next run gets others. A resource that was there before is created first, as
// the answer to the first request about it shows it.
import { stringify } from 'yaml';
import { countOf } from '../../shared/count-of.ts';
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import type { ScenarioRecording } from '../../shared/scenario/scenario-run.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { toScenarioId } from './scenario-id.ts';

interface RecordedStep {
  readonly title: string;
  readonly actions: readonly JsonObject[];
  readonly expectations: readonly JsonObject[];
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const BASE = /^\/+(?:t\/+[^/]+\/+)?scim(?:\/+v2)?(?=\/|$)/i;

export function recordScenario(
  title: string,
  requests: readonly RequestDetails[],
): ScenarioRecording {
  const names = new Map<string, string>();
  const steps: RecordedStep[] = [];
  const left: { id: number; reason: string }[] = [];
  for (const request of requests) {
    const older = describeOlder(request, names);
    if (older !== undefined) {
      steps.push(older.step);
      names.set(older.id, older.name);
    }
    const reason = whyNot(request, names);
    if (reason === undefined) steps.push(toStep(request, names));
    else left.push({ id: request.id, reason });
    noteIds(request, names);
  }
  const id = toScenarioId(title);
  const summary = `Sends ${countOf(steps.length, 'request')} as received and expects the same ${steps.length === 1 ? 'answer' : 'answers'}.`;
  const text = steps.length === 0 ? '' : stringify({ id, title, summary, connected: false, steps });
  return { fileName: `${id}.yaml`, text, left };
}

function whyNot(request: RequestDetails, names: ReadonlyMap<string, string>): string | undefined {
  const { method, path, requestBody, status, operation, resourceId } = request;
  if (requestBody.truncated) return 'Its body was cut at the recording limit.';
  if (status === 0) return 'It got no answer.';
  if (!METHODS.includes(method) || !BASE.test(path)) return 'It is no SCIM request of a tenant.';
  if (operation.startsWith('rejected-')) return 'It was turned away before it meant anything.';
  const isAboutOlder = resourceId !== null && path.includes(resourceId) && !names.has(resourceId);
  return isAboutOlder && status < 400
    ? 'It is about a resource that was there before, which its answer does not show: take the request that created it too, or one that reads it.'
    : undefined;
}

interface OlderResource {
  readonly id: string;
  readonly name: string;
  readonly step: RecordedStep;
}

/** Undefined: the request is about none that is older, or its answer does not have the whole of it. */
function describeOlder(
  request: RequestDetails,
  names: ReadonlyMap<string, string>,
): OlderResource | undefined {
  const { path, resourceId: id } = request;
  const whole = id === null || names.has(id) ? undefined : readWhole(request, id);
  const [collection = '', rest] = path.replace(BASE, '').split(id ?? path);
  if (id === null || whole === undefined || rest !== '') return undefined;
  const body = readBody(replaceIds(JSON.stringify(toCreation(whole.resource, names)), names)) ?? {};
  const send = { do: 'send', method: 'POST', path: collection.replace(/\/$/, ''), body };
  const step = {
    title: `${whole.name} is there before`.slice(0, 120),
    actions: [send],
    expectations: [{ see: 'answer', status: 201 }],
  };
  return { id, name: whole.name, step };
}

/** The resource that an answer shows, with the name that it goes by. */
function readWhole({ method, status, responseBody }: RequestDetails, id: string) {
  const shows = ['GET', 'PUT', 'PATCH'].includes(method) && status === 200;
  const resource = shows && !responseBody.truncated ? readBody(responseBody.text) : undefined;
  if (!isJsonObject(resource) || resource['id'] !== id || !('schemas' in resource))
    return undefined;
  const name = resource['userName'] ?? resource['displayName'];
  return typeof name === 'string' ? { resource, name } : undefined;
}

/** Without what the server gives, and without references to resources that the scenario does not have. */
function toCreation(
  { id: _id, meta: _meta, groups: _groups, ...resource }: JsonObject,
  names: ReadonlyMap<string, string>,
): JsonObject {
  const isThere = (reference: JsonValue | undefined) =>
    isJsonObject(reference) &&
    typeof reference['value'] === 'string' &&
    names.has(reference['value']);
  const { members } = resource;
  const enterprise = resource[ENTERPRISE];
  return {
    ...resource,
    ...(Array.isArray(members) && { members: members.filter(isThere) }),
    ...(isJsonObject(enterprise) &&
      !isThere(enterprise['manager']) && { [ENTERPRISE]: omitManager(enterprise) }),
  };
}

function omitManager({ manager: _manager, ...rest }: JsonObject): JsonObject {
  return rest;
}

function toStep(request: RequestDetails, names: ReadonlyMap<string, string>): RecordedStep {
  const { method, path, query, status, sentence, requestBody } = request;
  const target = path.replace(BASE, '') || '/';
  const address = replaceIds(query === '' ? target : `${target}?${query}`, names);
  const body = readBody(replaceIds(requestBody.text, names));
  const send = { do: 'send', method, path: address, ...(body !== undefined && { body }) };
  return {
    title: sentence.slice(0, 120),
    actions: [send],
    expectations: [{ see: 'answer', status }],
  };
}

/** What a request created has a name from now on. */
function noteIds({ method, status, responseBody }: RequestDetails, names: Map<string, string>) {
  if (method !== 'POST' || status !== 201) return;
  const created = readBody(responseBody.text);
  if (!isJsonObject(created)) return;
  const { id, userName, displayName } = created;
  const name = userName ?? displayName;
  if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
}

function replaceIds(text: string, names: ReadonlyMap<string, string>): string {
  let replaced = text;
  for (const [id, name] of names) replaced = replaced.replaceAll(id, `\${id:${name}}`);
  return replaced;
}

function readBody(text: string): JsonValue | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch {
    return text; // sent as it was, to be refused as it was
  }
}
