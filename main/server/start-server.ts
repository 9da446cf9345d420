// The composition root: store, feed, the two listeners and what joins them. Whatever fails, nothing is left half-started.
import about from '../../package.json' with { type: 'json' };
import type { Settings } from '../../shared/admin/setting.ts';
import type { ReadyEvent, ServerOptions } from '../../shared/server-options.ts';
import { SimulatorClockSetting } from '../../shared/simulator/job-run.ts';
import { DEFAULT_TENANT_SLUG, publicOrigin, tenantUrl } from '../../shared/tenant-path.ts';
import { systemClock, type Clock } from '../base/clock.ts';
import { createFeed } from '../base/feed.ts';
import { keepLogTail } from '../base/log-tail.ts';
import { newSecretToken, newUuid, randomFraction, rememberIds } from '../base/ids.ts';
import type { Logger } from '../base/logger.ts';
import { createTrust, readCertificates, type Trust } from '../base/trust.ts';
import { createCheckRuns } from '../checker/check-runs.ts';
import { createAdminClient } from '../client/admin-client.ts';
import type { AdminKeyControl } from '../http/admin/dependencies.ts';
import { createAdminApp } from '../http/admin/create-admin-app.ts';
import { createForeignDescriber } from '../http/scim/describe-foreign.ts';
import { createScimApp } from '../http/scim/create-scim-app.ts';
import { createAsyncRequests } from '../provider/async-requests.ts';
import { createAvailability } from '../provider/availability.ts';
import { readLibrary } from '../scenarios/library.ts';
import { createRecordingDraft } from '../scenarios/recorder/recording-draft.ts';
import { createScenarioRecorder } from '../scenarios/recorder/scenario-recorder.ts';
import { createScenarioRuns } from '../scenarios/scenario-runs.ts';
import { announceLog } from '../simulator/report/announce-log.ts';
import { createProvisioningJobs, type ProvisioningJobDependencies } from '../simulator/job/jobs.ts';
import { createVirtualClock } from '../simulator/job/simulator-clock.ts';
import { createPostOffice } from '../simulator/report/post-office.ts';
import { openStore, type Store, type TenantRecord } from '../store/open-store.ts';
import { createJobs } from '../transfer/jobs.ts';
import { createResponseQueue } from '../verify/response-queue.ts';
import { createAdminKey } from './admin-key.ts';
import { announceServer } from './announce-server.ts';
import { watchDisk, type DiskWatch } from './disk-watch.ts';
import { applyScimAddress, findOverruled, resolveListeners } from './effective-options.ts';
import { keepProvisioningLog } from './keep-provisioning-log.ts';
import { keepRequestLog } from './keep-request-log.ts';
import { listen } from './listen.ts';
import { runtimeName } from './runtime-name.ts';
import { startError } from './start-error.ts';
import { createScimListener } from './scim-listener.ts';
import { createScimPort } from './scim-port.ts';
import { createAuthorityStore } from './tls/local-authority.ts';
import { createPassphraseStore } from './tls/passphrase.ts';
import { createServerTls, keepRenewed } from './tls/tls-control.ts';
import { seedSampleDirectory } from '../simulator/directory/sample-directory.ts';
import { seedDefaultTenant } from './seed-default-tenant.ts';

export interface ServerDependencies {
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Called when the admin key has become another, with what is true from then on. */
  readonly onKeyRotated?: (ready: ReadyEvent) => void;
}

export interface RunningServer {
  readonly ready: ReadyEvent;
  readonly store: Store;
  /** Takes no more requests, sends the answers that are on their way, closes the store. */
  readonly close: () => Promise<void>;
}

interface Closable {
  readonly close: () => unknown;
}

