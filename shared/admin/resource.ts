// Stored users and groups as the UI lists and edits them. Writes go through the SCIM engine.
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';
import { AttributeChange, Source } from './request-log.ts';

export const ResourceTypeName = z.enum(['User', 'Group']);
export type ResourceTypeName = z.infer<typeof ResourceTypeName>;

export const ResourceQuery = z.object({
  /** SCIM filter (RFC 7644 §3.4.2.2); empty = all. */
  filter: z.string().default(''),
  startIndex: z.coerce.number().int().min(1).default(1),
  count: z.coerce.number().int().min(0).max(1000).default(100),
  /** Attribute path; empty = in the order of creation. @see RFC 7644 §3.4.2.3 */
  sortBy: z.string().default(''),
  sortOrder: z.enum(['ascending', 'descending']).default('ascending'),
});
export type ResourceQuery = z.infer<typeof ResourceQuery>;

/** Who made a change: a request, as far as the log still has it, or a person in this app. */
export const ChangeOrigin = z.object({
  version: z.int(),
  at: z.string(),
  action: z.enum(['create', 'replace', 'patch', 'delete']),
  /** The request that made it; null when it was made in the UI. */
  requestId: z.int().nullable(),
  /** Of that request; null when the request log has it no more. */
  source: Source.nullable(),
  tokenName: z.string().nullable(),
});
export type ChangeOrigin = z.infer<typeof ChangeOrigin>;

/** A resource with Group `members` left out, and their number instead. */
export const StoredResource = z.object({
  resource: JsonObject,
  memberCount: z.int().nullable(),
  /** null where nothing is known of its past, as in an imported tenant. */
  lastChange: ChangeOrigin.nullable(),
});
export type StoredResource = z.infer<typeof StoredResource>;

export const ResourcePage = z.object({
  totalResults: z.int(),
  startIndex: z.int(),
  resources: z.array(StoredResource),
});
export type ResourcePage = z.infer<typeof ResourcePage>;

export const MemberQuery = z.object({
  /** Members whose name or id contains it; empty = all. */
  text: z.string().default(''),
  startIndex: z.coerce.number().int().min(1).default(1),
  count: z.coerce.number().int().min(0).max(1000).default(100),
});
export type MemberQuery = z.infer<typeof MemberQuery>;

export const Member = z.object({
  value: z.string(),
  display: z.string().nullable(),
  type: z.enum(['User', 'Group']).nullable(),
});
export type Member = z.infer<typeof Member>;

export const MemberPage = z.object({
  totalResults: z.int(),
  startIndex: z.int(),
  members: z.array(Member),
});
export type MemberPage = z.infer<typeof MemberPage>;

export const Revision = ChangeOrigin.extend({ changes: z.array(AttributeChange) });
export type Revision = z.infer<typeof Revision>;

/** Newest first. */
export const ResourceHistory = z.object({ revisions: z.array(Revision) });
export type ResourceHistory = z.infer<typeof ResourceHistory>;
