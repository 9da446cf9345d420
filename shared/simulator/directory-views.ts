// What the routes of the simulated directory take and answer. @see ./directory-routes.ts
import { z } from 'zod';
import { SeedLocale } from '../admin/transfer.ts';
import {
  DirectoryGroup,
  DirectoryGroupSetting,
  DirectoryObjectType,
  DirectoryUser,
  DirectoryUserSetting,
} from './directory.ts';

const page = {
  /** objectId of the last object of the page before: this page begins after it. */
  after: z.uuid().optional(),
  /** Objects to be passed over from there. */
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
};

export const SortOrder = z.enum(['ascending', 'descending']);

export const DirectoryUserSort = z.enum([
  'displayName',
  'userPrincipalName',
  'department',
  'createdDateTime',
]);
export type DirectoryUserSort = z.infer<typeof DirectoryUserSort>;

export const DirectoryUserState = z.enum(['all', 'enabled', 'disabled', 'deleted']);
export type DirectoryUserState = z.infer<typeof DirectoryUserState>;

export const DirectoryUserQuery = z.object({
  /** Part of a name, the user principal name or the mail. */
  text: z.string().max(200).default(''),
  /** `deleted`: the recycle bin; it is in none of the others. */
  state: DirectoryUserState.default('all'),
  userType: DirectoryUserSetting.shape.userType.optional(),
  sort: DirectoryUserSort.default('displayName'),
  order: SortOrder.default('ascending'),
  ...page,
});

export const DirectoryUserPage = z.object({ total: z.int(), users: z.array(DirectoryUser) });
export type DirectoryUserPage = z.infer<typeof DirectoryUserPage>;

export const DirectoryGroupQuery = z.object({
  text: z.string().max(200).default(''),
  state: z.enum(['all', 'deleted']).default('all'),
  kind: DirectoryGroupSetting.shape.kind.optional(),
  order: SortOrder.default('ascending'),
  ...page,
});

export const ListedGroup = DirectoryGroup.extend({ memberCount: z.int() });
export type ListedGroup = z.infer<typeof ListedGroup>;

export const DirectoryGroupPage = z.object({ total: z.int(), groups: z.array(ListedGroup) });
export type DirectoryGroupPage = z.infer<typeof DirectoryGroupPage>;

/** A user or a group by name. */
export const DirectoryPrincipal = z.object({
  objectId: z.uuid(),
  objectType: DirectoryObjectType,
  displayName: z.string(),
  /** Of a user. */
  userPrincipalName: z.string().nullable(),
});
export type DirectoryPrincipal = z.infer<typeof DirectoryPrincipal>;

export const DirectoryUserDetails = z.object({
  user: DirectoryUser,
  manager: DirectoryPrincipal.nullable(),
  /** Those it is a direct member of, by name. */
  groups: z.array(DirectoryPrincipal),
});
export type DirectoryUserDetails = z.infer<typeof DirectoryUserDetails>;

/** `alias@domain`, without blanks. */
const principalName = DirectoryUserSetting.shape.userPrincipalName.regex(
  /^[^\s@]+@[^\s@]+$/,
  'A user principal name is an alias, "@" and a domain, without blanks.',
);
const displayName = DirectoryUserSetting.shape.displayName.trim().min(1);

type ExactPartial<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]>;
};

/** Each member may be left out, and is never undefined; another one is a slip that is told. */
function exactPartial<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  const members = Object.entries(schema.shape).map(([name, type]) => [
    name,
    z.exactOptional(type as z.ZodType), // every member of a zod shape is one
  ]);
  return z.strictObject(Object.fromEntries(members) as ExactPartial<Shape>); // the same names
}

/** What is not said has no value; the account is enabled and the user a member. */
export const NewDirectoryUser = exactPartial(DirectoryUserSetting).extend({
  userPrincipalName: principalName,
  displayName,
});
export type NewDirectoryUser = z.infer<typeof NewDirectoryUser>;

