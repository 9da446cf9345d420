// Makes what a run works in, and removes it: a tenant, an application, and a domain for its people. The clock of the simulator
// stands still between the steps, so that nothing happens that no step asked for; jobs of others that are on are stopped for as long.
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { DEFAULT_JOB_SETTINGS } from '../../shared/simulator/job.ts';
import type { ScenarioRemains } from '../../shared/scenario/scenario-remains.ts';
import { isAdminApiError, type AdminClient } from '../client/admin-client.ts';
import { connect } from './actions/connect.ts';
import { readMark } from './marks.ts';
import { createNames } from './names.ts';
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
  /** Called with all that the run has made and changed so far, before it makes more; null: nothing is left of it. */
  readonly onRemains?: (remains: ScenarioRemains | null) => void;
}

/** Scenarios of the same id may have been kept: the next has a number. */
const MOST_KEPT = 100;

export async function openWorld(scenario: Scenario, options: WorldOptions): Promise<OpenWorld> {
  const { client, signal } = options;
  const ledger = await openLedger(options);
  try {
    await holdSimulator(client, ledger.remains());
    const { tenant, domain } = await makeTenant(scenario, client);
    ledger.note({ tenant });
    const { id: application } = await client.call('createApplication', {
      body: { displayName: scenario.title },
    });
    ledger.note({ application });
    await setUsual(application, client);
    const begin = await readMark({ client, tenant, application });
    const world: World = {
      scenario,
      client,
      signal,
      tenant,
      application,
      domain,
      names: createNames((list) =>
        ledger.note({
          objects: list.map(({ type, objectId, displayName }) => ({ type, objectId, displayName })),
        }),
      ),
      random: createRandom(scenario.seed),
      marks: { scenario: begin, step: begin },
      answer: undefined,
    };
    if (scenario.connected) await connect({ do: 'connect', flag: false }, world);
    return {
      world,
      remove: () => removeAll(client, ledger.remains()),
      async release() {
        const failed = await releaseSimulator(client, ledger.remains());
        options.onRemains?.(null);
        return failed;
      },
    };
  } catch (error) {
    await clearRemains(client, ledger.remains());
    options.onRemains?.(null);
    throw error;
  }
}

/** Removes what a run has made and puts back what it has changed; answers with what could not be. */
export async function clearRemains(
  client: AdminClient,
  remains: ScenarioRemains,
): Promise<readonly string[]> {
  return [...(await removeAll(client, remains)), ...(await releaseSimulator(client, remains))];
}

async function openLedger({ client, onRemains = () => undefined }: WorldOptions) {
  let remains: ScenarioRemains = {
    clock: await client.call('getSimulatorClock', {}),
    stopped: await listActive(client),
    tenant: null,
    application: null,
    objects: [],
  };
  onRemains(remains);
  return {
    remains: () => remains,
    note(change: Partial<ScenarioRemains>): void {
      remains = { ...remains, ...change };
      onRemains(remains);
    },
  };
}

async function listActive(client: AdminClient): Promise<string[]> {
  const { applications } = await client.call('listApplications', {});
  const active: string[] = [];
  for (const { id: application } of applications) {
    const { schedule } = await client.call('getJobStatus', { params: { application } });
    if (schedule.state === 'Active') active.push(application);
  }
  return active;
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

/** A story is of a job as it is delivered, whatever new ones are in this workspace. */
async function setUsual(application: string, client: AdminClient): Promise<void> {
  const params = { application };
  const { settings } = await client.call('getProvisioningJob', { params });
  const { intervalMinutes, defaultAccess } = DEFAULT_JOB_SETTINGS;
  const isUsual =
    settings.intervalMinutes === intervalMinutes && settings.defaultAccess === defaultAccess;
  if (!isUsual) await client.call('putJobSettings', { params, body: DEFAULT_JOB_SETTINGS });
}

async function holdSimulator(client: AdminClient, { stopped }: ScenarioRemains): Promise<void> {
  for (const application of stopped) await client.call('stopJob', { params: { application } });
  await client.call('putSimulatorClock', { body: { mode: 'step' } });
}

async function releaseSimulator(
  client: AdminClient,
  { clock: { mode, factor, now }, stopped }: ScenarioRemains,
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
async function removeAll(
  client: AdminClient,
  { tenant, application, objects }: ScenarioRemains,
): Promise<readonly string[]> {
  const left: string[] = [];
  if (application !== null) {
    const params = { application };
    left.push(
      ...(await attempt('the application', () => client.call('deleteApplication', { params }))),
    );
  }
  if (tenant !== null) {
    const params = { tenant };
    left.push(...(await attempt('the tenant', () => client.call('deleteTenant', { params }))));
  }
  for (const object of objects) left.push(...(await removeObject(object, client)));
  return left;
}

async function removeObject(
  object: ScenarioRemains['objects'][number],
  client: AdminClient,
): Promise<readonly string[]> {
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
