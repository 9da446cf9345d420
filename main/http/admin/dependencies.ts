// What the admin listener works with.
import type { AdminKeyState } from '../../../shared/admin/admin-key.ts';
import type { SettingKey, Settings } from '../../../shared/admin/setting.ts';
import type { TlsChange, TlsState } from '../../../shared/admin/tls.ts';
import type { Serving, ServingStart, TenantServing } from '../../../shared/admin/serving.ts';
import type { Clock } from '../../base/clock.ts';
import type { Feed } from '../../base/feed.ts';
import type { NewId } from '../../base/ids.ts';
import type { Logger } from '../../base/logger.ts';
import type { Trust } from '../../base/trust.ts';
import type { CheckRuns } from '../../checker/check-runs.ts';
import type { LibraryEntry } from '../../scenarios/library.ts';
import type { ScenarioRecorder } from '../../scenarios/recorder/scenario-recorder.ts';
import type { ScenarioRuns } from '../../scenarios/scenario-runs.ts';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import type { HarEntry } from '../../../shared/export/har.ts';
import type { ProvisioningJobs } from '../../simulator/job/jobs.ts';
import type { VirtualClock } from '../../simulator/job/simulator-clock.ts';
import type { PostOffice } from '../../simulator/report/post-office.ts';
import type { Store, TenantRecord } from '../../store/open-store.ts';
import type { Jobs } from '../../transfer/jobs.ts';
import type { ResponseQueue } from '../../verify/response-queue.ts';

/** The SCIM listener, as the admin API tells and changes it. */
export interface ServingControl {
  readonly read: () => Serving;
  /** Of the SCIM listener on this machine. */
  readonly origin: () => string;
  /** Answers with the state `port-in-use` where the port is taken. */
  readonly start: (order: ServingStart) => Promise<Serving>;
  readonly stop: () => Promise<Serving>;
  readonly restart: () => Promise<Serving>;
  /** Changes nothing while the listener is closed. */
  readonly pause: () => Promise<Serving>;
  readonly resume: () => Promise<Serving>;
  readonly setTenant: (tenantId: number, state: TenantServing) => void;
  /** Looks at the disk too. Rejects with what SQLite throws where the database takes no changes. */
  readonly checkStorage: () => Promise<void>;
  readonly tls: TlsControl;
}

/** TLS of the SCIM listener. What cannot be served with is refused in a sentence, and nothing has changed. */
export interface TlsControl {
  readonly read: () => TlsState;
  /** By the command line: settings are stored and have no effect. */
  readonly isOverruled: () => boolean;
  readonly change: (order: TlsChange) => Promise<TlsState>;
  /** After the settings became others by another way. */
  readonly apply: () => Promise<void>;
  /** In PEM, what verifies the SCIM listener; null where it speaks plain HTTP. */
  readonly trusted: () => string | null;
  /** In PEM, the certificate of the local CA; made if there is none. */
  readonly authority: () => Promise<string>;
  readonly renewAuthority: () => Promise<TlsState>;
  /** Deletes the keys and the passphrase that are kept. */
  readonly forget: () => void;
}

/** Who has the key may use the API. */
export interface AdminKeyControl {
  readonly read: () => string;
  readonly state: () => AdminKeyState;
  readonly rotate: () => string;
  /** After the settings became others. */
  readonly apply: () => void;
  readonly onRotated: (listener: () => void) => void;
}

export interface AdminAppDependencies {
  readonly provisioningJobs: ProvisioningJobs;
  /** That of the simulator: what happens in the directory happens by it. */
  readonly virtualClock: VirtualClock;
  /** Sends the simulator's mails. */
  readonly postOffice: PostOffice;
  /** The record of an exchange that was recorded elsewhere; it gets a number of the request log. */
  readonly describeForeign: (tenant: TenantRecord, entry: HarEntry) => RequestDetails;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly feed: Feed;
  readonly logger: Logger;
  readonly jobs: Jobs;
  readonly checkRuns: CheckRuns;
  readonly scenarioRuns: ScenarioRuns;
  readonly scenarioRecorder: ScenarioRecorder;
  /** The scenarios that come with the app. */
  readonly scenarioLibrary: readonly LibraryEntry[];
  readonly responseQueue: ResponseQueue;
  readonly adminKey: AdminKeyControl;
  readonly serving: ServingControl;
  /** Of what this server sends itself. */
  readonly trust: Trust;
  readonly about: {
    readonly version: string;
    readonly startedAt: string;
    readonly runtime: string;
    readonly dataDir: string;
    readonly adminUrl: string;
  };
  /** Settings that are in effect, and those that an option decided instead. */
  readonly startedWith: {
    readonly settings: () => Settings;
    readonly overruled: readonly SettingKey[];
  };
  /** Gives an empty workspace what it has at its first start. */
  readonly seedWorkspace: () => void;
  /** The last ones of this run. */
  readonly logLines: () => readonly string[];
  /** Folder of the built UI. */
  readonly uiDir: string | undefined;
}
