// What there is to be seen of the job: its status, its last cycle, what the last question was answered.
import { countConnections } from '../count-connections.ts';
import { countOf } from '../../../shared/count-of.ts';
import type { ExpectationOf } from '../../../shared/scenario/expectations.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { Seen, World } from '../world.ts';
import { isTimes, joinSeen } from './tenant-expectations.ts';

export async function seeCycle(expected: ExpectationOf<'cycle'>, world: World): Promise<Seen> {
  const { client, application } = world;
  const { cycles } = await client.call('listJobCycles', {
    params: { application },
    query: { limit: 1 },
  });
  const [cycle] = cycles;
  if (cycle === undefined) return { passed: false, seen: 'No cycle has run' };
  const { type, state, outcomes = {}, requests } = expected;
  const counted = Object.entries(outcomes).map(([name, count]): Seen =>
    same(cycle.outcomes[name] ?? 0, count, `${name} `),
  );
  return joinSeen([
    same(cycle.type, type ?? cycle.type),
    same(cycle.state, state ?? cycle.state),
    ...counted,
    {
      passed: requests === undefined || isTimes(cycle.requests, requests),
      seen: countOf(cycle.requests, 'request'),
    },
    ...(cycle.error === null ? [] : [{ passed: true, seen: cycle.error.message }]),
    { passed: true, seen: describeOutcomes(cycle.outcomes) },
  ]);
}

function describeOutcomes(outcomes: Readonly<Record<string, number>>): string {
  const counts = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  return counts.length === 0 ? 'nothing to do' : `in all ${counts.join(', ')}`;
}

export async function seeJob(expected: ExpectationOf<'job'>, world: World): Promise<Seen> {
  const { client, application } = world;
  const status = await client.call('getJobStatus', { params: { application } });
  const { code, schedule, quarantine, linkedUsers, linkedGroups } = expected;
  const linked = await countConnections(client, application);
  const reason = status.quarantine?.reason ?? null;
  return joinSeen([
    same(status.code, code ?? status.code),
    same(status.schedule.state, schedule ?? status.schedule.state, 'schedule '),
    same(reason, quarantine === undefined ? reason : quarantine, 'quarantine '),
    same(linked.users, linkedUsers ?? linked.users, 'users linked '),
    same(linked.groups, linkedGroups ?? linked.groups, 'groups linked '),
  ]);
}

export async function seeAnswer(
  { status, succeeded, says, discovered = {} }: ExpectationOf<'answer'>,
  { answer }: World,
): Promise<Seen> {
  if (answer === undefined) {
    throw scenarioFailure(
      'No action of this step asks anything, so there is no answer to look at.',
    );
  }
  const kinds = Object.entries(discovered).map(([kind, count]): Seen => {
    const found = answer.discovered?.[kind as keyof typeof discovered]; // keys of that very object
    return same(found ?? null, count, `${kind} `);
  });
  return joinSeen([
    ...(status === undefined ? [] : [same(answer.status, status)]),
    ...(succeeded === undefined ? [] : [same(answer.succeeded, succeeded, 'success ')]),
    ...kinds,
    {
      passed: says === undefined || answer.text.toLowerCase().includes(says.toLowerCase()),
      seen: answer.text.slice(0, 400),
    },
  ]);
}

function same(actual: unknown, wanted: unknown, name = ''): Seen {
  return { passed: actual === wanted, seen: `${name}${String(actual)}` };
}
