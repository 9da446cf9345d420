// The job's way to the scenario's tenant: Tenant URL and Secret Token, as an administrator pastes them.
import type { ActionOf } from '../../../shared/scenario/actions.ts';
import type { World } from '../world.ts';

const FLAG = '?aadOptscim062020';

export async function connect(
  { flag, secretToken }: ActionOf<'connect'>,
  world: World,
): Promise<string> {
  const { client, tenant, application } = world;
  const connection = await client.call('getConnection', { params: { tenant } });
  const url = flag ? connection.localTenantUrl + FLAG : connection.localTenantUrl;
  await client.call('putJobTarget', { params: { application }, body: { url } });
  await pasteToken(secretToken ?? connection.secretToken, world);
  return `The job provisions to ${url}.`;
}

export async function pasteToken(secretToken: string, world: World): Promise<void> {
  const { client, application } = world;
  await client.call('putJobCredentials', {
    params: { application },
    body: { type: 'bearer', secretToken },
  });
}

export async function testConnection(
  _action: ActionOf<'test-connection'>,
  world: World,
): Promise<string> {
  const { client, application } = world;
  const result = await client.call('testJobConnection', { params: { application }, body: {} });
  const { succeeded, portalMessage, explanation } = result;
  const text = `${portalMessage} ${explanation}`.trim();
  world.answer = { succeeded, status: null, text, discovered: null };
  return text;
}
