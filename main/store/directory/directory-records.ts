// People and groups as rows. Of a person only what is looked up or sorted by has a column; the rest is JSON.
import {
  BLANK_USER,
  USER_TEXT_ATTRIBUTES,
  type DirectoryGroup,
  type DirectoryUser,
  type DirectoryUserSetting,
  type UserTextAttribute,
} from '../../../shared/simulator/directory.ts';
import { foldCase } from '../../scim/fold-case.ts';
import { readJson } from '../stored-json.ts';

export interface UserRow {
  readonly objectId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly accountEnabled: number;
  readonly userType: string;
  readonly manager: string | null;
  readonly attributes: string;
  readonly created: string;
  readonly deleted: string | null;
}

export const USER_COLUMNS = `
  object_id as objectId, user_principal_name as userPrincipalName, display_name as displayName,
  account_enabled as accountEnabled, user_type as userType, manager_id as manager, attributes,
  created, deleted`;

type Texts = { readonly [Name in UserTextAttribute]: string | null };

/** What is in `attributes`; a member without a value is left out. */
interface StoredAttributes extends Partial<Texts> {
  readonly proxyAddresses?: readonly string[];
  readonly otherMails?: readonly string[];
  readonly extensions?: Readonly<Record<string, string>>;
}

export function toUser(row: UserRow): DirectoryUser {
  const stored = readJson(row.attributes) as StoredAttributes; // as `toUserRow` wrote it
  const { proxyAddresses = [], otherMails = [], extensions = {} } = stored;
  return {
    ...BLANK_USER,
    ...stored,
    objectId: row.objectId,
    userPrincipalName: row.userPrincipalName,
    displayName: row.displayName,
    accountEnabled: row.accountEnabled === 1,
    userType: row.userType === 'Guest' ? 'Guest' : 'Member',
    proxyAddresses: [...proxyAddresses],
    otherMails: [...otherMails],
    extensions: { ...extensions },
    manager: row.manager,
    createdDateTime: row.created,
    deletedDateTime: row.deleted,
  };
}

export function toUserRow(objectId: string, user: DirectoryUserSetting) {
  const { userPrincipalName, displayName, givenName, surname, mail } = user;
  const searched = [displayName, givenName, surname, userPrincipalName, mail];
  return {
    objectId,
    userPrincipalName,
    upnKey: foldCase(userPrincipalName),
    displayName,
    nameKey: foldCase(displayName),
    departmentKey: foldCase(user.department ?? ''),
    searchKey: foldCase(searched.filter((text) => text !== null).join('\n')),
    accountEnabled: Number(user.accountEnabled),
    userType: user.userType,
    manager: user.manager,
    attributes: JSON.stringify(storedAttributesOf(user)),
  };
}

function storedAttributesOf(user: DirectoryUserSetting): StoredAttributes {
  const { proxyAddresses, otherMails, extensions } = user;
  const texts = USER_TEXT_ATTRIBUTES.flatMap((name) =>
    user[name] === null ? [] : [[name, user[name]] as const],
  );
  return {
    ...Object.fromEntries(texts),
    ...(proxyAddresses.length > 0 && { proxyAddresses }),
    ...(otherMails.length > 0 && { otherMails }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

export interface GroupRow {
  readonly objectId: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mail: string | null;
  readonly mailNickname: string | null;
  readonly kind: string;
  readonly securityEnabled: number;
  readonly created: string;
  readonly deleted: string | null;
}

export const GROUP_COLUMNS = `
  object_id as objectId, display_name as displayName, description, mail,
  mail_nickname as mailNickname, kind, security_enabled as securityEnabled, created, deleted`;

export function toGroup({ created, deleted, ...row }: GroupRow): DirectoryGroup {
  return {
    ...row,
    kind: row.kind === 'microsoft365' ? 'microsoft365' : 'security',
    securityEnabled: row.securityEnabled === 1,
    createdDateTime: created,
    deletedDateTime: deleted,
  };
}