/** What is not said stays. */
export const DirectoryUserChange = NewDirectoryUser.extend({
  userPrincipalName: z.exactOptional(principalName),
  displayName: z.exactOptional(displayName),
});
export type DirectoryUserChange = z.infer<typeof DirectoryUserChange>;

export const NewDirectoryGroup = exactPartial(DirectoryGroupSetting).extend({
  displayName: DirectoryGroupSetting.shape.displayName.trim().min(1),
});
export type NewDirectoryGroup = z.infer<typeof NewDirectoryGroup>;

export const DirectoryGroupChange = NewDirectoryGroup.extend({
  displayName: z.exactOptional(NewDirectoryGroup.shape.displayName),
});
export type DirectoryGroupChange = z.infer<typeof DirectoryGroupChange>;

/** Changes that happen to people, each a few attributes at once. */
export const QuickChange = z.discriminatedUnion('kind', [
  /** Names, and after them displayName, userPrincipalName, mail and mailNickname. */
  z.object({
    kind: z.literal('rename'),
    givenName: z.string().trim().min(1).max(64),
    surname: z.string().trim().min(1).max(64),
  }),
  z.object({
    kind: z.literal('move'),
    department: z.string().trim().min(1).max(64),
    jobTitle: z.string().trim().max(128).optional(),
    manager: z.uuid().nullable().optional(),
  }),
  z.object({ kind: z.literal('disable') }),
  z.object({ kind: z.literal('enable') }),
  /** Sign-in is blocked, then the user is deleted. */
  z.object({ kind: z.literal('leave') }),
]);
export type QuickChange = z.infer<typeof QuickChange>;

export const MemberChange = z.object({
  add: z.array(z.uuid()).max(10_000).default([]),
  remove: z.array(z.uuid()).max(10_000).default([]),
});

export const DirectoryMemberPage = z.object({
  total: z.int(),
  members: z.array(DirectoryPrincipal),
});
export type DirectoryMemberPage = z.infer<typeof DirectoryMemberPage>;

export const GenerateOrder = z.object({
  users: z.int().min(0).max(100_000).default(100),
  /** First one for each department, then teams across them. */
  groups: z.int().min(0).max(1_000).default(8),
  /** The same number gives the same people. Absent: that of the settings. */
  seed: z.int().min(0).max(999_999_999).optional(),
  locale: SeedLocale.default('en'),
  departments: z.array(z.string().trim().min(1).max(64)).min(1).max(50).optional(),
  /** Of user principal names and mails. */
  domain: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'A domain such as contoso.example.')
    .default('contoso.example'),
});
export type GenerateOrder = z.infer<typeof GenerateOrder>;

/** Longest CSV text of an import. */
export const IMPORT_LIMIT = 9_000_000;

export const ImportText = z.object({ text: z.string().min(1).max(IMPORT_LIMIT) });

export const DirectoryImportPreview = z.object({
  /** Each column and the attribute that it is; null: none, and left out. */
  columns: z.array(z.object({ title: z.string(), attribute: z.string().nullable() })),
  /** Lines with a user. */
  users: z.int(),
  /** The first of them. */
  sample: z.array(
    z.object({
      line: z.int(),
      displayName: z.string(),
      userPrincipalName: z.string(),
      accountEnabled: z.boolean(),
      department: z.string().nullable(),
    }),
  ),
  /** Lines that would not be taken, the first hundred; `problemCount` says how many there are. */
  problems: z.array(z.object({ line: z.int(), reason: z.string() })),
  problemCount: z.int(),
});
export type DirectoryImportPreview = z.infer<typeof DirectoryImportPreview>;

export const DirectoryFile = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  text: z.string(),
});

export const DirectoryMemberQuery = z.object(page);

export const PrincipalQuery = z.object({
  text: z.string().max(200).default(''),
  objectType: DirectoryObjectType.optional(),
});

export const PrincipalList = z.object({ principals: z.array(DirectoryPrincipal) });
