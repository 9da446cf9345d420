// People as a CSV file in the form of Entra's *Bulk create*: what `readBulkFile` reads back.
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import { EXPORT_COLUMNS, TEMPLATE_COLUMNS, type BulkAttribute } from './bulk-columns.ts';
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

/** `nameOf`: the userPrincipalName of a manager. */
export function* writeBulkFile(
  users: Iterable<DirectoryUser>,
  nameOf: (objectId: string) => string | undefined,
): Generator<string> {
  yield VERSION_LINE;
  yield writeRecord(EXPORT_COLUMNS.map(({ title }) => title));
  for (const user of users) {
    yield writeRecord(EXPORT_COLUMNS.map(({ attribute }) => cellOf(user, attribute, nameOf)));
  }
}

function cellOf(
  user: DirectoryUser,
  attribute: BulkAttribute,
  nameOf: (objectId: string) => string | undefined,
): string {
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
