// Every screen of the app, and how to bring it into each of its states.
import type { Page } from '@playwright/test';
import type { Settings } from '../../shared/admin/setting.ts';
import type { Clock } from '../../main/base/clock.ts';
import { writeMail } from '../../main/simulator/report/write-mail.ts';
import { ALL_DOCUMENTS, DEVICE } from '../support/device-documents.ts';
import { buildSummary } from '../support/build-summary.ts';
import { ENTRA_STORY } from '../support/entra-story.ts';
import { playWholeStory } from '../support/play-story.ts';
import type { TestTenant } from '../support/start-tenant.ts';

/** By the name of its picture: the address, and for a tenant with data the address that opens some of it. */
export const SCREENS = {
  home: { empty: '/', filled: '/' },
  requests: { empty: '/requests', filled: '/requests?id=7&tab=effect' },
  users: { empty: '/users', filled: '/users' },
  groups: { empty: '/groups', filled: '/groups' },
  schema: { empty: '/schema', filled: '/schema' },
  integration: { empty: '/integration/scim', filled: '/integration/scim' },
  overview: { empty: '/entra/overview', filled: '/entra/overview' },
  'on-demand': {
    empty: '/entra/on-demand',
    filled: '/entra/on-demand?id=c0705000-000a-4000-8000-000000000003',
  },
  discovery: { empty: '/entra/discovery', filled: '/entra/discovery' },
  connections: { empty: '/entra/connections', filled: '/entra/connections' },
  connectivity: { empty: '/entra/connectivity', filled: '/entra/connectivity' },
  'users-and-groups': {
    empty: '/entra/users-and-groups',
    filled: '/entra/users-and-groups?tab=roles',
  },
  mapping: { empty: '/entra/mapping', filled: '/entra/mapping?object=Group' },
  directory: { empty: '/entra/directory', filled: '/entra/directory?tab=groups' },
  compose: { empty: '/compose', filled: '/compose?from=7' },
  scenarios: { empty: '/scenarios', filled: '/scenarios?scenario=velpic' },
  checks: { empty: '/checks', filled: '/checks' },
  snapshots: { empty: '/snapshots', filled: '/snapshots' },
  'entra-logs': {
    empty: '/entra/logs',
    filled: `/entra/logs?id=${buildSummary({ number: 2 }).id}&tab=troubleshooting`,
  },
  'entra-audit': { empty: '/entra/audit', filled: '/entra/audit' },
  'entra-mailbox': { empty: '/entra/mailbox', filled: '/entra/mailbox' },
  settings: { empty: '/settings', filled: '/settings' },
  help: { empty: '/help', filled: '/help' },
  // The last one: from here on the tenant with a type of its own is the one on screen.
  types: { empty: '/types/Device?tenant=devices', filled: '/types/Device?tenant=devices' },
} as const;

export type ScreenName = keyof typeof SCREENS;
export const SCREEN_NAMES = Object.keys(SCREENS).filter(isScreenName);

function isScreenName(name: string): name is ScreenName {
  return Object.hasOwn(SCREENS, name);
}

/** The time of day of server and page; it stands still, so that what is shown of it is the same each time. */
export const NOON = new Date('2026-05-04T12:00:00.000Z');

export const stoppedClock: Clock = {
  now: () => NOON,
  monotonicMs: () => 0,
};

/** Another tenant, with a resource type of its own. */
export async function addDevices({ admin }: TestTenant): Promise<void> {
  await admin('createTenant', { body: { slug: 'devices', name: 'Devices' } });
  const body = { put: [...ALL_DOCUMENTS] };
  await admin('changeSchemas', { params: { tenant: 'devices' }, body });
}

/** The Entra story up to the leaver, twelve people, a refused request, a snapshot and a run of checks. */
export async function fill(tenant: TestTenant): Promise<void> {
  const leaving = ENTRA_STORY.findIndex((step) => step.method === 'DELETE');
  const target = { tenantUrl: tenant.scimUrl, token: tenant.token };
  await playWholeStory(ENTRA_STORY.slice(0, leaving), target);
  await tenant.admin('startSeed', {
    params: { tenant: 'default' },
    body: { preset: 'contoso-12' },
  });
  await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer wrong-token' } });
  await tenant.scim('POST', '/Users', { body: '{' });
  await tenant.admin('takeSnapshot', { body: { name: 'Before the first cycle' } });
  await tenant.admin('startCheckRun', {
    body: { target: { tenant: 'default' }, only: ['F1', 'O'] },
  });
  await tenant.admin('createResource', {
    params: { tenant: 'devices', resourceType: 'Device' },
    body: DEVICE,
  });
  await fillReports(tenant);
  await untilIdle(tenant);
}

/** A job with a target, three entries of the provisioning logs, some of the audit logs, a mail. */
async function fillReports({ admin, store }: TestTenant): Promise<void> {
  const { applications } = await admin('listApplications');
  const applicationId = applications[0]?.id ?? '';
  const at = '2026-05-04T11:40:00.000Z';
  await admin('putJobTarget', {
    params: { application: applicationId },
    body: { tenant: 'default', flags: ['aadOptscim062020'] },
  });
  store.provisioningLog.append([
    buildSummary({ number: 1, applicationId, at }),
    buildSummary({ number: 2, applicationId, at, outcome: 'refused' }),
    buildSummary({ number: 3, applicationId, at, outcome: 'redundant' }),
  ]);
  store.auditLog.note({
    at,
    applicationId,
    activity: 'Enable/start provisioning configuration',
    actor: 'Administrator',
    details: { interval: 'PT40M' },
  });
  store.mailbox.keep(
    writeMail({
      kind: 'delete-threshold',
      applicationId,
      applicationName: 'Velpic',
      directoryName: 'Contoso',
      jobId: 'scim.1',
      recipients: ['admin@contoso.test'],
      at,
      threshold: 500,
      deletions: 731,
    }),
  );
}

async function untilIdle(tenant: TestTenant): Promise<void> {
  for (;;) {
    const { jobs } = await tenant.admin('listJobs');
    const { runs } = await tenant.admin('listCheckRuns');
    const states = [...jobs, ...runs].map(({ state }) => state);
    if (!states.includes('running')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export type Theme = Settings['general.theme'];

/** Nothing moves, and the page has a day that stands still. */
export async function openStill(page: Page, tenant: TestTenant, theme: Theme): Promise<void> {
  await tenant.admin('changeSettings', { body: { 'general.theme': theme } });
  await page.clock.setFixedTime(NOON);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(tenant.uiUrl);
  await page.getByText('Serving', { exact: true }).first().waitFor();
}

/** Waits until the screen has read what it shows. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#${route}`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => {
    const skeleton = document.querySelector('main [role=status][aria-label^="Loading"]');
    return skeleton === null;
  });
}

/** From now on the server answers nothing but errors. */
export async function breakServer(page: Page): Promise<void> {
  await page.route(/\/api\/(?!live)/, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/json',
      body: JSON.stringify({
        error: {
          code: 'internal',
          message: 'The server failed at this request; its log says more.',
        },
      }),
    }),
  );
}
