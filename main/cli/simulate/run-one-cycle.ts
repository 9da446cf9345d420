// One cycle and its outcome, with what it tells of its progress.
import { setTimeout as sleep } from 'node:timers/promises';
import { countOf } from '../../../shared/count-of.ts';
import type { CycleExecution, JobStatus, ResetScope } from '../../../shared/simulator/job.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import type { SimulateOptions } from './options.ts';
import { simulateFailure } from './simulate-failure.ts';

export interface CycleOutcome {
  readonly cycle: CycleExecution;
  readonly status: JobStatus;
}

const PAUSE_MS = 100;
/** So long is waited for the first sign of a cycle. */
const PATIENCE_MS = 15_000;
const RESTART: ResetScope[] = ['Watermark', 'Escrows', 'QuarantineState'];

/** Rejects with a sentence where no cycle could run. */
export async function runOneCycle(
  client: AdminClient,
  application: string,
  { cycle: wanted }: Pick<SimulateOptions, 'cycle'>,
): Promise<CycleOutcome> {
  const params = { application };
  const before = await newestCycle(client, application);
  if (wanted === 'initial' && before !== undefined) {
    await client.call('restartJob', { params, body: { resetScopes: RESTART } });
  } else await client.call('startJob', { params });
  const cycle = await followCycle(client, application, before);
  const status = await client.call('stopJob', { params }); // until the next run there is none
  return { cycle, status };
}

async function followCycle(
  client: AdminClient,
  application: string,
  before: CycleExecution | undefined,
): Promise<CycleExecution> {
  for (let pauses = 0; ; pauses += 1) {
    const newest = await newestCycle(client, application);
    const isNew = newest?.activityIdentifier !== before?.activityIdentifier;
    if (newest !== undefined && isNew && newest.state !== 'Running') return newest;
    if (!isNew && pauses * PAUSE_MS > PATIENCE_MS) throw simulateFailure('No cycle has begun.');
    await tellProgress(client, application);
    await sleep(PAUSE_MS);
  }
}

async function tellProgress(client: AdminClient, application: string): Promise<void> {
  if (!process.stderr.isTTY) return;
  const status = await client.call('getJobStatus', { params: { application } });
  if (status.currentExecution === null) return;
  const { type, progress, requests } = status.currentExecution;
  const { phase, done, total } = progress;
  const share = total === null ? `${done}` : `${done} of ${total}`;
  process.stderr.write(`\r${type} cycle, ${phase}: ${share}, ${countOf(requests, 'request')}   `);
}

async function newestCycle(
  client: AdminClient,
  application: string,
): Promise<CycleExecution | undefined> {
  const query = { limit: 1 };
  const { cycles } = await client.call('listJobCycles', { params: { application }, query });
  return cycles[0];
}
