// What is worth a notification: rules over what has happened, without Electron, so that tests can play a feed to them.
import { countOf } from '../../shared/count-of.ts';
import type { CheckRun } from '../../shared/admin/check-run.ts';
import type { RequestSummary, Source } from '../../shared/admin/request-log.ts';
import type { Job } from '../../shared/admin/transfer.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { ServerState } from '../../shared/shell.ts';
import type { JobStatus } from '../../shared/simulator/job.ts';

export interface Notice {
  readonly kind: 'first-request' | 'failures' | 'jobs';
  readonly title: string;
  readonly body: string;
  /** Where a click leads. */
  readonly route: string;
}

export interface NoticeRules {
  readonly onEvent: (event: LiveEvent) => Notice | undefined;
  readonly onState: (state: ServerState) => Notice | undefined;
}

const BURST = 10;
const BURST_WINDOW_MS = 60_000;
/** After a notice of failures, silence: the next would say the same. */
const BURST_REST_MS = 600_000;

/** `nowMs` is a monotonic clock. */
export function createNoticeRules(nowMs: () => number): NoticeRules {
  const newcomers = watchForNewcomers();
  const failures = watchForFailures(nowMs);
  const provisioning = watchProvisioning();
  let hasServed = false;
  let hasCrashed = false;

  return {
    onEvent(event) {
      if (event.type === 'job-progress') return jobNotice(event.data.job);
      if (event.type === 'check-run-changed') return checkNotice(event.data.run);
      if (event.type === 'job-changed') return provisioning(event.data);
      if (event.type !== 'request-recorded') return undefined;
      return newcomers(event.data.request) ?? failures(event.data.request);
    },
    onState(state) {
      if (state.state === 'restarting') hasCrashed = !state.asked;
      if (state.state === 'failed' && hasServed) return lostNotice(state.message);
      if (state.state !== 'serving') return undefined;
      const isBack = hasServed && hasCrashed;
      hasServed = true;
      hasCrashed = false;
      return isBack ? BACK_NOTICE : undefined;
    },
  };
}

const BACK_NOTICE: Notice = {
  kind: 'failures',
  title: 'The server was started again',
  body: 'It had ended unexpectedly. It serves at the same address, with what was stored.',
  route: '/requests',
};

function lostNotice(message: string): Notice {
  return {
    kind: 'failures',
    title: 'The tenant is not served any more',
    body: message,
    route: '/',
  };
}

function jobNotice(job: Job): Notice | undefined {
  const { kind, state, error } = job;
  const words = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
  const notice = { kind: 'jobs', route: routeOf(job) } as const;
  if (state === 'failed') {
    return {
      ...notice,
      title: 'A job has failed',
      body: `${words}: ${error ?? 'no reason given'}`,
    };
  }
  if (state !== 'done') return undefined;
  return { ...notice, title: 'A job is done', body: `${words}: ${workOf(job)}.` };
}

function workOf({ kind, done, name }: Job): string {
  if (kind.startsWith('snapshot-')) return name ?? 'done';
  return countOf(done, kind === 'har-import' ? 'request' : 'resource');
}

const TYPE_ROUTES: Readonly<Record<string, string>> = { User: '/users', Group: '/groups' };

/** The list of what it was about; Home where that was a whole tenant. */
function routeOf({ kind, tenant, resourceType }: Job): string {
  if (kind.startsWith('snapshot-')) return '/snapshots';
  const search = new URLSearchParams({ tenant }).toString();
  if (resourceType === null) return `/?${search}`;
  const list = TYPE_ROUTES[resourceType] ?? `/types/${encodeURIComponent(resourceType)}`;
  return `${list}?${search}`;
}

function checkNotice({ id, state, failed, total, target }: CheckRun): Notice | undefined {
  if (state !== 'finished' && state !== 'stopped') return undefined;
  return {
    kind: 'jobs',
    route: `/checks?${new URLSearchParams({ run: id }).toString()}`,
    title: state === 'finished' ? 'The checks are done' : 'The checks have stopped',
    body: `${target}: ${failed} of ${total} failed.`,
  };
}

