// The directory, the application and its job, as the command line wants them: made the first time, found again in the state of an
// earlier run.
import type { AdminClient } from '../../client/admin-client.ts';
import type { SimulateOptions } from './options.ts';
import { clearDirectory, importPeople, untilDone } from './people.ts';
import { refreshDirectory } from './refresh-directory.ts';

const NAME = 'Simulated provisioning';
const FLAG = 'aadOptscim062020';

/** The application's id. Rejects with a sentence where the directory cannot be filled. */
export async function setUp(
  client: AdminClient,
  options: SimulateOptions,
  isResumed: boolean,
): Promise<string> {
  await client.call('putSimulatorClock', { body: { mode: 'step' } });
  // So much passes between two cycles: what failed the last time is due to be tried again.
  if (isResumed) await client.call('jumpSimulatorClock', { body: { seconds: 40 * 60 } });
  if (!isResumed) await clearDirectory(client);
  await fillDirectory(client, options, isResumed);
  const { applications } = await client.call('listApplications', {});
  const found = applications.find(({ displayName }) => displayName === NAME);
  const { id } = found ?? (await client.call('createApplication', { body: { displayName: NAME } }));
  await connect(client, id, options);
  return id;
}

/** Made-up people once; those of a file every time, so that what has changed in it is what the next cycle sees. */
async function fillDirectory(
  client: AdminClient,
  { directory, seed = 1, users = 20, groups = 2 }: SimulateOptions,
  isResumed: boolean,
): Promise<void> {
  if (directory === undefined) {
    if (isResumed) return;
    const body = { seed, users, groups };
    await untilDone(client, await client.call('generateDirectory', { body }));
    return;
  }
  await importPeople(client, directory);
  if (isResumed) await refreshDirectory(client, directory);
}

async function connect(
  client: AdminClient,
  application: string,
  { target, token, flag, timeout }: SimulateOptions,
): Promise<void> {
  const params = { application };
  const url = flag && !target.includes(FLAG) ? addFlag(target) : target;
  await client.call('putJobTarget', { params, body: { url } });
  const credentials = { type: 'bearer', secretToken: token } as const;
  await client.call('putJobCredentials', { params, body: credentials });
  const { settings } = await client.call('getProvisioningJob', { params });
  const body = { ...settings, scope: 'all', requestTimeoutSeconds: timeout } as const;
  await client.call('putJobSettings', { params, body });
}

/** A valueless parameter, as Entra's documentation writes it. */
function addFlag(target: string): string {
  return `${target}${target.includes('?') ? '&' : '?'}${FLAG}`;
}
