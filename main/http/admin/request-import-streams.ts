// A HAR file into the request log. A stream, so it stands beside the route table. @see shared/admin/request-export.ts
import { setImmediate } from 'node:timers/promises';
import express, { type Request, type Response, Router } from 'express';
import {
  HarImportQuery,
  type HarImportIssue,
  type HarImportResult,
} from '../../../shared/admin/request-export.ts';
import { isScimUrl } from '../../../shared/compose/split-url.ts';
import { HarEntry } from '../../../shared/export/har.ts';
import type { TransferResult } from '../../../shared/admin/transfer.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { RunningJob } from '../../transfer/jobs.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import { parse } from './mount-routes.ts';
import { orConflictLater } from './snapshot-handlers.ts';

const MAX_FILE = '64mb';
const MAX_ENTRIES = 20_000;
const MAX_ISSUES = 100;
/** Entries between two chances for other requests. */
const BATCH = 50;

/** Mounted at `/api`. */
export function requestImportStreams(dependencies: AdminAppDependencies): Router {
  const router = Router();
  router.post(
    '/requests/import',
    express.text({ type: () => true, limit: MAX_FILE }),
    async function receiveHar(request: Request<object, unknown, unknown>, response: Response) {
      const { tenant } = parse(HarImportQuery, 'query', request.query);
      const record = requireTenant(dependencies, tenant);
      const entries = readEntries(typeof request.body === 'string' ? request.body : '');
      const work = (job: RunningJob) =>
        importEntries(dependencies, { tenant: record, entries, job });
      const order = { kind: 'har-import', tenant, work, tell: toTransferResult } as const;
      response.json(await orConflictLater(dependencies.jobs.run(order)));
    },
  );
  return router;
}

/** Throws `bad-request` for what is no HAR file at all. */
function readEntries(text: string): readonly unknown[] {
  const log = memberOf(parseJson(text), 'log');
  const entries = memberOf(log, 'entries');
  if (!Array.isArray(entries)) {
    throw adminFailure('bad-request', 'The file is no HAR file: it has no list log.entries.');
  }
  if (entries.length > MAX_ENTRIES) {
    const limit = MAX_ENTRIES.toLocaleString('en');
    throw adminFailure(
      'bad-request',
      `The file has more than ${limit} entries; import it in parts.`,
    );
  }
  return entries;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw adminFailure('bad-request', `The file is no HAR file, because it is not JSON: ${reason}`);
  }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

interface EntryImport {
  readonly tenant: TenantRecord;
  readonly entries: readonly unknown[];
  readonly job: RunningJob;
}

/** All of them, or none: one that is cancelled takes back what is in the log already. */
async function importEntries(
  dependencies: AdminAppDependencies,
  { tenant, entries, job }: EntryImport,
): Promise<HarImportResult> {
  const ids: number[] = [];
  try {
    const rest = await takeEntries(entries, job, (entry) => {
      ids.push(record(dependencies, tenant, entry));
    });
    return { imported: ids.length, firstId: ids[0] ?? null, lastId: ids.at(-1) ?? null, ...rest };
  } catch (error) {
    withdraw(dependencies, tenant, ids);
    throw error;
  }
}

/** Hands on those that are SCIM, and counts the others. */
async function takeEntries(
  entries: readonly unknown[],
  job: RunningJob,
  take: (entry: HarEntry) => void,
): Promise<Pick<HarImportResult, 'passedOver' | 'failed' | 'issues'>> {
  const issues: HarImportIssue[] = [];
  let passedOver = 0;
  let failed = 0;
  for (const [index, value] of entries.entries()) {
    if (index % BATCH === 0) await giveWay(job, { done: index, total: entries.length });
    const entry = readEntry(value, index);
    if ('place' in entry) {
      failed += 1;
      if (issues.length < MAX_ISSUES) issues.push(entry);
    } else if (isScim(entry)) take(entry);
    else passedOver += 1;
  }
  job.report({ done: entries.length, total: entries.length, share: 1 });
  return { passedOver, failed, issues };
}

async function giveWay(
  { signal, report }: RunningJob,
  { done, total }: { readonly done: number; readonly total: number },
): Promise<void> {
  report({ done, total, share: done / total });
  await setImmediate();
  signal.throwIfAborted();
}

function withdraw(
  { store, feed }: AdminAppDependencies,
  { slug }: TenantRecord,
  ids: readonly number[],
): void {
  if (ids.length === 0) return;
  store.requestLog.withdraw(ids);
  feed.publish({ type: 'requests-cleared', data: { tenant: slug } });
}

function toTransferResult({ imported, passedOver, failed }: HarImportResult): TransferResult {
  return {
    created: imported,
    replaced: 0,
    skipped: passedOver,
    failed,
    issues: [],
    issueCount: 0,
  };
}

function readEntry(value: unknown, index: number): HarEntry | HarImportIssue {
  const parsed = HarEntry.safeParse(value);
  const at = `log.entries[${index}]`;
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = (issue?.path ?? []).map((step) =>
      typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
    );
    return { place: at + path.join(''), reason: issue?.message ?? 'cannot be read' };
  }
  if (Number.isNaN(Date.parse(parsed.data.startedDateTime))) {
    return { place: `${at}.startedDateTime`, reason: 'is no date and time' };
  }
  return parsed.data;
}

/** By its endpoint, its media type, or because it is one of our own exports. */
function isScim({ request, response, _scim: own }: HarEntry): boolean {
  const types = [...request.headers, ...response.headers].filter(
    ({ name }) => name.toLowerCase() === 'content-type',
  );
  return (
    own !== undefined ||
    isScimUrl(request.url) ||
    types.some(({ value }) => /^application\/scim\+json/i.test(value))
  );
}

function record(
  { store, feed, describeForeign }: AdminAppDependencies,
  tenant: TenantRecord,
  entry: HarEntry,
): number {
  const details = describeForeign(tenant, entry);
  store.requestLog.insertImported(details);
  const [request] = store.requestLog.annotate({ ids: [details.id], note: details.note }).requests;
  if (request !== undefined) feed.publish({ type: 'request-recorded', data: { request } });
  return details.id;
}
