// Routes of provisioning jobs. An application has one job, which the routes address by the application.
// Progress comes by the live event `job-changed`.
import { z } from 'zod';
import { CycleExecution, JobCredentials, JobSettings, JobStatus, JobTarget } from './job.ts';
import {
  ClockJump,
  ConnectionPage,
  ConnectionQuery,
  ConnectionTestOrder,
  ConnectionTestResult,
  DiscoveryOrder,
  DiscoveryResult,
  ListedEscrow,
  FailedProbe,
  JobDetails,
  ObjectConnection,
  OnDemandOrder,
  OnDemandResult,
  RestartOrder,
  RunningCycle,
  SimulatorClock,
  SimulatorClockSetting,
} from './job-run.ts';
import { SynchronizationSchema } from './mapping.ts';

const nothing = z.object({});
const application = z.object({ application: z.uuid() });
const job = '/api/applications/:application/job';

export const jobRoutes = {
  getProvisioningJob: {
    method: 'GET',
    path: job,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: JobDetails,
  },
  /** They take effect with the next cycle; of a switch between *assigned* and *all* see `awaitsRestart` of the status. */
  putJobSettings: {
    method: 'PUT',
    path: `${job}/settings`,
    params: application,
    query: nothing,
    body: JobSettings,
    response: JobDetails,
  },
  /** Takes effect with the next cycle. */
  putJobTarget: {
    method: 'PUT',
    path: `${job}/target`,
    params: application,
    query: nothing,
    body: JobTarget,
    response: JobDetails,
  },
  /** A secret that comes masked as it was answered stays what it is. Takes effect with the next cycle. */
  putJobCredentials: {
    method: 'PUT',
    path: `${job}/credentials`,
    params: application,
    query: nothing,
    body: JobCredentials,
    response: JobDetails,
  },
  getJobSchema: {
    method: 'GET',
    path: `${job}/schema`,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: SynchronizationSchema,
  },
  /** Takes effect with the next cycle, which is an initial one; a cycle under way ends by the mappings that it began with. */
  putJobSchema: {
    method: 'PUT',
    path: `${job}/schema`,
    params: application,
    query: nothing,
    body: SynchronizationSchema,
    response: SynchronizationSchema,
  },
  /** *Test Connection*: the probes that open every activity. What the target answers is the result, never an error. */
  testJobConnection: {
    method: 'POST',
    path: `${job}/test-connection`,
    params: application,
    query: nothing,
    body: ConnectionTestOrder.default({}),
    response: ConnectionTestResult,
  },
  /** Of all applications; they come further by the live event `job-changed`. */
  listRunningCycles: {
    method: 'GET',
    path: '/api/simulator/running-cycles',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ cycles: z.array(RunningCycle) }),
  },
  /** JWK Set (RFC 7517 §5): signs the token that a job sends where its Secret Token is left blank. */
  getEntraKeys: {
    method: 'GET',
    path: '/api/simulator/keys',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ keys: z.array(z.record(z.string(), z.string())) }),
  },
  getSimulatorClock: {
    method: 'GET',
    path: '/api/simulator/clock',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: SimulatorClock,
  },
  putSimulatorClock: {
    method: 'PUT',
    path: '/api/simulator/clock',
    params: nothing,
    query: nothing,
    body: SimulatorClockSetting,
    response: SimulatorClock,
  },
} as const;

/** What a job does. */
export const jobRunRoutes = {
  getJobStatus: {
    method: 'GET',
    path: `${job}/status`,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: JobStatus,
  },
  /** Newest first. */
  listJobCycles: {
    method: 'GET',
    path: `${job}/cycles`,
    params: application,
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
    body: z.undefined(),
    response: z.object({ cycles: z.array(CycleExecution) }),
  },
  /** The connection test that opens a cycle, where it ended it; else null: the provisioning log has the requests of
   *  objects. */
  getFailedProbe: {
    method: 'GET',
    path: `${job}/cycles/:cycle/failed-probe`,
    params: application.extend({ cycle: z.uuid() }),
    query: nothing,
    body: z.undefined(),
    response: z.object({ probe: FailedProbe.nullable() }),
  },
  /** *Start provisioning*: from the watermark, or with an initial cycle. `conflict` while it is not configured. */
  startJob: {
    method: 'POST',
    path: `${job}/start`,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: JobStatus,
  },
  /** The cycle under way ends first; then the job is paused. */
  stopJob: {
    method: 'POST',
    path: `${job}/stop`,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: JobStatus,
  },
  restartJob: {
    method: 'POST',
    path: `${job}/restart`,
    params: application,
    query: nothing,
    body: RestartOrder.prefault({}),
    response: JobStatus,
  },
  /** *Allow deletes*: restarts, and carries out what the accidental deletion guard held back. */
  allowJobDeletes: {
    method: 'POST',
    path: `${job}/allow-deletes`,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: JobStatus,
  },
  /** One cycle now, whatever the schedule says; the answer comes when it has begun. `conflict` while one is under way. */
  runJobCycle: {
    method: 'POST',
    path: `${job}/run-cycle`,
    params: application,
    query: nothing,
    body: z.object({ wait: z.boolean().default(false) }).prefault({}),
    response: JobStatus,
  },
  /** Ends the cycle under way after the requests that are; its watermark is not stored. */
  cancelJobCycle: {
    method: 'POST',
    path: `${job}/cancel`,
    params: application,
    query: nothing,
    body: z.undefined(),
    response: JobStatus,
  },
  provisionOnDemand: {
    method: 'POST',
    path: `${job}/provision-on-demand`,
    params: application,
    query: nothing,
    body: OnDemandOrder,
    response: OnDemandResult,
  },
  /** *Account discovery*: reads every user of the target. */
  discoverAccounts: {
    method: 'POST',
    path: `${job}/discover-accounts`,
    params: application,
    query: nothing,
    body: DiscoveryOrder.prefault({}),
    response: DiscoveryResult,
  },
  listConnections: {
    method: 'GET',
    path: `${job}/connections`,
    params: application,
    query: ConnectionQuery,
    body: z.undefined(),
    response: ConnectionPage,
  },
  /** By the objectId of the directory or, where no object has that, the id in the target. */
  getObjectConnection: {
    method: 'GET',
    path: `${job}/connections/:source`,
    params: application.extend({ source: z.string() }),
    query: nothing,
    body: z.undefined(),
    response: ObjectConnection,
  },
  /** By either id, too. The next cycle matches the object anew. `conflict` unless the job is paused or disabled; deleting twice is no error. */
  deleteObjectConnection: {
    method: 'DELETE',
    path: `${job}/connections/:source`,
    params: application.extend({ source: z.string() }),
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
  listEscrows: {
    method: 'GET',
    path: `${job}/escrows`,
    params: application,
    query: z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(200) }),
    body: z.undefined(),
    response: z.object({ total: z.int(), escrows: z.array(ListedEscrow) }),
  },
  /** Moves virtual time and answers when the cycles that became due have ended. */
  jumpSimulatorClock: {
    method: 'POST',
    path: '/api/simulator/clock/jump',
    params: nothing,
    query: nothing,
    body: ClockJump,
    response: SimulatorClock,
  },
} as const;
