// Opens the workspace: one SQLite file in a folder of its own, and the small stores over it.
// Surprise: WAL lets two processes write to one file in turns, which is not what a user who starts the app twice
// wants. So a second file, `workspace.lock`, is held in an exclusive transaction for as long as the store is open;
// the operating system lets go of it when the process dies, however it dies.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import type { Clock } from '../base/clock.ts';
import { createComposedRequestStore, type ComposedRequestStore } from './composed-requests.ts';
import { isSystemError } from '../base/system-error.ts';
import { type AsyncRequestStore, createAsyncRequestStore } from './async-requests.ts';
import { type AuthSettingStore, createAuthSettingStore } from './auth-settings.ts';
import { type CountStore, createCountStore } from './counts.ts';
import { type CursorStore, createCursorStore } from './cursors.ts';
import { type AttributeValueStore, createAttributeValueStore } from './attribute-values.ts';
import { indexResources, type IndexedResourceStore } from './attribute-index.ts';
import { createDirectoryStore, type DirectoryStore } from './directory/directory.ts';
import { createDeletedStore, type DeletedStore } from './deleted-resources.ts';
import { compactDatabase, measureDatabase, measureGaps } from './database-size.ts';
import { createEraser, type EraseWorkspace } from './erase-workspace.ts';
import { createEventStore, type EventStore } from './events.ts';
import { createFirstStepStore, type FirstStepStore } from './first-steps.ts';
import { createHistoryStore, type HistoryStore } from './history.ts';
import { logLimitsOf } from './log-limits-of.ts';
import { createMemberStore, type MemberStore } from './members.ts';
import { measureCommits } from './measure-commits.ts';
import { probeWrite } from './probe-write.ts';
import { prepareDatabase } from './prepare-database.ts';
import { createOAuthClientStore, type OAuthClientStore } from './oauth-clients.ts';
import type { LogLimits } from '../../shared/admin/request-log-changes.ts';
import type { StorageProblem } from '../../shared/admin/serving.ts';
import { createReadMemory, type ReadMemory } from './read-memory.ts';
import { createRequestLogStore, type RequestLogStore } from './request-log.ts';
import { type AuditLogStore, createAuditLogStore } from './provisioning-log/audit-log.ts';
import { createMailSettingStore, type MailSettingStore } from './provisioning-log/mail-settings.ts';
import { createMailboxStore, type MailboxStore } from './provisioning-log/mailbox.ts';
import {
  createProvisioningLogStore,
  type ProvisioningLogStore,
} from './provisioning-log/provisioning-log.ts';
import { createResourceStore } from './resources.ts';
import { walkEntries, type WalkLog } from './request-log/walk-entries.ts';
import type { RequestScan } from './request-log/request-scan.ts';
import { createResourceNameStore, type ResourceNameStore } from './resource-names.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshots.ts';
import { isStoreOpenError, storeOpenError } from './store-open-error.ts';
import { watchStorage } from './storage-problem.ts';
import { createScenarioRemainsStore, type ScenarioRemainsStore } from './scenario-remains.ts';
import { createSchemaStore, type SchemaStore } from './schemas.ts';
import { createSettingStore, type SettingStore } from './settings.ts';
import { createSyncJobStore, type SyncJobStore } from './sync-jobs/sync-jobs.ts';
import { createTenantDataStore, type TenantDataStore } from './tenant-data.ts';
import { createUniqueKeyStore, type UniqueKeyStore } from './unique-keys.ts';
import { createSigningKeyStore, type SigningKeyStore } from './signing-keys.ts';
import { createTenantServingStore, type TenantServingStore } from './tenant-serving.ts';
import { createTenantStore, type TenantStore } from './tenants.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';

export type { TenantRecord } from './tenants.ts';

