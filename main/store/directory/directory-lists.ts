// Lists of people and groups as a person looks at them: searched, filtered, sorted, a page at a time.
import type { Database } from 'better-sqlite3';
import type { DirectoryGroup, DirectoryUser } from '../../../shared/simulator/directory.ts';
import { foldCase } from '../../scim/fold-case.ts';
import { GROUP_COLUMNS, toGroup, toUser, USER_COLUMNS } from './directory-records.ts';
import type { GroupRow, UserRow } from './directory-records.ts';

interface PageRange {
  /** objectId of the last that was read: the page begins after it. */
  readonly after: string | null;
  /** To be passed over from there. */
  readonly offset: number;
  readonly limit: number;
}

export interface DirectoryUserQuery extends PageRange {
  /** In a name, the userPrincipalName or the mail, whatever its case; empty: all. */
  readonly text: string;
  readonly state: 'all' | 'enabled' | 'disabled' | 'deleted';
  readonly userType: 'Member' | 'Guest' | null;
  readonly sort: 'displayName' | 'userPrincipalName' | 'department' | 'createdDateTime';
  readonly order: 'ascending' | 'descending';
}

export interface DirectoryGroupQuery extends PageRange {
  readonly text: string;
  readonly state: 'all' | 'deleted';
  readonly kind: 'security' | 'microsoft365' | null;
  readonly order: 'ascending' | 'descending';
}

/** A page of a list; `total` counts the whole of it. */
export interface ListedPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

const SORT_COLUMNS = {
  displayName: 'name_key',
  userPrincipalName: 'upn_key',
  department: 'department_key',
  createdDateTime: 'created',
} as const satisfies Record<DirectoryUserQuery['sort'], string>;

const USER_STATES = {
  all: 'deleted is null',
  enabled: 'deleted is null and account_enabled = 1',
  disabled: 'deleted is null and account_enabled = 0',
  deleted: 'deleted is not null',
} as const satisfies Record<DirectoryUserQuery['state'], string>;

export function createDirectoryListStore(db: Database) {
  const prepare = rememberStatements(db);

  function listUsers(query: DirectoryUserQuery): ListedPage<DirectoryUser> {
    const column = SORT_COLUMNS[query.sort];
    const where = `${USER_STATES[query.state]}
      and (:userType is null or user_type = :userType)
      and (:text = '' or instr(search_key, :text))`;
    const { after, offset, limit, userType } = query;
    const values = { after, offset, limit, userType, text: foldCase(query.text.trim()) };
    const countedBy = 'indexed by directory_users_name';
    const page = { table: 'directory_users', columns: USER_COLUMNS, column, countedBy, where };
    const { total, rows } = readPage({ ...page, ...query }, values);
    return { total, rows: rows.map((row) => toUser(row as UserRow)) }; // the columns of USER_COLUMNS
  }

  function listGroups(query: DirectoryGroupQuery): ListedPage<DirectoryGroup> {
    const where = `deleted is ${query.state === 'deleted' ? 'not ' : ''}null
      and (:kind is null or kind = :kind)
      and (:text = '' or instr(search_key, :text))`;
    const { after, offset, limit, kind } = query;
    const values = { after, offset, limit, kind, text: foldCase(query.text.trim()) };
    const page = {
      table: 'directory_groups',
      columns: GROUP_COLUMNS,
      column: 'name_key',
      countedBy: '',
      where,
    };
    const { total, rows } = readPage({ ...page, ...query }, values);
    return { total, rows: rows.map((row) => toGroup(row as GroupRow)) }; // those of GROUP_COLUMNS
  }

  /** Every fragment is one of the closed tables above; values are bound. */
  function readPage(page: PageParts, values: object): ListedPage<unknown> {
    const { table, columns, column, countedBy, where, order, after } = page;
    const [sign, direction] =
      order === 'ascending' ? (['>', ''] as const) : (['<', 'desc'] as const);
    const beyond =
      after === null
        ? ''
        : `and (${column}, object_id) ${sign}
            (select ${column}, object_id from ${table} where object_id = :after)`;
    // The page is found in an index alone; only its rows are fetched.
    const rows = prepare(`
      select ${columns} from ${table}
      where rowid in (
        select rowid from ${table} where ${where} ${beyond}
        order by ${column} ${direction}, object_id ${direction}
        limit :limit offset :offset)
      order by ${column} ${direction}, object_id ${direction}`);
    const count = prepare(`select count(*) as total from ${table} ${countedBy} where ${where}`);
    const { total } = count.get(values) as { readonly total: number }; // count(*) is one row
    return { total, rows: rows.all(values) };
  }

  return { listUsers, listGroups };
}

interface PageParts {
  readonly table: string;
  readonly columns: string;
  readonly column: string;
  /** The index that holds all that `where` asks for; SQLite would not choose it by itself. */
  readonly countedBy: string;
  readonly where: string;
  readonly order: 'ascending' | 'descending';
  readonly after: string | null;
}

/** The shapes of lists are few. */
function rememberStatements(db: Database) {
  const prepared = new Map<string, ReturnType<typeof db.prepare<[object]>>>();
  return function prepare(sql: string) {
    const known = prepared.get(sql) ?? db.prepare<[object]>(sql);
    prepared.set(sql, known);
    return known;
  };
}
