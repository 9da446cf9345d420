// The conformance checker, on a tenant of this workspace or on any SCIM URL. @see shared/admin/check-run.ts
import type {
  CheckCatalogue,
  CheckReportFile,
  CheckReportFormat,
  CheckTarget,
} from '../../../shared/admin/check-run.ts';
import type { CheckReport } from '../../../shared/checker/report.ts';
import { allChecks, selectChecks } from '../../checker/all-checks.ts';
import { SECTION_NAMES } from '../../checker/section-names.ts';
import { writeHtmlReport } from '../../checker/write-html-report.ts';
import { writeJsonReport, writeJunitReport } from '../../checker/write-report.ts';
import { stateOf } from '../../provider/credentials.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function checkHandlers(dependencies: AdminAppDependencies) {
  const { checkRuns, store } = dependencies;
  return {
    listChecks: describeChecks,
    listCheckRuns: () => ({ runs: [...checkRuns.list()] }),
    startCheckRun({ body: { target, preset, only } }) {
      const { checks, unknown } = selectChecks(only);
      if (unknown.length > 0) {
        throw adminFailure('bad-request', `There is no check ${unknown.join(', ')}.`);
      }
      const run = checkRuns.start({ ...reach(dependencies, target), preset, checks });
      if (run !== undefined && 'tenant' in target) {
        store.firstSteps.note('run-checks', target.tenant);
      }
      return run ?? fail('conflict', 'Another run is under way; cancel it first.');
    },
    getCheckRun: ({ params: { id } }) => checkRuns.find(id) ?? noRun(id),
    cancelCheckRun: ({ params: { id } }) => checkRuns.cancel(id) ?? noRun(id),
    getCheckReport({ params: { id }, query: { format } }) {
      const { report } = checkRuns.find(id) ?? noRun(id);
      return writeFile(report ?? fail('conflict', 'The run has no report yet.'), format);
    },
  } satisfies Partial<AdminHandlers>;
}

function describeChecks(): CheckCatalogue {
  const checks = allChecks.map(({ id, title, grade, source, preset = null }) => ({
    id,
    section: id.replace(/\d+$/, ''),
    title,
    grade,
    source,
    preset,
  }));
  const used = new Set(checks.map(({ section }) => section));
  const sections = [...used].map((id) => ({ id, name: SECTION_NAMES[id] ?? id }));
  return { sections, checks };
}

/** A tenant is asked at its address on this machine, as a client would, with what it has for the checks that need more. */
function reach(dependencies: AdminAppDependencies, target: CheckTarget) {
  if ('url' in target) return { target: target.url, token: target.token };
  const { store, clock } = dependencies;
  const now = clock.now().toISOString();
  const tenant = requireTenant(dependencies, target.tenant);
  const other = store.tenants.list().find(({ slug }) => slug !== tenant.slug);
  const readOnly = store.tokens
    .list(tenant.id)
    .find((token) => token.scope === 'read-only' && stateOf(token, now) === 'live');
  return {
    ...addressOf(dependencies, tenant),
    readOnlyToken: readOnly?.secret,
    otherTenant: other && addressOf(dependencies, other),
  };
}

function addressOf(dependencies: AdminAppDependencies, tenant: TenantRecord) {
  const { localTenantUrl, secretToken } = describeConnection(dependencies, tenant);
  return { target: localTenantUrl, token: secretToken };
}

const WRITERS: Readonly<Record<CheckReportFormat, (report: CheckReport) => string>> = {
  json: writeJsonReport,
  junit: writeJunitReport,
  html: writeHtmlReport,
};

const FILES = {
  json: { fileName: 'scim-conformance.json', mediaType: 'application/json' },
  junit: { fileName: 'scim-conformance.xml', mediaType: 'application/xml' },
  html: { fileName: 'scim-conformance.html', mediaType: 'text/html' },
} as const;

function writeFile(report: CheckReport, format: CheckReportFormat): CheckReportFile {
  return { ...FILES[format], text: WRITERS[format](report) };
}

function noRun(id: string): never {
  return fail('not-found', `There is no run "${id}".`);
}

function fail(...failure: Parameters<typeof adminFailure>): never {
  throw adminFailure(...failure);
}
