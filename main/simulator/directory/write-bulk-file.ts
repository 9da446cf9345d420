// People as a CSV file in the form of Entra's *Bulk create*: what `readBulkFile` reads back.
import { isExtensionName, type DirectoryUser } from '../../../shared/simulator/directory.ts';
import {
  EXPORT_COLUMNS,
  extensionColumns,
  TEMPLATE_COLUMNS,
  type BulkAttribute,
} from './bulk-columns.ts';
import { writeRecord } from './csv-record.ts';

const VERSION_LINE = 'version:v1.0\r\n';

/** The form with an example that is to be replaced. */
export function writeBulkTemplate(): string {
  const example: Partial<Record<BulkAttribute, string>> = {
    displayName: 'Chris Green',
    userPrincipalName: 'chris.green@contoso.example',
    passwordProfile: 'ReplaceMe-1',
    accountEnabled: 'No',
    givenName: 'Chris',
    surname: 'Green',
  };
  return [
    VERSION_LINE,
    writeRecord(TEMPLATE_COLUMNS.map(({ title }) => title)),
    writeRecord(TEMPLATE_COLUMNS.map(({ attribute }) => example[attribute] ?? '')),
  ].join('');
}

export interface BulkExport {
  /** The userPrincipalName of a manager. */
  readonly nameOf: (objectId: string) => string | undefined;
  /** Names of the directory extensions that have a column. */
  readonly extensions: readonly string[];
}

export function* writeBulkFile(
  users: Iterable<DirectoryUser>,
  { nameOf, extensions }: BulkExport,
): Generator<string> {
  const columns = [...EXPORT_COLUMNS, ...extensionColumns(extensions)];
  yield VERSION_LINE;
  yield writeRecord(columns.map(({ title }) => title));
  for (const user of users) {
    yield writeRecord(columns.map(({ attribute }) => cellOf(user, attribute, nameOf)));
  }
}

function cellOf(
  user: DirectoryUser,
  attribute: BulkAttribute,
  nameOf: BulkExport['nameOf'],
): string {
  if (isExtensionName(attribute)) return user.extensions[attribute] ?? '';
  switch (attribute) {
    case 'passwordProfile':
      return '';
    case 'accountEnabled':
      return user.accountEnabled ? 'No' : 'Yes'; // the column asks whether sign-in is blocked
    case 'manager':
      return user.manager === null ? '' : (nameOf(user.manager) ?? '');
    case 'proxyAddresses':
    case 'otherMails':
      return user[attribute].join(';');
    default:
      return user[attribute] ?? '';
  }
}
