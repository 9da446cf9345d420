// Makes what a run works in, and removes it: a tenant, an application, and a domain for its people. The clock of the simulator
// stands still between the steps, so that nothing happens that no step asked for; jobs of others that are on are stopped for as long.
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { SimulatorClock } from '../../shared/simulator/job-run.ts';
import { isAdminApiError, type AdminClient } from '../client/admin-client.ts';
import { connect } from './actions/connect.ts';
import { readMark } from './marks.ts';
import { createNames, type NamedObject } from './names.ts';
import { createRandom } from './random.ts';
import { scenarioFailure } from './scenario-failure.ts';
import type { World } from './world.ts';

export interface OpenWorld {
  readonly world: World;
  /** Puts the clock and the jobs of others back. */
  readonly release: () => Promise<readonly string[]>;
  /** Removes what was made; answers with what could not be. */
  readonly remove: () => Promise<readonly string[]>;
}

interface WorldOptions {
  readonly client: AdminClient;
  readonly signal: AbortSignal;
}

/** Scenarios of the same id may have been kept: the next has a number. */
const MOST_KEPT = 100;

export async function openWorld(
  scenario: Scenario,
  { client, signal }: WorldOptions,
): Promise<OpenWorld> {
  const hold = await holdSimulator(client);
  try {
    const { tenant, domain } = await makeTenant(scenario, client);
    const { id: application } = await client.call('createApplication', {
      body: { displayName: scenario.title },
    });
    const begin = await readMark({ client, tenant, application });
    const world: World = {
      scenario,
      client,
      signal,
      tenant,
      application,
      domain,
      names: createNames(),
      random: createRandom(scenario.seed),
      marks: { scenario: begin, step: begin },
      answer: undefined,
    };
    if (scenario.connected) await connect({ do: 'connect', flag: false }, world);
    return { world, release: hold.release, remove: () => removeAll(world) };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

async function makeTenant({ id, title, tenant }: Scenario, client: AdminClient) {
  for (let number = 1; number <= MOST_KEPT; number += 1) {
    const name = number === 1 ? id : `${id.slice(0, 26)}-${number}`;
    const slug = `scenario-${name}`.slice(0, 40).replace(/-+$/, '');
    try {
      await client.call('setUpTenant', {
        body: {
          slug,
          name: `${title}${number === 1 ? '' : ` (${number})`}`,
          ...(tenant.preset !== undefined && { preset: tenant.preset }),
          ...(tenant.overrides !== undefined && { overrides: tenant.overrides }),
        },
      });
      return { tenant: slug, domain: `${name}.example` };
    } catch (error) {
      if (!isAdminApiError(error) || error.code !== 'conflict') throw error;
    }
  }
  throw scenarioFailure(`${MOST_KEPT} tenants of this scenario have been kept; delete some.`);
}

async function holdSimulator(client: AdminClient) {
  const clock = await client.call('getSimulatorClock', {});
  const { applications } = await client.call('listApplications', {});
  const stopped: string[] = [];
  for (const { id: application } of applications) {
    const params = { application };
    const { schedule } = await client.call('getJobStatus', { params });
    if (schedule.state !== 'Active') continue;
    await client.call('stopJob', { params });
    stopped.push(application);
  }
  await client.call('putSimulatorClock', { body: { mode: 'step' } });
  return { release: () => releaseSimulator(client, clock, stopped) };
}

async function releaseSimulator(
  client: AdminClient,
  { mode, factor, now }: SimulatorClock,
  stopped: readonly string[],
): Promise<readonly string[]> {
  const before = mode === 'real' ? { mode } : { mode, factor, now };
  const failed = await attempt('the clock of the simulator as it was', () =>
    client.call('putSimulatorClock', { body: before }),
  );
  const restarts = stopped.map((application) =>
    attempt(`the job of ${application}, which is still stopped`, () =>
      client.call('startJob', { params: { application } }),
    ),
  );
  return [...failed, ...(await Promise.all(restarts)).flat()];
}

/** The application first, so that its job lets go of the people. */
async function removeAll({
  client,
  tenant,
  application,
  names,
}: World): Promise<readonly string[]> {
  const params = { application };
  const left = [
    ...(await attempt('the application', () => client.call('deleteApplication', { params }))),
    ...(await attempt('the tenant', () => client.call('deleteTenant', { params: { tenant } }))),
  ];
  for (const object of names.list()) left.push(...(await removeObject(object, client)));
  return left;
}

async function removeObject(object: NamedObject, client: AdminClient): Promise<readonly string[]> {
  const params = { id: object.objectId };
  const remove = object.type === 'User' ? 'deleteDirectoryUser' : 'deleteDirectoryGroup';
  return attempt(object.displayName, async () => {
    await unlessGone(() => client.call(remove, { params }));
    await unlessGone(() => client.call('purgeDirectoryObject', { params }));
  });
}

/** In the recycle bin already, or gone. */
async function unlessGone(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isAdminApiError(error) || !['not-found', 'conflict'].includes(error.code)) throw error;
  }
}

async function attempt(thing: string, work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (isAdminApiError(error) && error.code === 'not-found') return [];
    const reason = error instanceof Error ? error.message : String(error);
    return [`${thing}: ${reason}`];
  }
}