/** Rejects with a `StartError` or `StoreOpenError`, whose message is one sentence for the user. */
export async function startServer(
  options: ServerOptions,
  { logger: given, clock = systemClock, onKeyRotated }: ServerDependencies,
): Promise<RunningServer> {
  const { logger, lines: logLines } = keepLogTail(given, clock.now);
  const store = openStore({ dataDir: options.dataDir, clock });
  const opened: Closable[] = [store];
  try {
    const tenant = ensureDefaultTenant(store, options);
    if (options.seed !== undefined) await seedDefaultTenant({ store, clock }, tenant, options.seed);
    seedSampleDirectory(store, clock.now().toISOString());
    const parts = { store, clock, logger, logLines, tenant, opened, onKeyRotated };
    const ready = await openListeners(options, parts);
    logger.info('The server answers', { scim: ready.scimUrl, admin: ready.adminUrl });
    return { ready, store, close: () => closeAll(opened) };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** What the command line says replaces what is stored. */
function ensureDefaultTenant(store: Store, { token, publicUrl }: ServerOptions): TenantRecord {
  const slug = DEFAULT_TENANT_SLUG;
  const tenant =
    store.tenants.find(slug) ??
    store.tenants.create({ slug, name: 'My SCIM app', secretToken: token ?? newSecretToken() });
  if (token === undefined && publicUrl === undefined) return tenant;
  return store.tenants.update(tenant, {
    ...(token !== undefined && { secretToken: token }),
    ...(publicUrl !== undefined && { publicUrl: publicOrigin(publicUrl, slug) }),
  });
}

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly logLines: () => readonly string[];
  readonly tenant: TenantRecord;
  /** Takes what has been opened, in order. */
  readonly opened: Closable[];
  readonly onKeyRotated: ServerDependencies['onKeyRotated'];
}

async function openListeners(options: ServerOptions, parts: Parts): Promise<ReadyEvent> {
  const { store, clock, logger, logLines, tenant, opened } = parts;
  const listeners = resolveListeners(options, store.settings.read());
  const adminKey = createAdminKey(options, store.settings);
  const feed = createFeed({ boot: newUuid() });
  const trust = readTrust(options.trustedCa);
  const shared = { store, clock, logger, feed, newId: newUuid, trust };
  const asyncRequests = createAsyncRequests(shared);
  opened.push(keepRequestLog(shared), keepProvisioningLog(shared), announceLog(shared));
  const responseQueue = createResponseQueue(newUuid);
  opened.push(asyncRequests); // closed after the listeners: what they have accepted is done
  const simulatorIds = rememberIds(newUuid);
  const isSimulated = simulatorIds.has;
  const disk = watchDisk({ ...shared, dataDir: options.dataDir, settings: store.settings });
  opened.push(disk);
  const scimApp = { ...shared, asyncRequests, responseQueue, isSimulated, disk };
  const { serving, applied, renewal } = await openScimListener(options, scimApp);
  opened.push(serving, renewal);
  const jobs = createJobs(shared);
  const simulator = openSimulator({ ...shared, newId: simulatorIds.newId }, serving.origin);
  const checkRuns = createCheckRuns(shared);
  // ended before the SCIM listener: it may be what they ask
  opened.push(simulator.provisioningJobs, checkRuns);
  const client = () => createAdminClient({ adminUrl: admin.origin, adminKey: adminKey.read() });
  const scenarios = openScenarios({ ...shared, client }, options.dataDir);
  const facts = describeLaunch(clock, options.dataDir);
  const postOffice = createPostOffice(shared);
  opened.push(postOffice); // closed after the admin listener, which hands it mails
  const admin = await listen(listeners.admin, (adminUrl) => ({
    serve: createAdminApp({
      ...shared,
      postOffice,
      ...simulator,
      checkRuns,
      ...scenarios,
      responseQueue,
      jobs,
      adminKey,
      uiDir: options.uiDir,
      serving,
      describeForeign: createForeignDescriber(store),
      about: { ...facts, adminUrl },
      logLines,
      seedWorkspace: () => void ensureDefaultTenant(store, options),
      startedWith: { settings: applied, overruled: findOverruled(options) },
    }),
  }));
  opened.push(admin, feed, jobs); // jobs end first: they write to the store and tell the feed
  opened.push(scenarios.scenarioRecorder, scenarios.scenarioRuns); // before the admin listener, by which they remove what they have made
  const adminUrl = admin.origin;
  postOffice.open({ uiUrl: adminUrl });
  simulator.provisioningJobs.open();
  scenarios.scenarioRuns.open();
  const { announced, ready } = announceReady(options, parts, {
    adminKey,
    adminUrl,
    scimUrl: () => tenantUrl(serving.origin(), tenant.slug),
  });
  opened.push(announced);
  return ready;
}

interface Addresses {
  readonly adminKey: AdminKeyControl;
  readonly adminUrl: string;
  readonly scimUrl: () => string;
}

/** To whoever looks for the server, and again when its key has become another. */
function announceReady(
  { dataDir }: ServerOptions,
  { store, tenant, logger, onKeyRotated }: Parts,
  { adminKey, adminUrl, scimUrl }: Addresses,
) {
  function announce() {
    const key = adminKey.read();
    const announced = announceServer(
      dataDir,
      { pid: process.pid, adminUrl, adminKey: key },
      logger,
    );
    const uiUrl = `${adminUrl}/#key=${key}`;
    const { secretToken: token } = store.tenants.find(tenant.slug) ?? tenant;
    const ready: ReadyEvent = {
      event: 'ready',
      scimUrl: scimUrl(),
      adminUrl,
      uiUrl,
      adminKey: key,
      token,
    };
    return { announced, ready };
  }
  adminKey.onRotated(() => {
    const { ready } = announce();
    onKeyRotated?.(ready);
  });
  return announce();
}

function readTrust(file: string | undefined): Trust {
  if (file === undefined) return createTrust();
  try {
    return createTrust(readCertificates(file));
  } catch (error) {
    throw startError(`${file} cannot be read as certificates in PEM.`, error);
  }
}

type ScimAppParts = Omit<Parameters<typeof createScimApp>[0], 'availability'>;

interface OwnParts {
  readonly trust: Trust;
  readonly disk: DiskWatch;
}

/** `applied`: the settings that are in effect, which those of its address are from each time it opens. */
async function openScimListener(
  options: ServerOptions,
  parts: ScimAppParts & Pick<Parts, 'store' | 'clock'> & OwnParts,
) {
  const { store, clock, feed } = parts;
  const { dataDir } = options;
  const tls = createServerTls({
    ...parts,
    options,
    settings: store.settings,
    authorities: createAuthorityStore(dataDir, parts),
    passphrases: createPassphraseStore(dataDir),
  });
  const availability = createAvailability(parts);
  store.onStorageProblem(availability.noteFailedWrite);
  let settings = store.settings.read();
  const port = createScimPort({
    app: createScimApp({ ...parts, availability }),
    clock,
    tls,
    wanted: () => resolveListeners(options, store.settings.read()).scim,
    onOpen() {
      settings = applyScimAddress(settings, store.settings.read());
    },
    onChange: () => feed.publish({ type: 'serving-changed', data: {} }),
  });
  const listener = createScimListener({ ...parts, availability, port });
  await listener.open(options.ifScimPortTaken);
  const control = tls.control(port, listener.takeTurn);
  const serving = { ...listener, tls: control };
  return { serving, applied: () => settings, renewal: keepRenewed(control.renewIfDue) };
}

function describeLaunch(clock: Clock, dataDir: string) {
  const startedAt = clock.now().toISOString();
  return { version: about.version, startedAt, runtime: runtimeName(), dataDir };
}

function openSimulator(
  shared: Omit<ProvisioningJobDependencies, 'virtualClock' | 'random' | 'scimOrigin'>,
  scimOrigin: () => string,
) {
  const virtualClock = createVirtualClock(shared.store, shared.clock);
  const random = randomFraction;
  const provisioningJobs = createProvisioningJobs({ ...shared, virtualClock, random, scimOrigin });
  const clock = clockOfStart(shared.store.settings.read()['simulator.clock']);
  if (clock !== undefined) provisioningJobs.setClock(clock);
  return { virtualClock, provisioningJobs };
}

/** Undefined: the clock goes on as it was left. */
function clockOfStart(wished: Settings['simulator.clock']): SimulatorClockSetting | undefined {
  if (wished === 'as-left') return undefined;
  const [mode, factor] = wished.split('-');
  return SimulatorClockSetting.parse({
    mode,
    ...(factor !== undefined && { factor: Number(factor) }),
  });
}

function openScenarios(parts: Parameters<typeof createScenarioRuns>[0], dataDir: string) {
  const draft = createRecordingDraft(dataDir, parts.logger);
  return {
    scenarioRuns: createScenarioRuns(parts),
    scenarioRecorder: createScenarioRecorder({ ...parts, draft }),
    scenarioLibrary: readLibrary(),
  };
}

/** Last opened, first closed. Closing twice does nothing. */
async function closeAll(opened: Closable[]): Promise<void> {
  for (const each of opened.splice(0).toReversed()) await each.close();
}
