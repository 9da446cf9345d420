// What the admin listener works with.
import type { SettingKey, Settings } from '../../../shared/admin/setting.ts';
import type { Clock } from '../../base/clock.ts';
import type { Feed } from '../../base/feed.ts';
import type { NewId } from '../../base/ids.ts';
import type { Logger } from '../../base/logger.ts';
import type { CheckRuns } from '../../checker/check-runs.ts';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import type { HarEntry } from '../../../shared/export/har.ts';
import type { Store, TenantRecord } from '../../store/open-store.ts';
import type { Jobs } from '../../transfer/jobs.ts';
import type { ResponseQueue } from '../../verify/response-queue.ts';

export interface AdminAppDependencies {
  /** The record of an exchange that was recorded elsewhere; it gets a number of the request log. */
  readonly describeForeign: (tenant: TenantRecord, entry: HarEntry) => RequestDetails;
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly feed: Feed;
  readonly logger: Logger;
  readonly jobs: Jobs;
  readonly checkRuns: CheckRuns;
  readonly responseQueue: ResponseQueue;
  /** Of this launch: who has it may use the API. */
  readonly adminKey: string;
  /** Origin of the SCIM listener on this machine. */
  readonly scimOrigin: string;
  readonly about: {
    readonly version: string;
    readonly startedAt: string;
    readonly runtime: string;
    readonly dataDir: string;
    readonly scimUrl: string;
    readonly adminUrl: string;
  };
  /** Settings as they were at the start, and those that an option decided instead. */
  readonly startedWith: {
    readonly settings: Settings;
    readonly overruled: readonly SettingKey[];
  };
  /** Gives an empty workspace what it has at its first start. */
  readonly seedWorkspace: () => void;
  /** The last ones of this run. */
  readonly logLines: () => readonly string[];
  /** Folder of the built UI. */
  readonly uiDir: string | undefined;
}
