// Many people and groups into the directory, in portions of one transaction each, so that the server goes on answering.
import type { TransferResult } from '../../../shared/admin/transfer.ts';
import type {
  DirectoryGroupSetting,
  DirectoryUserSetting,
} from '../../../shared/simulator/directory.ts';
import { isDirectoryRefusal } from '../../store/directory/directory-refusal.ts';
import type { Store } from '../../store/open-store.ts';

export interface NewPerson {
  readonly line: number;
  readonly objectId: string;
  readonly setting: DirectoryUserSetting;
}

export interface NewGroup {
  readonly objectId: string;
  readonly setting: DirectoryGroupSetting;
  readonly memberIds: readonly string[];
}

export interface PeopleStore {
  readonly store: Pick<Store, 'directory' | 'transaction'>;
  /** ISO 8601, in the time of the simulator. */
  readonly at: string;
}

export interface WorkControl {
  readonly signal: AbortSignal;
  readonly report: (progress: { readonly done: number; readonly result: TransferResult }) => void;
}

const PORTION = 250;
const MAX_ISSUES = 1_000;

/** Counts what has come of it; complaints are kept as far as somebody may read them. */
export function createTally() {
  const counts = { created: 0, replaced: 0, skipped: 0, failed: 0 };
  const issues: TransferResult['issues'] = [];
  let issueCount = 0;
  return {
    count: (outcome: keyof typeof counts) => void (counts[outcome] += 1),
    complain(line: number, attribute: string, reason: string): void {
      issueCount += 1;
      if (issues.length < MAX_ISSUES) issues.push({ line, attribute, reason });
    },
    done: () => counts.created + counts.skipped + counts.failed,
    result: (): TransferResult => ({ ...counts, issues: [...issues], issueCount }),
  };
}

export type Tally = ReturnType<typeof createTally>;

/**
 * Does `write` for each, a portion in one transaction; between portions others have their turn. Throws the signal's
 * reason where it is aborted: what has been written stays.
 */
export async function inPortions<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { store }: PeopleStore,
  options: WorkControl & { readonly tally: Tally; readonly write: (item: Item) => void },
): Promise<void> {
  const { signal, report, tally, write } = options;
  let portion: Item[] = [];
  async function flush(): Promise<void> {
    signal.throwIfAborted();
    const written = portion;
    portion = [];
    store.transaction(() => written.forEach(write));
    report({ done: tally.done(), result: tally.result() });
    await new Promise((resolve) => setImmediate(resolve));
  }
  for await (const item of items) {
    portion.push(item);
    if (portion.length === PORTION) await flush();
  }
  await flush();
}

/** Leaves who is there already as they are. Returns the objectId that the person has in the directory. */
export function storePerson(
  { store: { directory }, at }: PeopleStore,
  tally: Tally,
  { line, objectId, setting }: NewPerson,
): string | undefined {
  const known = directory.findUserByPrincipalName(setting.userPrincipalName);
  if (known !== undefined || directory.findUser(objectId) !== undefined) {
    tally.count('skipped');
    tally.complain(line, 'userPrincipalName', `${setting.userPrincipalName} is there already`);
    return known?.objectId;
  }
  try {
    directory.createUser(setting, { objectId, at });
    tally.count('created');
    return objectId;
  } catch (error) {
    if (!isDirectoryRefusal(error)) throw error;
    tally.count('failed');
    tally.complain(line, '', error.message);
    return undefined;
  }
}

/** Leaves a group that is there already as it is. */
export function storeGroup(
  { store: { directory }, at }: PeopleStore,
  tally: Tally,
  { objectId, setting, memberIds }: NewGroup,
): void {
  if (directory.findGroup(objectId) !== undefined) return tally.count('skipped');
  directory.createGroup(setting, { objectId, at });
  directory.addMembers(objectId, memberIds);
  tally.count('created');
}