interface ChangedJob {
  readonly application: string;
  readonly status: JobStatus;
}

/** What a provisioning job has come to, against how it stood when it was last heard of. */
function watchProvisioning(): (job: ChangedJob) => Notice | undefined {
  const known = new Map<string, JobStatus>();
  return ({ application, status }) => {
    const before = known.get(application);
    known.set(application, status);
    if (before === undefined) return undefined;
    const search = new URLSearchParams({ application }).toString();
    const notice = quarantineNotice(status.quarantine, before.quarantine, search);
    if (notice !== undefined) return notice;
    const { lastExecution } = status;
    const hasEnded = lastExecution?.activityIdentifier !== before.lastExecution?.activityIdentifier;
    return hasEnded && lastExecution !== null ? cycleNotice(lastExecution, search) : undefined;
  };
}

type Quarantine = JobStatus['quarantine'];

function quarantineNotice(now: Quarantine, before: Quarantine, search: string): Notice | undefined {
  const notice = { kind: 'failures', route: `/entra/overview?${search}` } as const;
  if (now === null) {
    return before === null
      ? undefined
      : { ...notice, title: 'Provisioning is out of quarantine', body: 'A cycle went well.' };
  }
  if (now.reason === before?.reason) return undefined;
  return now.reason === 'TooManyDeletes'
    ? { ...notice, title: 'Deletes are held back', body: describe(now) }
    : { ...notice, title: 'Provisioning is in quarantine', body: describe(now) };
}

function describe({ reason, error }: NonNullable<JobStatus['quarantine']>): string {
  return error === null ? `The reason is ${reason}.` : error.message;
}

/** An incremental cycle that went well is nothing to tell: there is one every 40 minutes. */
function cycleNotice(
  { type, state, countImported, countEscrowedRaw }: NonNullable<JobStatus['lastExecution']>,
  search: string,
): Notice | undefined {
  const seen = countOf(countImported, 'user or group was', 'users and groups were');
  if (countEscrowedRaw > 0) {
    return {
      kind: 'failures',
      title: 'A cycle ended with failures',
      body: `${countOf(countEscrowedRaw, 'write')} failed; ${seen} looked at.`,
      route: `/entra/logs?${search}`,
    };
  }
  if (type !== 'initial' || state !== 'Succeeded') return undefined;
  const route = `/entra/overview?${search}`;
  return { kind: 'jobs', title: 'The initial cycle is done', body: `${seen} looked at.`, route };
}

/** The first request of each client to each tenant: the moment that somebody who has just set it up waits for. */
function watchForNewcomers(): (request: RequestSummary) => Notice | undefined {
  const seen = new Set<string>();
  return ({ source, tenant, id, sentence }) => {
    const newcomer = `${tenant} ${source}`;
    if (tenant === null || isOwn(source) || seen.has(newcomer)) return undefined;
    seen.add(newcomer);
    const name = source === 'entra' ? 'Microsoft Entra' : 'A SCIM client';
    return {
      kind: 'first-request',
      title: `${name} has reached the tenant`,
      body: sentence,
      route: `/requests?id=${id}`,
    };
  };
}

/** The app's own test request, or somebody who looks at the address in a browser. */
function isOwn(source: Source): boolean {
  return source === 'app' || source === 'browser' || source === 'simulator';
}

function watchForFailures(nowMs: () => number): (request: RequestSummary) => Notice | undefined {
  let failedMs: readonly number[] = [];
  let quietUntilMs = 0;
  return ({ status, source, id, method, path }) => {
    if (status < 400 || source === 'app') return undefined;
    const now = nowMs();
    failedMs = [...failedMs, now].slice(-BURST);
    const isBurst = failedMs.length === BURST && now - (failedMs[0] ?? now) <= BURST_WINDOW_MS;
    if (!isBurst || now < quietUntilMs) return undefined;
    quietUntilMs = now + BURST_REST_MS;
    return {
      kind: 'failures',
      title: 'Many requests fail',
      body: `${BURST} failed within a minute. The last: ${method} ${path} was answered with ${status}.`,
      route: `/requests?filter=${encodeURIComponent('status:>=400')}&id=${id}`,
    };
  };
}
