// People of a CSV file into the directory: those who are there already stay as they are, managers are found last, for
// they may stand below those who report to them.
import type { TransferResult } from '../../../shared/admin/transfer.ts';
import type { DirectoryImportPreview } from '../../../shared/simulator/directory-views.ts';
import type { NewId } from '../../base/ids.ts';
import { isDirectoryRefusal } from '../../store/directory/directory-refusal.ts';
import type { DirectoryStore } from '../../store/directory/directory.ts';
import { readBulkFile, type BulkFile, type BulkUser } from './read-bulk-file.ts';
import {
  createTally,
  inPortions,
  storePerson,
  type PeopleStore,
  type Tally,
  type WorkControl,
} from './store-people.ts';

const SAMPLE = 10;
const PROBLEMS = 100;

/** What an import would do, and where it would not. */
export function previewImport(text: string, directory: DirectoryStore): DirectoryImportPreview {
  const file = readBulkFile(text);
  const problems = [...file.problems, ...findClashes(file, directory)].toSorted(
    (a, b) => a.line - b.line,
  );
  return {
    columns: [...file.columns],
    users: file.users.length,
    sample: file.users.slice(0, SAMPLE).map(({ line, setting }) => ({
      line,
      displayName: setting.displayName,
      userPrincipalName: setting.userPrincipalName,
      accountEnabled: setting.accountEnabled,
      department: setting.department,
    })),
    problems: problems.slice(0, PROBLEMS),
    problemCount: problems.length,
  };
}

function findClashes({ users }: BulkFile, directory: DirectoryStore) {
  const names = new Set(users.map(({ setting }) => setting.userPrincipalName.toLowerCase()));
  return users.flatMap(({ line, setting, manager }) => {
    const known = directory.findUserByPrincipalName(setting.userPrincipalName);
    if (known !== undefined) {
      const reason = `${setting.userPrincipalName} is in the directory already and stays as it is.`;
      return [{ line, reason }];
    }
    const isManagerKnown =
      manager === null ||
      names.has(manager.toLowerCase()) ||
      directory.findUserByPrincipalName(manager) !== undefined;
    return isManagerKnown
      ? []
      : [{ line, reason: `There is no user "${manager}" to be the manager.` }];
  });
}

export interface ImportOrder {
  readonly text: string;
  readonly newId: NewId;
}

export async function importPeople(
  target: PeopleStore,
  { text, newId }: ImportOrder,
  control: WorkControl,
): Promise<TransferResult> {
  const { users, problems } = readBulkFile(text);
  const tally = createTally();
  for (const { line, reason } of problems) {
    tally.count('failed');
    tally.complain(line, '', reason);
  }
  const created: { readonly objectId: string; readonly user: BulkUser }[] = [];
  await inPortions(users, target, {
    ...control,
    tally,
    write(user) {
      const objectId = newId();
      const { line, setting } = user;
      const stored = storePerson(target, tally, { line, objectId, setting });
      if (stored === objectId && user.manager !== null) created.push({ objectId, user });
    },
  });
  await inPortions(created, target, {
    ...control,
    tally,
    write: ({ objectId, user }) => setManager(target, tally, { objectId, user }),
  });
  return tally.result();
}

function setManager(
  { store: { directory } }: PeopleStore,
  tally: Tally,
  { objectId, user }: { readonly objectId: string; readonly user: BulkUser },
): void {
  const manager = directory.findUserByPrincipalName(user.manager ?? '');
  if (manager === undefined) {
    const reason = `has no manager: there is no user "${user.manager}"`;
    return tally.complain(user.line, 'manager', reason);
  }
  try {
    directory.updateUser(objectId, { manager: manager.objectId });
  } catch (error) {
    if (!isDirectoryRefusal(error)) throw error;
    tally.complain(user.line, 'manager', error.message);
  }
}
