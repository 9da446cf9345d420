// Logged requests as a scenario: each is sent again, and the answer that it got is expected. What they are about and was there
// before is made first. Ids are written as `${id:…}`, because the next run gets others.
import { stringify } from 'yaml';
import { countOf } from '../../shared/count-of.ts';
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import type { ScenarioRecording } from '../../shared/scenario/scenario-run.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { readSeed } from './read-seed.ts';
import { toScenarioId } from './scenario-id.ts';

interface RecordedStep {
  readonly title: string;
  readonly narration?: string;
  readonly actions: readonly JsonObject[];
  readonly expectations: readonly JsonObject[];
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const BASE = /^\/+(?:t\/+[^/]+\/+)?scim(?:\/+v2)?(?=\/|$)/i;

export function recordScenario(
  title: string,
  requests: readonly RequestDetails[],
): ScenarioRecording {
  const names = new Map<string, string>();
  const steps: RecordedStep[] = [];
  const left: { id: number; reason: string }[] = [];
  const seeds: JsonObject[] = [];
  for (const request of requests) {
    const seed = isAboutOlder(request, names) ? readSeed(request) : undefined;
    if (seed !== undefined) {
      seeds.push({ do: 'send', method: 'POST', path: collectionOf(request), body: seed.body });
      names.set(seed.id, seed.name);
    }
    const reason = whyNot(request, names);
    if (reason === undefined) steps.push(toStep(request, names));
    else left.push({ id: request.id, reason });
    noteIds(request, names);
  }
  const id = toScenarioId(title);
  const summary = `Sends ${countOf(steps.length, 'request')} as received and expects the same ${steps.length === 1 ? 'answer' : 'answers'}.`;
  const all = [...describeSeeds(seeds), ...steps];
  const text =
    steps.length === 0 ? '' : stringify({ id, title, summary, connected: false, steps: all });
  return { fileName: `${id}.yaml`, text, left };
}

function whyNot(request: RequestDetails, names: ReadonlyMap<string, string>): string | undefined {
  const { method, path, requestBody, status, operation } = request;
  if (requestBody.truncated) return 'Its body was cut at the recording limit.';
  if (status === 0) return 'It got no answer.';
  if (!METHODS.includes(method) || !BASE.test(path)) return 'It is no SCIM request of a tenant.';
  if (operation.startsWith('rejected-')) return 'It was turned away before it meant anything.';
  return isAboutOlder(request, names)
    ? 'It is about a resource that was there before, and does not show it: take the request that created it too.'
    : undefined;
}

function isAboutOlder(
  { path, resourceId, status }: RequestDetails,
  names: ReadonlyMap<string, string>,
): boolean {
  const isNamed = resourceId !== null && path.includes(resourceId);
  return isNamed && !names.has(resourceId) && status >= 200 && status < 400;
}

/** `/Users` of `/scim/v2/Users/2819c223`. */
function collectionOf({ path, resourceId }: RequestDetails): string {
  const below = path.replace(BASE, '');
  const end = resourceId === null ? -1 : below.indexOf(resourceId);
  return below.slice(0, end).replace(/\/+$/, '') || '/';
}

function describeSeeds(seeds: readonly JsonObject[]): readonly RecordedStep[] {
  if (seeds.length === 0) return [];
  const title = 'Those that were there before';
  const narration = 'The resources that the requests are about, groups without their members.';
  return [{ title, narration, actions: seeds, expectations: [{ see: 'answer', status: 201 }] }];
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
