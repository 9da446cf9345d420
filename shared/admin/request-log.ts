// Request log: every exchange that reached the SCIM listener, rejected ones included.
import { z } from 'zod';
import { Finding, FindingCounts } from './finding.ts';
import { JsonObject, JsonValue } from './json-schema.ts';

/** Who seems to have sent a request, guessed from headers and form. `app` = this app's own test request. */
export const Source = z.enum([
  'entra',
  'okta',
  'onelogin',
  'google',
  'jumpcloud',
  'ping',
  'authentik',
  'sailpoint',
  'keycloak',
  'postman',
  'curl',
  'browser',
  'simulator',
  'app',
  'unknown',
]);
export type Source = z.infer<typeof Source>;

/** What a request meant; `sentence` in the summary says it in words. */
export const Operation = z.enum([
  'test-connection',
  'look-up',
  'list',
  'read',
  'create',
  'update',
  'replace',
  'activate',
  'deactivate',
  'delete',
  'rename',
  'add-members',
  'remove-members',
  'change-members',
  'set-manager',
  'clear-manager',
  'change-roles',
  'change-password',
  'check-reference',
  'bulk',
  'poll-events',
  'read-outcome',
  'read-discovery',
  'get-access-token',
  'open-landing-page',
  'rejected-token',
  'rejected-path',
  'rejected-method',
  'rejected-media-type',
  'rejected-body',
  'rejected-http',
  'unknown',
]);
export type Operation = z.infer<typeof Operation>;

/** Labels 1 to 6; the UI gives them their colours and names. */
export const Colour = z.int().min(1).max(6);

export const RequestSummary = z.object({
  /** Order of arrival, unique in the workspace. */
  id: z.int(),
  /** Slug of the tenant; null when the path named none. */
  tenant: z.string().nullable(),
  /** ISO 8601 instant of arrival. */
  at: z.string(),
  durationMs: z.number(),
  method: z.string(),
  /** Path as received, without the query. */
  path: z.string(),
  /** Query as received, without `?`; empty when there is none. */
  query: z.string(),
  /** HTTP status; 0 when the peer went away before the answer. */
  status: z.int(),
  scimType: z.string().nullable(),
  operation: Operation,
  sentence: z.string(),
  source: Source,
  /** Name of the token, OAuth client or trusted issuer that it was sent with, also of one that has expired. */
  tokenName: z.string().nullable(),
  resourceType: z.string().nullable(),
  resourceId: z.string().nullable(),
  /** userName or displayName of the resource, when known. */
  resourceName: z.string().nullable(),
  requestBytes: z.int(),
  responseBytes: z.int(),
  findings: FindingCounts,
  /** As the socket tells; behind a tunnel, the tunnel's. */
  remoteAddress: z.string(),
  /** Of the same socket; null where it is not known. */
  remotePort: z.int().nullable(),
  /** The connection that it came on, by the number of the first request on it; null where it is not known. */
  connection: z.int().nullable(),
  /** Such as `1.1`. */
  httpVersion: z.string(),
  userAgent: z.string().nullable(),
  /** What the client itself calls this request: `client-request-id`, `x-request-id` and the like. */
  clientRequestId: z.string().nullable(),
  /** Job and cycle of the Entra simulator that sent it, by the entry of the provisioning logs; null: none, or the entry is not
   *  written yet, which is when the object that it is about is done with. */
  jobId: z.string().nullable(),
  cycleId: z.string().nullable(),
  /** No earlier request on this resource was in the log when this one came. */
  isFirst: z.boolean(),
  /** The same method, path, query and body failed within the last 10 minutes: the id of that attempt. */
  retryOf: z.int().nullable(),
  /** Read from a file: recorded elsewhere, and not executed here. */
  isImported: z.boolean(),
  /** What people put on it. A pinned request is kept when old ones are pruned. */
  isPinned: z.boolean(),
  note: z.string().nullable(),
  colour: Colour.nullable(),
});
export type RequestSummary = z.infer<typeof RequestSummary>;

export const AttributeChange = z.object({
  /** Attribute path, such as `name.givenName` or `urn:…:User:department`; whole attribute for multi-valued ones. */
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: JsonValue.optional(),
  after: JsonValue.optional(),
});
export type AttributeChange = z.infer<typeof AttributeChange>;

/** One resource that a request changed. `before` and `after` leave Group `members` out; `changes` tells those. */
export const Effect = z.object({
  action: z.enum(['created', 'updated', 'deleted', 'unchanged']),
  resourceType: z.string(),
  resourceId: z.string(),
  resourceName: z.string().nullable(),
  before: JsonObject.nullable(),
  after: JsonObject.nullable(),
  changes: z.array(AttributeChange),
});
export type Effect = z.infer<typeof Effect>;

/** A body as received or sent. `text` is cut at the recording limit, `bytes` is the full size. */
export const RecordedBody = z.object({ text: z.string(), bytes: z.int(), truncated: z.boolean() });
export type RecordedBody = z.infer<typeof RecordedBody>;

/** Header names and values in order, secrets masked to their last 4 characters. */
export const RecordedHeaders = z.array(z.tuple([z.string(), z.string()]));
export type RecordedHeaders = z.infer<typeof RecordedHeaders>;

/** In the order of the request: its bytes come in, it is let in, led to its endpoint, read as JSON, … */
export const PhaseName = z.enum([
  'receive',
  'authenticate',
  'route',
  'parse',
  'apply',
  'commit',
  'serialise',
]);
export type PhaseName = z.infer<typeof PhaseName>;

export const Timeline = z.object({
  /** Measured; a phase that the request did not get to is not there. */
  phases: z.array(z.object({ name: PhaseName, durationMs: z.number() })),
  /** From the arrival of the request before it in the same tenant; null for the first in the log. */
  gapMs: z.number().nullable(),
});
export type Timeline = z.infer<typeof Timeline>;

export const RequestDetails = RequestSummary.extend({
  requestHeaders: RecordedHeaders,
  requestBody: RecordedBody,
  responseHeaders: RecordedHeaders,
  responseBody: RecordedBody,
  effects: z.array(Effect),
  /** What is off: request before response. */
  findingList: z.array(Finding),
  /** Why the source was guessed, in words. */
  sourceReason: z.string(),
  timeline: Timeline,
});
export type RequestDetails = z.infer<typeof RequestDetails>;
