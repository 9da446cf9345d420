// The tenants of a workspace as a list: made, copied, renamed, emptied, deleted.
import { z } from 'zod';
import { Snapshot } from './snapshot.ts';
import { PresetName } from '../scim/profile/profile-setting.ts';
import { Tenant } from './tenant.ts';

/** Part of the base URL, `/t/<slug>/scim/v2`. */
export const TenantSlug = z
  .string()
  .max(40)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
    'must be lower-case letters, digits and "-", with a letter or digit at both ends',
  );

const name = z.string().trim().min(1).max(100);

export const TenantList = z.object({ tenants: z.array(Tenant) });
export type TenantList = z.infer<typeof TenantList>;

export const TenantCreation = z.object({
  slug: TenantSlug,
  name,
  /** Of the behaviour profile; absent = that of the default tenant's first start. */
  preset: PresetName.optional(),
});
export type TenantCreation = z.infer<typeof TenantCreation>;

/** Settings, profile and schemas come along; tokens, OAuth clients, history and the request log do not. */
export const TenantCopy = z.object({
  slug: TenantSlug,
  name: name.optional(),
  /** Whether users, groups and other resources come along, with their ids. */
  withData: z.boolean().default(false),
});
export type TenantCopy = z.infer<typeof TenantCopy>;

/** The default tenant keeps its slug, because its base URL holds none. */
export const TenantRename = z.object({ slug: TenantSlug.optional(), name: name.optional() });
export type TenantRename = z.infer<typeof TenantRename>;

/** Whether a snapshot of the workspace is taken first; tests that clean up after themselves want none. */
const TakesSnapshot = z.boolean().default(true);

export const TenantEmptying = z.object({
  /** Users, groups, resources of its own types, and their history. */
  resources: z.boolean().default(true),
  /** Its part of the request log. */
  requests: z.boolean().default(true),
  snapshot: TakesSnapshot,
});
export type TenantEmptying = z.infer<typeof TenantEmptying>;

export const Removed = z.object({ resources: z.int(), requests: z.int() });
export type Removed = z.infer<typeof Removed>;

export const TenantDeletionQuery = z.object({ snapshot: z.stringbool().default(true) });

/** `before`: the snapshot of what was there before, where one was taken. */
export const Removal = Removed.extend({ before: Snapshot.nullable() });
export type Removal = z.infer<typeof Removal>;
