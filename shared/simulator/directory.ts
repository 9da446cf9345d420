// The simulated Entra directory: people and groups with Entra's attribute names (those of the mapping lists, not Graph's).
// @see shared/simulator/directory-routes.ts, https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes
import { z } from 'zod';

const text = z.string().max(1_024).nullable();

/** `extensionAttribute1` to `extensionAttribute15`. */
export const EXTENSION_ATTRIBUTES = [
  'extensionAttribute1',
  'extensionAttribute2',
  'extensionAttribute3',
  'extensionAttribute4',
  'extensionAttribute5',
  'extensionAttribute6',
  'extensionAttribute7',
  'extensionAttribute8',
  'extensionAttribute9',
  'extensionAttribute10',
  'extensionAttribute11',
  'extensionAttribute12',
  'extensionAttribute13',
  'extensionAttribute14',
  'extensionAttribute15',
] as const;

/** *Directory extension*: `extension_`, the id of the application that owns it (without hyphens), and its own name. */
export const EXTENSION_NAME = /^extension_[0-9a-f]{32}_[A-Za-z]\w{0,120}$/;
export type ExtensionName = `extension_${string}`;

export function isExtensionName(name: string): name is ExtensionName {
  return EXTENSION_NAME.test(name);
}

/** Single-valued text attributes of a person that a mapping may name. */
export const USER_TEXT_ATTRIBUTES = [
  'mail',
  'mailNickname',
  'givenName',
  'surname',
  'jobTitle',
  'department',
  'companyName',
  'employeeId',
  'employeeType',
  'usageLocation',
  'preferredLanguage',
  'physicalDeliveryOfficeName',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'country',
  'telephoneNumber',
  'mobile',
  'facsimileTelephoneNumber',
  'onPremisesSamAccountName',
  'onPremisesUserPrincipalName',
  'originalUserPrincipalName',
  ...EXTENSION_ATTRIBUTES,
] as const;
export type UserTextAttribute = (typeof USER_TEXT_ATTRIBUTES)[number];

const texts = z.object(
  Object.fromEntries(USER_TEXT_ATTRIBUTES.map((name) => [name, text])) as {
    [Name in UserTextAttribute]: typeof text;
  },
);

/** What an administrator sets of a person. */
export const DirectoryUserSetting = texts.extend({
  userPrincipalName: z.string().min(1).max(1_024),
  displayName: z.string().min(1).max(1_024),
  accountEnabled: z.boolean(),
  userType: z.enum(['Member', 'Guest']),
  proxyAddresses: z.array(z.string().max(1_024)).max(500),
  otherMails: z.array(z.string().max(1_024)).max(500),
  /** objectId of a person. */
  manager: z.uuid().nullable(),
  /** Values of directory extensions by their names; a change replaces them all. */
  extensions: z.record(z.string().regex(EXTENSION_NAME), z.string().min(1).max(1_024)),
});
export type DirectoryUserSetting = z.infer<typeof DirectoryUserSetting>;

/** Every attribute without a value: what those of a new person are added to. */
export const BLANK_USER: Omit<DirectoryUserSetting, 'userPrincipalName' | 'displayName'> = {
  ...(Object.fromEntries(USER_TEXT_ATTRIBUTES.map((name) => [name, null])) as {
    [Name in UserTextAttribute]: null;
  }),
  accountEnabled: true,
  userType: 'Member',
  proxyAddresses: [],
  otherMails: [],
  manager: null,
  extensions: {},
};

export const DirectoryUser = DirectoryUserSetting.extend({
  objectId: z.uuid(),
  createdDateTime: z.iso.datetime(),
  /** In the recycle bin since then; null: not deleted. Purged 30 days later. */
  deletedDateTime: z.iso.datetime().nullable(),
});
export type DirectoryUser = z.infer<typeof DirectoryUser>;

export const DirectoryGroupSetting = z.object({
  displayName: z.string().min(1).max(256),
  description: text,
  mail: text,
  mailNickname: text,
  /** `security`, or a Microsoft 365 group, which is security-enabled only where it says so. */
  kind: z.enum(['security', 'microsoft365']),
  securityEnabled: z.boolean(),
});
export type DirectoryGroupSetting = z.infer<typeof DirectoryGroupSetting>;

export const DirectoryGroup = DirectoryGroupSetting.extend({
  objectId: z.uuid(),
  createdDateTime: z.iso.datetime(),
  deletedDateTime: z.iso.datetime().nullable(),
});
export type DirectoryGroup = z.infer<typeof DirectoryGroup>;

export const DirectoryObjectType = z.enum(['User', 'Group']);
export type DirectoryObjectType = z.infer<typeof DirectoryObjectType>;
