// What a test asks of a tenant: which requests it received, to be told when one arrives, what to answer next, and a
// fresh start. Every tenant has its own log, queue and resources, so tests that run side by side take one each.
import { z } from 'zod';
import { PresetName, ProfileOverrides } from '../scim/profile/profile-setting.ts';
import { JsonObject, JsonValue } from './json-schema.ts';
import { Operation, RequestDetails, RequestSummary, Source } from './request-log.ts';
import { RequestFilterText } from './request-filter-text.ts';
import { Removal, TenantSlug } from './tenant-life.ts';
import { Connection, Tenant } from './tenant.ts';
import { SeedPreset } from './transfer.ts';

const MAX_TIMEOUT_MS = 120_000;

/** A status, or a class of them. */
const Status = z.union([z.int().min(0).max(999), z.enum(['1xx', '2xx', '3xx', '4xx', '5xx'])]);

/** Conditions on what came over the wire; all of them must hold. A misspelt one is refused. */
export const WireMatcher = z.strictObject({
  /** One method, or any of several. */
  method: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Below the tenant's base URL, such as `/Users` or `/Users/*`; `*` stands for one segment, `**` for any number. */
  path: z.string().max(1000).startsWith('/').optional(),
  /** Query parameters, decoded: each must be there with this value. */
  query: z.record(z.string(), z.string()).optional(),
  /** Header fields, names in any case; the log has secrets masked. */
  headers: z.record(z.string(), z.string()).optional(),
  /** Part of the JSON body: members that are left out may be anything, array items may stand in any order among others. */
  body: JsonValue.optional(),
});
export type WireMatcher = z.infer<typeof WireMatcher>;

/** Conditions on a recorded request; all of them must hold. `{}` matches every request. */
export const RequestMatcher = WireMatcher.extend({
  /** In the filter language of the request list, such as `op:deactivate status:4xx user:ada`. */
  filter: RequestFilterText.optional(),
  /** What it meant, such as `deactivate`; one or any of several. */
  operation: z.union([Operation, z.array(Operation).min(1)]).optional(),
  /** HTTP status of the answer, such as 201 or `4xx`; one or any of several. */
  status: z.union([Status, z.array(Status).min(1)]).optional(),
  scimType: z.string().optional(),
  source: z.union([Source, z.array(Source).min(1)]).optional(),
  resourceType: z.string().optional(),
  resourceId: z.string().optional(),
  /** userName or displayName of the resource. */
  resourceName: z.string().optional(),
  /** Id of a finding rule that found something in it. */
  finding: z.string().optional(),
  /** Part of the JSON body of the answer, as for `body`. */
  responseBody: JsonValue.optional(),
});
export type RequestMatcher = z.infer<typeof RequestMatcher>;

/** Requests with a greater id only, which is the order of arrival: 0 = all that the log still has. */
const since = z.int().min(0).default(0);

export const RequestMark = z.object({
  /** Id of the newest request that has arrived: what comes later has a greater one. */
  lastId: z.int(),
});
export type RequestMark = z.infer<typeof RequestMark>;

export const CountOrder = z.object({ match: RequestMatcher.default({}), since });
export type CountOrder = z.infer<typeof CountOrder>;

export const RequestCount = RequestMark.extend({ count: z.int() });
export type RequestCount = z.infer<typeof RequestCount>;

export const FindOrder = CountOrder.extend({ limit: z.int().min(1).max(500).default(100) });
export type FindOrder = z.infer<typeof FindOrder>;

/** The first that match, in the order of arrival. */
export const FoundRequests = RequestMark.extend({ requests: z.array(RequestDetails) });
export type FoundRequests = z.infer<typeof FoundRequests>;

const timeoutMs = z.int().min(0).max(MAX_TIMEOUT_MS).default(5_000);

export const WaitOrder = CountOrder.extend({
  /** So many must match. */
  count: z.int().min(1).max(500).default(1),
  timeoutMs,
});
export type WaitOrder = z.infer<typeof WaitOrder>;

/** A condition that a request did not meet. */
export const FailedCondition = z.object({
  /** Such as `method`, or the place in a body: `body.Operations[0].value`. */
  condition: z.string(),
  expected: JsonValue,
  /** null where there is nothing. */
  actual: JsonValue,
});
export type FailedCondition = z.infer<typeof FailedCondition>;