export interface Store {
  readonly tenants: TenantStore;
  readonly tenantServing: TenantServingStore;
  readonly tenantData: TenantDataStore;
  readonly tokens: TokenStore;
  readonly oauthClients: OAuthClientStore;
  readonly authSettings: AuthSettingStore;
  readonly schemas: SchemaStore;
  readonly resources: IndexedResourceStore;
  readonly uniqueKeys: UniqueKeyStore;
  readonly resourceNames: ResourceNameStore;
  readonly members: MemberStore;
  readonly attributeValues: AttributeValueStore;
  readonly requestLog: RequestLogStore;
  readonly walkRequests: WalkLog;
  readonly composedRequests: ComposedRequestStore;
  readonly requestScan: RequestScan;
  readonly history: HistoryStore;
  readonly deleted: DeletedStore;
  readonly counts: CountStore;
  readonly firstSteps: FirstStepStore;
  readonly cursors: CursorStore;
  readonly events: EventStore;
  readonly asyncRequests: AsyncRequestStore;
  readonly signingKeys: SigningKeyStore;
  readonly snapshots: SnapshotStore;
  readonly settings: SettingStore;
  readonly erase: EraseWorkspace;
  /** Writes the file anew without its gaps; nothing else happens meanwhile. */
  readonly compact: () => void;
  readonly sqliteVersion: () => string;
  readonly provisioningLog: ProvisioningLogStore;
  readonly auditLog: AuditLogStore;
  readonly scenarioRemains: ScenarioRemainsStore;
  readonly mailbox: MailboxStore;
  readonly mailSettings: MailSettingStore;
  readonly syncJobs: SyncJobStore;
  readonly directory: DirectoryStore;
  /** Bytes of the database, its write-ahead log included. */
  readonly databaseBytes: () => number;
  /** Bytes of its pages that hold nothing any more. */
  readonly gapBytes: () => number;
  /** Throws what SQLite throws where the workspace takes no changes. */
  readonly probeWrite: () => void;
  /** What commits have cost since this was last asked, in milliseconds. */
  readonly takeCommitMs: () => number;
  /** All of `work` or nothing of it; within another transaction, a savepoint. What it returns has been committed. */
  readonly transaction: <Result>(work: () => Result) => Result;
  /** Told of each transaction that the file did not take. */
  readonly onStorageProblem: (listener: (problem: StorageProblem) => void) => void;
  /** All that `work` reads belongs to one state of the store. It must not write. */
  readonly snapshot: <Result>(work: () => Result) => Result;
  readonly close: () => void;
}

export interface StoreOptions {
  /** Folder of the workspace, made when missing; or `:memory:`. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** How much of the request log is kept, whatever the settings say. */
  readonly logLimits?: Partial<LogLimits>;
}

/** Opens the workspace and brings it to the newest schema. Throws a `StoreOpenError`, its message fit for the user. */
export function openStore(options: StoreOptions): Store {
  requireNodeApi();
  try {
    return options.dataDir === ':memory:'
      ? createStore(openDatabase(':memory:'), options)
      : openFolder(options);
  } catch (error) {
    if (isStoreOpenError(error) || !isSystemError(error)) throw error;
    throw storeOpenError(
      'unreadable',
      `The data directory "${options.dataDir}" cannot be used: ${error.message}.`,
      error,
    );
  }
}

/** The stores over a connection that `prepareDatabase` has made ready. */
export function createStore(
  db: Database,
  options: Partial<StoreOptions> & Pick<StoreOptions, 'clock'>,
): Store {
  const memory = createReadMemory(db);
  const schemas = createSchemaStore(db, memory);
  const storage = watchStorage();
  const tokens = createTokenStore(db, memory);
  const oauthClients = createOAuthClientStore(db, memory);
  const signingKeys = createSigningKeyStore(db);
  const { clock, dataDir } = options;
  const { requestLog, settings } = createLogAndSettings(db, options);
  const flush = () => {
    tokens.flush();
    oauthClients.flush();
  };
  const filling = {
    clock,
    dataDir: dataDir === ':memory:' ? undefined : dataDir,
    prepare: prepareDatabase,
    flush,
    lastRequestId: () => requestLog.lastRequestId(),
    reload() {
      for (const each of [requestLog, signingKeys, schemas]) each.reload();
    },
  };
  const snapshots = createSnapshotStore(db, filling);
  return {
    ...createTenantStores(db, clock, memory),
    tokens,
    oauthClients,
    schemas,
    resources: indexResources(db, createResourceStore(db), schemas),
    uniqueKeys: createUniqueKeyStore(db),
    resourceNames: createResourceNameStore(db),
    members: createMemberStore(db),
    requestLog,
    walkRequests: walkEntries(requestLog),
    requestScan: requestLog.scan,
    ...createSideStores(db),
    cursors: createCursorStore(),
    signingKeys,
    snapshots,
    settings,
    erase: createEraser(db, { ...filling, snapshots }),
    compact: () => compactDatabase(db),
    sqliteVersion: () => String(db.prepare('select sqlite_version()').pluck().get()),
    databaseBytes: () => measureDatabase(db),
    gapBytes: () => measureGaps(db),
    ...createTransactions(db, clock, storage),
    onStorageProblem: storage.onProblem,
    close() {
      if (!db.open) return;
      // How often tokens were used may be lost with a disk that is full.
      storage.forgive(flush);
      snapshots.close();
      db.close();
    },
  };
}

