// What a step of a scenario does: each is something that a person can do in this app, with `do` as its verb.
// People, groups and roles are named as a reader knows them; the runner finds them by that name.
import { z } from 'zod';
import { JsonObject, JsonValue } from '../admin/json-schema.ts';
import { ResetScope } from '../simulator/job.ts';
import { MappingType, ScopingFilter } from '../simulator/mapping.ts';

/** userPrincipalName (the part before the @ is enough) or displayName of a person, displayName of a group. */
const Label = z.string().trim().min(1).max(256);

/** One, several, or all whose name begins so: `staff*`. */
const Labels = z.union([Label, z.array(Label).min(1).max(1_000)]);

/** Attributes of the directory by their names; `manager` is a label, `extensions` has values by name. */
const Attributes = z.record(
  z.string(),
  z.union([
    z.string(),
    z.boolean(),
    z.array(z.string()),
    z.record(z.string(), z.string()),
    z.null(),
  ]),
);

/** Of a group: kind, securityEnabled, description, mail, mailNickname. */
const GroupAttributes = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]));

const MappedObjectName = z.enum(['users', 'groups']);

const directoryActions = [
  z.strictObject({
    do: z.literal('create-user'),
    /** Without an @ the domain of the scenario is added. */
    userPrincipalName: Label,
    displayName: Label,
    attributes: Attributes.default({}),
  }),
  /** Made-up people, the same for the same seed: `staff-001`, `staff-002`, … */
  z.strictObject({
    do: z.literal('create-users'),
    prefix: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and "-"')
      .max(40),
    count: z.int().min(1).max(1_000),
    attributes: Attributes.default({}),
  }),
  z.strictObject({ do: z.literal('change-user'), user: Label, attributes: Attributes }),
  /** Into the recycle bin. */
  z.strictObject({ do: z.literal('delete-user'), user: Label }),
  z.strictObject({ do: z.literal('restore-user'), user: Label }),
  /** For good: what happens 30 days after the deletion, or by hand. */
  z.strictObject({ do: z.literal('purge-user'), user: Label }),
  z.strictObject({
    do: z.literal('create-group'),
    displayName: Label,
    members: Labels.optional(),
    /** A security group unless they say otherwise. */
    attributes: GroupAttributes.default({}),
  }),
  z.strictObject({
    do: z.literal('change-group'),
    group: Label,
    attributes: GroupAttributes,
  }),
  z.strictObject({ do: z.literal('rename-group'), group: Label, displayName: Label }),
  z.strictObject({ do: z.literal('delete-group'), group: Label }),
  z.strictObject({ do: z.literal('restore-group'), group: Label }),
  z.strictObject({ do: z.literal('purge-group'), group: Label }),
  z.strictObject({ do: z.literal('add-members'), group: Label, members: Labels }),
  z.strictObject({ do: z.literal('remove-members'), group: Label, members: Labels }),
] as const;

const applicationActions = [
  z.strictObject({
    do: z.literal('create-role'),
    displayName: Label,
    value: z.string().nullable(),
  }),
  /** `role` is the displayName of an app role; `Default Access` is one of them. */
  z.strictObject({ do: z.literal('assign'), to: Labels, role: Label.default('User') }),
  /** The one role instead of all that it had. */
  z.strictObject({ do: z.literal('change-role'), of: Label, role: Label }),
  /** From every role, or from one. */
  z.strictObject({ do: z.literal('unassign'), from: Labels, role: Label.optional() }),
] as const;