export const NearMiss = z.object({
  request: RequestSummary,
  failed: z.array(FailedCondition),
});
export type NearMiss = z.infer<typeof NearMiss>;

export const Wait = z.discriminatedUnion('kind', [
  RequestMark.extend({
    kind: z.literal('seen'),
    requests: z.array(RequestDetails),
    waitedMs: z.number(),
  }),
  RequestMark.extend({
    kind: z.literal('not-seen'),
    /** Fewer than were asked for. */
    requests: z.array(RequestDetails),
    waitedMs: z.number(),
    /** Requests since the mark that did not match, the closest first. */
    nearMisses: z.array(NearMiss),
    /** What was waited for and what came instead, in words, over several lines. */
    message: z.string(),
  }),
]);
export type Wait = z.infer<typeof Wait>;

export const ResourceWaitOrder = z.object({
  /** SCIM filter (RFC 7644 §3.4.2.2); empty = all. */
  filter: z.string().default(''),
  /** Exactly so many resources; absent = at least one. */
  count: z.int().min(0).optional(),
  timeoutMs,
});
export type ResourceWaitOrder = z.infer<typeof ResourceWaitOrder>;

export const ResourceWait = z.object({
  kind: z.enum(['reached', 'not-reached']),
  totalResults: z.int(),
  /** The first of them, without members of groups. */
  resources: z.array(JsonObject),
  waitedMs: z.number(),
});
export type ResourceWait = z.infer<typeof ResourceWait>;

/** Framing is the server's. @see RFC 9110 §5.1 */
const HeaderName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'must be the name of a header field')
  .refine(
    (name) => !/^(?:content-length|transfer-encoding|connection)$/i.test(name),
    'is set by the server',
  );
const HeaderValue = z
  .string()
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'must be the value of a header field');

export const QueuedResponseOrder = z.strictObject({
  /** Which requests it may answer; absent = any. */
  match: WireMatcher.default({}),
  /** Absent = the request is served as usual, after the delay. */
  status: z.int().min(200).max(599).optional(),
  headers: z.record(HeaderName, HeaderValue).default({}),
  /** An object is sent as JSON, text as it is. */
  body: JsonValue.optional(),
  delayMs: z.int().min(0).max(MAX_TIMEOUT_MS).default(0),
  /** So many requests are answered by it. */
  times: z.int().min(1).max(100_000).default(1),
});
export type QueuedResponseOrder = z.infer<typeof QueuedResponseOrder>;

export const QueuedResponse = QueuedResponseOrder.extend({
  id: z.string(),
  /** Times that are left. */
  left: z.int(),
});
export type QueuedResponse = z.infer<typeof QueuedResponse>;

/** In the order in which they are used. */
export const QueuedResponseList = z.object({ responses: z.array(QueuedResponse) });
export type QueuedResponseList = z.infer<typeof QueuedResponseList>;

/**
 * Name, tokens, profile and schemas of the tenant stay. Unless `snapshot` says otherwise, one of the workspace is taken
 * first.
 */
export const ResetOrder = z.object({
  resources: z.boolean().default(true),
  requests: z.boolean().default(true),
  responses: z.boolean().default(true),
  snapshot: z.boolean().default(true),
});
export type ResetOrder = z.infer<typeof ResetOrder>;

export const ResetOutcome = Removal.extend({ responses: z.int() });
export type ResetOutcome = z.infer<typeof ResetOutcome>;

export const SetUpOrder = z.strictObject({
  /** Of a tenant to make; absent = one is found. It must be free. */
  slug: TenantSlug.optional(),
  name: z.string().trim().min(1).max(100).default('Test tenant'),
  preset: PresetName.optional(),
  /** Switches that differ from the preset. */
  overrides: ProfileOverrides.optional(),
  /** Its secret token; absent = one is made. */
  token: z.string().min(1).max(1000).optional(),
  seed: SeedPreset.optional(),
  users: z.array(JsonObject).max(1000).default([]),
  /** A member's `value` may be `bulkId:` and the userName of a user, or the displayName of a group, given here. */
  groups: z.array(JsonObject).max(1000).default([]),
});
export type SetUpOrder = z.infer<typeof SetUpOrder>;

export const SetUpOutcome = RequestMark.extend({
  tenant: Tenant,
  connection: Connection,
  /** As stored, in the order given. */
  users: z.array(JsonObject),
  groups: z.array(JsonObject),
});
export type SetUpOutcome = z.infer<typeof SetUpOutcome>;