function createTenantStores(db: Database, clock: Clock, memory: ReadMemory) {
  return {
    tenants: createTenantStore(db, clock, memory),
    tenantServing: createTenantServingStore(db, memory),
    authSettings: createAuthSettingStore(db, memory),
    tenantData: createTenantDataStore(db),
  };
}

function createTransactions(db: Database, clock: Clock, storage: ReturnType<typeof watchStorage>) {
  const run = db.transaction((work: () => unknown) => work());
  const commits = measureCommits(db, clock.monotonicMs);
  return {
    takeCommitMs: commits.take,
    transaction: <Result>(work: () => Result) =>
      storage.watch(() =>
        commits.measure((noteEnd) => run.immediate(() => noteEnd(work()))),
      ) as Result, // what work returned
    snapshot: <Result>(work: () => Result) => run.deferred(work) as Result, // what work returned
  };
}

/** Those that need nothing but the connection. */
function createSideStores(db: Database) {
  return {
    probeWrite: () => probeWrite(db),
    attributeValues: createAttributeValueStore(db),
    composedRequests: createComposedRequestStore(db),
    history: createHistoryStore(db),
    deleted: createDeletedStore(db),
    counts: createCountStore(db),
    firstSteps: createFirstStepStore(db),
    events: createEventStore(db),
    asyncRequests: createAsyncRequestStore(db),
    provisioningLog: createProvisioningLogStore(db),
    auditLog: createAuditLogStore(db),
    mailbox: createMailboxStore(db),
    mailSettings: createMailSettingStore(db),
    syncJobs: createSyncJobStore(db),
    scenarioRemains: createScenarioRemainsStore(db),
    directory: createDirectoryStore(db),
  };
}

/** The log keeps what the settings say, now and after each change. */
function createLogAndSettings(
  db: Database,
  { clock, logLimits = {} }: Pick<StoreOptions, 'clock' | 'logLimits'>,
) {
  const requestLog = createRequestLogStore(db, { clock });
  const settings = createSettingStore(db, (changed) =>
    requestLog.setLimits({ ...logLimitsOf(changed), ...logLimits }),
  );
  return { requestLog, settings };
}

/** better-sqlite3 13 ends the process without a word on an older Node-API, so ask before it is loaded. */
function requireNodeApi(): void {
  if (Number(process.versions['napi']) >= 10) return;
  throw storeOpenError(
    'unsupported',
    `This runtime (Node ${process.versions.node}) is too old for the store: Node 22.14 or newer is needed.`,
  );
}

function openFolder(options: StoreOptions): Store {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const lock = holdLock(options.dataDir);
  try {
    const file = join(options.dataDir, 'workspace.db');
    makePrivateFile(file);
    const store = createStore(openDatabase(file), options);
    return { ...store, close: () => closeAll([store, lock]) };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function holdLock(dataDir: string): Database {
  const file = join(dataDir, 'workspace.lock');
  const lock = new SQLite(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (!isSystemError(error) || error.code !== 'SQLITE_BUSY') throw error;
    throw storeOpenError(
      'locked',
      `The data directory "${dataDir}" is in use by another running instance.`,
      error,
    );
  }
}

/** The file holds the secret token; SQLite gives its companion files the same mode. */
function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

function openDatabase(file: string): Database {
  const db = new SQLite(file);
  try {
    return prepareDatabase(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function closeAll(opened: readonly { readonly close: () => void }[]): void {
  for (const each of opened) each.close();
}
