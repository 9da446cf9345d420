// What a cycle came to, as one JSON object and as lines for a terminal.
import { countOf } from '../../../shared/count-of.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import type { CycleOutcome } from './run-one-cycle.ts';

export interface SimulateSummary {
  readonly target: string;
  readonly cycle: 'initial' | 'incremental';
  readonly state: string;
  readonly quarantine: string | null;
  /** Why the cycle failed as a whole; null: it did not. */
  readonly error: string | null;
  readonly directory: { readonly users: number; readonly groups: number };
  /** Entries of the provisioning log by action, and within by status. */
  readonly actions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Entries by error code. */
  readonly errors: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly durationMs: number;
}

export async function summarise(
  client: AdminClient,
  application: string,
  { target, outcome }: { readonly target: string; readonly outcome: CycleOutcome },
): Promise<SimulateSummary> {
  const { cycle, status } = outcome;
  const insights = await client.call('getProvisioningInsights', {
    params: { application },
    query: { cycleId: cycle.activityIdentifier },
  });
  const users = await client.call('listDirectoryUsers', { query: { limit: 1 } });
  const groups = await client.call('listDirectoryGroups', { query: { limit: 1 } });
  return {
    target,
    cycle: cycle.type,
    state: cycle.state,
    quarantine: status.quarantine?.reason ?? null,
    error: cycle.error?.message ?? null,
    directory: { users: users.total, groups: groups.total },
    actions: countActions(cycle.outcomes),
    errors: Object.fromEntries(insights.errors.map(({ errorCode, count }) => [errorCode, count])),
    requests: cycle.requests,
    durationMs: cycle.durationMs,
  };
}

/** From `create/success: 3` to `create: { success: 3 }`. */
function countActions(outcomes: Readonly<Record<string, number>>) {
  const actions: Record<string, Record<string, number>> = {};
  for (const [name, count] of Object.entries(outcomes)) {
    const [action = '', status = ''] = name.split('/');
    actions[action] = { ...actions[action], [status]: count };
  }
  return actions;
}

export function describeSummary(summary: SimulateSummary): string {
  const { cycle, state, target, actions, errors, requests, durationMs } = summary;
  const counts = Object.entries(actions).flatMap(([action, statuses]) =>
    Object.entries(statuses).map(([status, count]) => `  ${action} ${status}: ${count}`),
  );
  const failures = Object.entries(errors).map(([code, count]) => `  ${code}: ${count}`);
  return [
    `The ${cycle} cycle into ${target} has ended: ${state}`,
    ...counts,
    ...(failures.length === 0 ? [] : ['Errors:', ...failures]),
    ...(summary.error === null ? [] : [summary.error]),
    ...(summary.quarantine === null ? [] : [`The job is in quarantine: ${summary.quarantine}`]),
    `${countOf(requests, 'request')} in ${(durationMs / 1_000).toFixed(1)} s`,
    '',
  ].join('\n');
}

/** Whether every object went well. */
export function wentWell({ state, quarantine, error }: SimulateSummary): boolean {
  return state === 'Succeeded' && quarantine === null && error === null;
}
