// What is done with the job: started, stopped, run, moved in time, asked for one person.
import type { ActionOf } from '../../../shared/scenario/actions.ts';
import { describeCycle, describeSince, newestCycle, nextCycleEnd } from '../cycles.ts';
import type { World } from '../world.ts';

/** *Start provisioning*, *Restart* and *Allow deletes* let a cycle begin at once. */
export async function start(_action: ActionOf<'start'>, world: World): Promise<string> {
  const { client, application } = world;
  return withCycle(world, () => client.call('startJob', { params: { application } }));
}

export async function restart({ reset }: ActionOf<'restart'>, world: World): Promise<string> {
  const { client, application } = world;
  const body = { resetScopes: reset };
  return withCycle(world, () => client.call('restartJob', { params: { application }, body }));
}

export async function allowDeletes(
  _action: ActionOf<'allow-deletes'>,
  world: World,
): Promise<string> {
  const { client, application } = world;
  return withCycle(world, () => client.call('allowJobDeletes', { params: { application } }));
}

export async function runCycle(_action: ActionOf<'run-cycle'>, world: World): Promise<string> {
  const { client, application } = world;
  const body = { wait: false };
  return withCycle(world, () => client.call('runJobCycle', { params: { application }, body }));
}

async function withCycle(world: World, setOff: () => Promise<unknown>): Promise<string> {
  const before = await newestCycle(world);
  await setOff();
  return describeCycle(await nextCycleEnd(before, world));
}

export async function stop(_action: ActionOf<'stop'>, world: World): Promise<string> {
  const { client, application } = world;
  await client.call('stopJob', { params: { application } });
  return 'The job is paused.';
}

/** The answer comes when the cycles that fell due have ended. */
export async function jump(
  { minutes, hours, days }: ActionOf<'jump'>,
  world: World,
): Promise<string> {
  const before = await newestCycle(world);
  const seconds = ((days * 24 + hours) * 60 + minutes) * 60;
  const { now } = await world.client.call('jumpSimulatorClock', { body: { seconds } });
  return `It is ${now}. ${await describeSince(before, world)}`;
}

export async function provisionOnDemand(
  { object, members }: ActionOf<'provision-on-demand'>,
  world: World,
): Promise<string> {
  const { client, application, names } = world;
  const [{ objectId }] = named(object, world);
  const result = await client.call('provisionOnDemand', {
    params: { application },
    body: {
      objectId,
      memberIds: members.flatMap((label) => names.all(label)).map((each) => each.objectId),
    },
  });
  const reached = result.steps.filter(({ status }) => status !== null);
  const text = [
    ...reached.map(({ description }) => description),
    result.errorInformation?.reason ?? '',
  ].join(' ');
  const succeeded = reached.every(({ status }) => status !== 'failure');
  world.answer = { succeeded, status: null, text, discovered: null };
  return text.trim();
}

function named(label: string, { names }: World): [{ readonly objectId: string }] {
  const [first] = names.all(label);
  return [first ?? { objectId: '' }]; // `all` throws rather than answers with none
}

export async function discover(_action: ActionOf<'discover'>, world: World): Promise<string> {
  const { client, application } = world;
  const { counts, problem } = await client.call('discoverAccounts', {
    params: { application },
    body: {},
  });
  const { Local: local, Unassigned: unassigned, Assigned: assigned } = counts;
  const text = `${local} local, ${unassigned} unassigned, ${assigned} assigned. ${problem ?? ''}`;
  const discovered = { local, unassigned, assigned };
  world.answer = { succeeded: problem === null, status: null, text: text.trim(), discovered };
  return text.trim();
}
