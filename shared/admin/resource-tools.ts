// The past of a resource, what a client would be shown of it, the values that occur, and changes of many at once.
import { z } from 'zod';
import { JsonObject, JsonValue } from './json-schema.ts';
import { AttributeChange } from './request-log.ts';
import { ChangeOrigin, Revision, StoredResource } from './resource.ts';

/** A resource as it was after a revision. */
export const RevisionDocument = z.object({
  revision: Revision,
  /** Without `meta`; of a group with its members as far as there are no more than 1,000. null after a deletion. */
  document: JsonObject.nullable(),
  memberCount: z.int().nullable(),
  /** Attribute paths whose value of then is not known: secrets that were changed since. */
  unknown: z.array(z.string()),
});
export type RevisionDocument = z.infer<typeof RevisionDocument>;

export const RestoreRequest = z.object({ version: z.int().min(1) });
export type RestoreRequest = z.infer<typeof RestoreRequest>;

export const RestoreResult = z.object({
  stored: StoredResource,
  /** What could not be brought back, in words. */
  leftOut: z.array(z.string()),
});
export type RestoreResult = z.infer<typeof RestoreResult>;

/** Which change gave an attribute the value that it has. */
export const AttributeBlame = ChangeOrigin.extend({
  /** `name.givenName`, `urn:…:User:department`; the whole attribute for multi-valued ones. */
  path: z.string(),
  /** Place in the list, from 0, of an element of a multi-valued attribute. */
  element: z.int().nullable(),
});
export type AttributeBlame = z.infer<typeof AttributeBlame>;

export const BlameList = z.object({ attributes: z.array(AttributeBlame) });
export type BlameList = z.infer<typeof BlameList>;

/** As in the URL of a SCIM request, separated by commas. @see RFC 7644 §3.9 */
export const ReturnedQuery = z.object({
  attributes: z.string().default(''),
  excludedAttributes: z.string().default(''),
});
export type ReturnedQuery = z.infer<typeof ReturnedQuery>;

/** What a SCIM client is answered, under the tenant's own profile. */
export const ReturnedResource = z.object({ status: z.int(), body: JsonValue });
export type ReturnedResource = z.infer<typeof ReturnedResource>;

export const ValueQuery = z.object({
  /** Attribute path without a value filter, such as `emails.type`. */
  attribute: z.string().min(1),
  /** Values that begin with it, whatever their case. */
  prefix: z.string().default(''),
});
export type ValueQuery = z.infer<typeof ValueQuery>;

export const ValueList = z.object({
  /** At most twenty: of attributes that have an index the first of them all, else the most frequent of the newest resources. */
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});
export type ValueList = z.infer<typeof ValueList>;

export const DeletedQuery = z.object({
  /** A part of the name, whatever its case, or a whole id; empty = all. */
  text: z.string().default(''),
  /** What the page before called `next`. */
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeletedQuery = z.infer<typeof DeletedQuery>;

export const DeletedResource = ChangeOrigin.pick({
  at: true,
  requestId: true,
  source: true,
  tokenName: true,
}).extend({
  id: z.string(),
  /** userName or displayName at its end; its id where it had none. */
  name: z.string(),
  /** The version to restore; null where nothing is known of its past. */
  version: z.int().nullable(),
});
export type DeletedResource = z.infer<typeof DeletedResource>;

/** The last deleted first; `next` is null on the last page. */
export const DeletedPage = z.object({
  deleted: z.array(DeletedResource),
  next: z.int().nullable(),
  /** On all pages. */
  total: z.int(),
});
export type DeletedPage = z.infer<typeof DeletedPage>;

/** Which of the deleted resources a purge is for. */
export const PurgeSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(z.string()).min(1).max(100_000) }),
  /** Those that a list with this text shows; empty = all of the type. */
  z.object({ kind: z.literal('all'), text: z.string().default('') }),
]);
export type PurgeSelection = z.infer<typeof PurgeSelection>;

export const PurgeOrder = z.object({
  selection: PurgeSelection,
  /** Takes a snapshot of the workspace first. Without one there is no way back. */
  snapshot: z.boolean().default(true),
});
export type PurgeOrder = z.infer<typeof PurgeOrder>;

/** Which resources a change is for. */
export const BulkSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(z.string()).min(1).max(100_000) }),
  /** SCIM filter; empty = all. */
  z.object({ kind: z.literal('filter'), filter: z.string() }),
]);
export type BulkSelection = z.infer<typeof BulkSelection>;

export const BulkChange = z.discriminatedUnion('kind', [
  /** The Operations of a PatchOp message. */
  z.object({ kind: z.literal('patch'), operations: z.array(JsonObject).min(1).max(50) }),
  z.object({ kind: z.literal('delete') }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

export const BulkEdit = z.object({ selection: BulkSelection, change: BulkChange });
export type BulkEdit = z.infer<typeof BulkEdit>;

/** What a change of many would do, tried on the first of them and taken back. */
export const BulkPlan = z.object({
  /** All that are selected. */
  selected: z.int(),
  /** How many of them were tried: at most 200. */
  tried: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** The first that change. */
  examples: z.array(
    z.object({ id: z.string(), name: z.string(), changes: z.array(AttributeChange) }),
  ),
  /** Why the first ones are refused. */
  refusals: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
});
export type BulkPlan = z.infer<typeof BulkPlan>;
