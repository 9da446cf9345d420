// Whether SCIM requests are served, and where. Memory of this run of the server: a new start serves.
import { z } from 'zod';

/** The tenants share one listener: a stopped one gets its connections closed without an answer. */
export const TenantServing = z.enum(['serving', 'paused', 'stopped']);
export type TenantServing = z.infer<typeof TenantServing>;

/**
 * `paused`: every SCIM request is answered with 503 and `Retry-After`. `stopped`: the SCIM listener is closed.
 * `port-in-use`: it is to be open, and another program has its port.
 */
export const ServingState = z.enum(['serving', 'paused', 'stopped', 'port-in-use']);
export type ServingState = z.infer<typeof ServingState>;

/** Why the database takes no changes: no room, not writable, or the disk reports errors. */
export const StorageProblem = z.enum(['full', 'read-only', 'failing']);
export type StorageProblem = z.infer<typeof StorageProblem>;

/** Of the disk that the workspace is on. */
export const DiskSpace = z.object({
  /** What this user may still fill. */
  freeBytes: z.int(),
  /** By the setting `server.lowDiskMegabytes`. */
  lowBelowBytes: z.int(),
  isLow: z.boolean(),
});
export type DiskSpace = z.infer<typeof DiskSpace>;

export const Serving = z.object({
  state: ServingState,
  /** Instant of the last change of the state. */
  since: z.string(),
  /** Of the SCIM listener on this machine: where it is open, or will be. */
  origin: z.url(),
  /** Those that are not served like the others. */
  tenants: z.array(z.object({ tenant: z.string(), state: TenantServing })),
  /** Why it is not open although it is to be: TLS cannot be served as it is set. In a sentence. */
  problem: z.string().nullable(),
  /** Who has the port, where the system tells. */
  portOwner: z.object({ pid: z.int(), name: z.string() }).nullable(),
  /** A write has failed, and none has succeeded since. */
  storage: z.object({ problem: StorageProblem, since: z.string() }).nullable(),
  /** As seen within the last minute; null where it is not known, as of a workspace in memory. */
  disk: DiskSpace.nullable(),
});
export type Serving = z.infer<typeof Serving>;

export const ServingStart = z.object({
  /** Where the port is taken: open the next one that is free. */
  useNextFreePort: z.boolean().default(false),
});
export type ServingStart = z.infer<typeof ServingStart>;

export const TenantServingChange = z.object({ state: TenantServing });
export type TenantServingChange = z.infer<typeof TenantServingChange>;

/** `Port 7643 is in use by nginx (process 812).` */
export function describeTakenPort({ origin, portOwner }: Serving): string {
  const port = origin.slice(origin.lastIndexOf(':') + 1);
  if (portOwner === null) return `Port ${port} is in use by another program.`;
  return `Port ${port} is in use by ${portOwner.name} (process ${portOwner.pid}).`;
}
