// What a step of a scenario expects to see, with `see` as its kind. What is not named may be anything.
import { z } from 'zod';
import { JsonObject, JsonValue } from '../admin/json-schema.ts';
import { Operation } from '../admin/request-log.ts';
import { CycleType, JobStatusCode, QuarantineReason } from '../simulator/job.ts';
import { ProvisioningAction, ProvisioningStatus } from '../simulator/provisioning-log.ts';

const Label = z.string().trim().min(1).max(256);

/** A number, or the least of it. */
const Times = z.union([z.int().min(0), z.strictObject({ atLeast: z.int().min(1) })]);
export type Times = z.infer<typeof Times>;

/** From the beginning of the step, or of the scenario. */
const Since = z.enum(['step', 'scenario']).default('step');

const Presence = z.enum(['present', 'absent']).default('present');

/** Values by SCIM path, such as `emails[type eq "work"].value`; null: there is none. */
const ResourceAttributes = z.record(z.string(), JsonValue);

export const ScenarioExpectation = z.discriminatedUnion('see', [
  /** Of the scenario's tenant. */
  z.strictObject({
    see: z.literal('count'),
    of: z.enum(['users', 'activeUsers', 'groups', 'memberships']),
    is: z.int().min(0),
  }),
  /** A user in the tenant, by label of the person in the directory or by userName. */
  z.strictObject({
    see: z.literal('user'),
    user: Label,
    is: Presence,
    attributes: ResourceAttributes.default({}),
  }),
  z.strictObject({
    see: z.literal('group'),
    group: Label,
    is: Presence,
    /** Exactly these people, by label. */
    members: z.array(Label).optional(),
    memberCount: z.int().min(0).optional(),
    attributes: ResourceAttributes.default({}),
  }),
  /** Entries of the provisioning log. */
  z.strictObject({
    see: z.literal('log'),
    object: Label.optional(),
    action: ProvisioningAction.optional(),
    status: ProvisioningStatus.optional(),
    errorCode: z.string().optional(),
    skipReason: z.string().optional(),
    /** Part of the description of one of its steps. */
    says: z.string().optional(),
    times: Times.default({ atLeast: 1 }),
    since: Since,
  }),
  /** The last cycle. */
  z.strictObject({
    see: z.literal('cycle'),
    type: CycleType.optional(),
    state: z.enum(['Succeeded', 'Failed', 'EntryLevelErrors']).optional(),
    /** Entries of the log by action and status, such as `create/success: 3`. */
    outcomes: z.record(z.string(), z.int()).optional(),
    requests: Times.optional(),
  }),
  z.strictObject({
    see: z.literal('job'),
    code: JobStatusCode.optional(),
    schedule: z.enum(['Active', 'Disabled', 'Paused']).optional(),
    /** Null: it is in none. */
    quarantine: QuarantineReason.nullable().optional(),
    /** Connections of the job at the moment. */
    linkedUsers: z.int().optional(),
    linkedGroups: z.int().optional(),
  }),
  /** Settings of the job that are named, with what is in them. */
  z.strictObject({ see: z.literal('settings'), settings: JsonObject }),
  z.strictObject({
    see: z.literal('mapping'),
    object: z.enum(['users', 'groups']).default('users'),
    target: z.string(),
    /** Attribute, constant or expression. */
    source: z.string().optional(),
    /** Null: it is no matching attribute. */
    matchingPrecedence: z.int().nullable().optional(),
  }),
  z.strictObject({
    see: z.literal('mail'),
    /** Part of the subject or the text. */
    says: z.string().optional(),
    times: Times.default({ atLeast: 1 }),
    since: Since,
  }),
  /** What the tenant received. */
  z.strictObject({
    see: z.literal('requests'),
    method: z.string().optional(),
    path: z.string().startsWith('/').optional(),
    operation: Operation.optional(),
    status: z.union([z.int(), z.enum(['2xx', '4xx', '5xx'])]).optional(),
    /** Part of the JSON body. */
    body: JsonValue.optional(),
    times: Times.default({ atLeast: 1 }),
    since: Since,
  }),
  /** What came of the step's last `send`, `test-connection`, `provision-on-demand` or `discover`. */
  z.strictObject({
    see: z.literal('answer'),
    /** Of a `send`. */
    status: z.int().optional(),
    /** Of a `test-connection` or `provision-on-demand`. */
    succeeded: z.boolean().optional(),
    /** Part of the answer, as text. */
    says: z.string().optional(),
    /** Of a `discover`: people by kind. */
    discovered: z
      .strictObject({ local: z.int(), unassigned: z.int(), assigned: z.int() })
      .partial()
      .optional(),
  }),
  z.strictObject({
    see: z.literal('audit'),
    /** Part of the activity. */
    activity: z.string(),
    since: Since,
  }),
]);
export type ScenarioExpectation = z.infer<typeof ScenarioExpectation>;
export type ExpectationName = ScenarioExpectation['see'];
export type ExpectationOf<Name extends ExpectationName> = Extract<
  ScenarioExpectation,
  { see: Name }
>;
