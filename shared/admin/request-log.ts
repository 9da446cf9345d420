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
  'unknown',
]);
export type Operation = z.infer<typeof Operation>;

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
  remoteAddress: z.string(),
});
export type RequestDetails = z.infer<typeof RequestDetails>;

/** A page in rising order of `id`. `before` pages back, `after` pages on; neither = the newest. */
export const RequestQuery = z.object({
  /** Slug: the requests of this tenant and those that named none; absent = all of the workspace. */
  tenant: z.string().optional(),
  before: z.coerce.number().int().optional(),
  after: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  /** Words that must all occur in sentence, path, query, method, status, source, token name or resource name (case-insensitive). */
  text: z.string().default(''),
  /** Id of a finding rule: only requests that it has found something in. */
  rule: z.string().optional(),
});
export type RequestQuery = z.infer<typeof RequestQuery>;

export const RequestPage = z.object({
  requests: z.array(RequestSummary),
  /** More rows exist before the first / after the last of this page (under the same text). */
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
  /** All rows that match. */
  total: z.int(),
});
export type RequestPage = z.infer<typeof RequestPage>;
