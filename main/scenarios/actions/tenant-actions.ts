// What is done to the tenant itself: answers that it is told to give, its token, requests sent by hand.
import type { ActionOf } from '../../../shared/scenario/actions.ts';
import { expandJson, expandText } from '../expand.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { World } from '../world.ts';
import { pasteToken } from './connect.ts';

export async function failNext(action: ActionOf<'fail-next'>, world: World): Promise<string> {
  const { client, tenant } = world;
  const { method, path, status, headers, body, times } = action;
  const match = { ...(method !== undefined && { method }), ...(path !== undefined && { path }) };
  const answer = body === undefined ? errorBody(status) : await expandJson(body, world);
  await client.call('queueResponse', {
    params: { tenant },
    body: { match, status, headers, times, body: answer },
  });
  return `${times} will be answered with ${status}.`;
}

/** As a SCIM service would say it. @see RFC 7644 §3.12 */
function errorBody(status: number) {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error'];
  const scimType = status === 409 ? { scimType: 'uniqueness' } : {};
  return { schemas, status: String(status), detail: 'The scenario answers so.', ...scimType };
}

export async function stopFailing(
  _action: ActionOf<'stop-failing'>,
  { client, tenant }: World,
): Promise<string> {
  const { cleared } = await client.call('clearQueuedResponses', { params: { tenant } });
  return cleared === 0 ? 'Nothing was left.' : `${cleared} taken back.`;
}

export async function expireToken(
  _action: ActionOf<'expire-token'>,
  world: World,
): Promise<string> {
  const { id, name } = await secretToken(world);
  const { client, tenant } = world;
  await client.call('expireToken', { params: { tenant, id } });
  return `${name} has expired: who brings it is answered with 401.`;
}

export async function rotateToken(
  { paste }: ActionOf<'rotate-token'>,
  world: World,
): Promise<string> {
  const { id } = await secretToken(world);
  const { client, tenant } = world;
  const body = { overlapMinutes: 0 };
  const { secret } = await client.call('rotateToken', { params: { tenant, id }, body });
  if (!paste) return 'The old one is refused from now on.';
  await pasteToken(secret, world);
  return 'The job has the new one.';
}

async function secretToken({ client, tenant }: World) {
  const { tokens } = await client.call('listTokens', { params: { tenant } });
  const token = tokens.find(({ isSecretToken }) => isSecretToken);
  if (token === undefined) throw scenarioFailure('The tenant has no Secret Token any more.');
  return token;
}

export async function send(action: ActionOf<'send'>, world: World): Promise<string> {
  const { client, tenant } = world;
  const { method, path, body } = action;
  const json = body === undefined ? undefined : await expandJson(body, world);
  const answer = await client.call('sendComposed', {
    body: {
      request: {
        target: { kind: 'tenant', tenant },
        method,
        path: await expandText(path, world),
        headers: json === undefined ? [] : [['Content-Type', 'application/scim+json']],
        body: json === undefined ? '' : JSON.stringify(json),
      },
    },
  });
  if (answer.kind === 'failed') throw scenarioFailure(answer.reason);
  const { status, statusText } = answer;
  const text = answer.body.text;
  world.answer = { succeeded: status < 400, status, text, discovered: null };
  return `${status} ${statusText}`.trim();
}
