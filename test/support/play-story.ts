// Plays a story against a tenant: one request after the other, with the headers of the Entra provisioning service.
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { type PlainAnswer, readJsonBody, sendRequest } from './send-request.ts';
import type { StateClaim, StoryStep } from './story-step.ts';

export interface StoryTarget {
  readonly tenantUrl: string;
  readonly token: string;
}

/** A step that has been played, with the ids filled in. */
export interface PlayedStep {
  readonly step: StoryStep;
  readonly answer: PlainAnswer;
}

export async function* playStory(
  story: readonly StoryStep[],
  target: StoryTarget,
): AsyncGenerator<PlayedStep> {
  const ids = new Map<string, string>();
  for (const template of story) {
    const unkept = fillIn(template, ids);
    const answer = await sendStep(unkept, target);
    if (template.keepIdAs !== undefined) ids.set(template.keepIdAs, readId(answer));
    yield { step: fillIn(template, ids), answer };
  }
}

/** Plays a story to its end; throws at the first answer that is not the expected one. */
export async function playWholeStory(
  story: readonly StoryStep[],
  target: StoryTarget,
): Promise<readonly PlayedStep[]> {
  const played: PlayedStep[] = [];
  for await (const one of playStory(story, target)) {
    const { step, answer } = one;
    if (answer.status !== step.status) {
      throw new Error(`${step.title}: ${answer.status} instead of ${step.status}: ${answer.text}`);
    }
    played.push(one);
  }
  return played;
}

/** Reads back what a step claims; marked, so that the request log tells it from the story. */
export async function readState(
  claim: StateClaim,
  { tenantUrl, token }: StoryTarget,
): Promise<PlainAnswer> {
  return sendRequest({
    method: 'GET',
    url: `${tenantUrl}${claim.get}`,
    headers: { Authorization: `Bearer ${token}`, 'User-Agent': 'state-check' },
  });
}

function sendStep(step: StoryStep, { tenantUrl, token }: StoryTarget): Promise<PlainAnswer> {
  const query = step.query === undefined ? '' : `?${step.query}`;
  return sendRequest({
    method: step.method,
    url: `${tenantUrl}${step.path}${query}`,
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/scim+json',
      adscimversion: '2026-01-05 b4b8a5a0-0000-4000-8000-000000000001',
      ...(step.body && { 'Content-Type': 'application/scim+json; charset=utf-8' }),
    },
    ...(step.body && { body: JSON.stringify(step.body) }),
  });
}

/** Every `{name}` of a kept id replaced, wherever it stands. */
function fillIn(step: StoryStep, ids: ReadonlyMap<string, string>): StoryStep {
  const text = [...ids].reduce(
    (filled, [name, id]) => filled.replaceAll(`{${name}}`, id),
    JSON.stringify(step),
  );
  const filled: StoryStep = JSON.parse(text);
  return filled;
}

function readId(answer: PlainAnswer): string {
  const body: JsonValue | undefined = readJsonBody(answer);
  const id = isJsonObject(body) ? body['id'] : undefined;
  if (typeof id !== 'string') throw new Error(`The answer has no id: ${answer.text}`);
  return id;
}