const jobActions = [
  /** Pastes Tenant URL and Secret Token of the scenario's tenant. */
  z.strictObject({
    do: z.literal('connect'),
    /** Ends the Tenant URL with `?aadOptscim062020`. */
    flag: z.boolean().default(false),
    /** Instead of the tenant's own. */
    secretToken: z.string().optional(),
  }),
  z.strictObject({ do: z.literal('test-connection') }),
  /** *Settings* of the job by their names; groups of settings may be given in part. */
  z.strictObject({ do: z.literal('configure'), settings: JsonObject }),
  z.strictObject({
    do: z.literal('map-attribute'),
    object: MappedObjectName.default('users'),
    target: z.string().min(1),
    type: MappingType.default('Direct'),
    source: z.string().optional(),
    constant: z.string().optional(),
    expression: z.string().optional(),
    defaultValue: z.string().optional(),
    /** Null: it is no matching attribute; absent: as it was. */
    matchingPrecedence: z.int().min(1).nullable().optional(),
    apply: z.enum(['Always', 'ObjectAddOnly']).optional(),
  }),
  z.strictObject({
    do: z.literal('unmap-attribute'),
    object: MappedObjectName.default('users'),
    target: z.string().min(1),
  }),
  z.strictObject({
    do: z.literal('set-object'),
    object: MappedObjectName,
    enabled: z.boolean().optional(),
    create: z.boolean().optional(),
    update: z.boolean().optional(),
    delete: z.boolean().optional(),
  }),
  /** Scoping filters instead of those there are; none: all records. */
  z.strictObject({
    do: z.literal('set-scope'),
    object: MappedObjectName.default('users'),
    filters: z.array(ScopingFilter),
  }),
  /** *Provisioning Status* On. The first cycle follows at once and is waited for. */
  z.strictObject({ do: z.literal('start') }),
  z.strictObject({ do: z.literal('stop') }),
  z.strictObject({
    do: z.literal('restart'),
    reset: z.array(ResetScope).default(['Watermark', 'Escrows', 'QuarantineState']),
  }),
  /** Runs the next cycle now, whenever it is due, and waits for its end. */
  z.strictObject({ do: z.literal('run-cycle') }),
  /** Moves the virtual clock; cycles that fall due run, and are waited for. */
  z.strictObject({
    do: z.literal('jump'),
    minutes: z.number().min(0).default(0),
    hours: z.number().min(0).default(0),
    days: z.number().min(0).default(0),
  }),
  /** *Allow deletes* of a job that the guard has stopped. */
  z.strictObject({ do: z.literal('allow-deletes') }),
  z.strictObject({
    do: z.literal('provision-on-demand'),
    object: Label,
    /** Of a group: at most five. */
    members: z.array(Label).max(5).default([]),
  }),
  /** *Discover identities*. */
  z.strictObject({ do: z.literal('discover') }),
] as const;

const tenantActions = [
  /** The next requests of a kind are answered so instead of being served. */
  z.strictObject({
    do: z.literal('fail-next'),
    method: z.union([z.string(), z.array(z.string())]).optional(),
    /** Below the tenant's base URL; `*` stands for one segment. */
    path: z.string().startsWith('/').optional(),
    status: z.int().min(200).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: JsonValue.optional(),
    times: z.int().min(1).default(1),
  }),
  z.strictObject({ do: z.literal('stop-failing') }),
  z.strictObject({ do: z.literal('expire-token') }),
  /** A new Secret Token; the old one is refused from now on. `paste` gives it to the job. */
  z.strictObject({ do: z.literal('rotate-token'), paste: z.boolean().default(true) }),
  /** A SCIM request by hand, below the tenant's base URL. `{id:Adele Vance}` stands for a resource's id. */
  z.strictObject({
    do: z.literal('send'),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: z.string().startsWith('/'),
    body: JsonValue.optional(),
  }),
  /** Words only. */
  z.strictObject({ do: z.literal('note'), text: z.string().min(1).max(2_000) }),
] as const;

export const ScenarioAction = z.discriminatedUnion('do', [
  ...directoryActions,
  ...applicationActions,
  ...jobActions,
  ...tenantActions,
]);
export type ScenarioAction = z.infer<typeof ScenarioAction>;
export type ActionName = ScenarioAction['do'];
export type ActionOf<Name extends ActionName> = Extract<ScenarioAction, { do: Name }>;
