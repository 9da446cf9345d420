// The cycles of the scenario's job: the newest of them, and the end of one that an action has set off.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CycleExecution } from '../../shared/simulator/job.ts';
import { scenarioFailure } from './scenario-failure.ts';
import type { World } from './world.ts';

/** Where the job is. */
type JobPlace = Pick<World, 'client' | 'application'>;

const PAUSE_MS = 20;

/** A cycle that was set off begins at once; so long is waited for its first sign. */
const PATIENCE_MS = 15_000;

export async function newestCycle({
  client,
  application,
}: JobPlace): Promise<CycleExecution | undefined> {
  const query = { limit: 1 };
  const { cycles } = await client.call('listJobCycles', { params: { application }, query });
  return cycles[0];
}

/** Waits for the end of the cycle after `before`. It is asked for, because the run may be in another process than the server. */
export async function nextCycleEnd(
  before: CycleExecution | undefined,
  world: JobPlace & Pick<World, 'signal'>,
): Promise<CycleExecution> {
  const { client, application, signal } = world;
  let pauses = 0;
  let isCancelled = false;
  for (;;) {
    const newest = await newestCycle(world);
    const isNew = newest !== undefined && isAnother(newest, before);
    if (isNew && newest.state !== 'Running') return newest;
    if (signal.aborted && !isCancelled) {
      isCancelled = true;
      await client.call('cancelJobCycle', { params: { application } });
    }
    if (!isNew && pauses * PAUSE_MS > PATIENCE_MS) throw scenarioFailure('No cycle has begun.');
    pauses += 1;
    await sleep(PAUSE_MS);
  }
}

/** What has run since `before`, in words. */
export async function describeSince(
  before: CycleExecution | undefined,
  world: World,
): Promise<string> {
  const newest = await newestCycle(world);
  if (newest === undefined || !isAnother(newest, before)) return 'No cycle has run.';
  return describeCycle(newest);
}

export function describeCycle({ type, state, outcomes, requests }: CycleExecution): string {
  const counts = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  const what = counts.length === 0 ? 'nothing to do' : counts.join(', ');
  const kind = type === 'initial' ? 'An initial' : 'An incremental';
  return `${kind} cycle has ended (${state}): ${what}; ${requests === 1 ? 'one request' : `${requests} requests`}.`;
}

function isAnother(newest: CycleExecution, before: CycleExecution | undefined): boolean {
  return newest.activityIdentifier !== before?.activityIdentifier;
}
