// A CSV file of people in the form of Entra's *Bulk create*: what each line says, and what is wrong with it.
import { CsvError, parse } from 'csv-parse/sync';
import {
  BLANK_USER,
  DirectoryUserSetting,
  isExtensionName,
  USER_TEXT_ATTRIBUTES,
} from '../../../shared/simulator/directory.ts';
import { readTitle, type BulkAttribute } from './bulk-columns.ts';
import { readCell } from './csv-record.ts';

export interface BulkUser {
  readonly line: number;
  /** Without the manager, who may stand further below. */
  readonly setting: DirectoryUserSetting;
  /** userPrincipalName. */
  readonly manager: string | null;
}

export interface BulkProblem {
  readonly line: number;
  readonly reason: string;
}

export interface BulkFile {
  readonly columns: readonly { readonly title: string; readonly attribute: BulkAttribute | null }[];
  readonly users: readonly BulkUser[];
  /** In the order of their lines. */
  readonly problems: readonly BulkProblem[];
}

interface CsvLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

type Cells = ReadonlyMap<BulkAttribute, string>;

/** Values that Entra asks for; the password is not kept here, so it may be left out. */
const REQUIRED = ['displayName', 'userPrincipalName', 'accountEnabled'] as const;

/** A file that is no CSV, or has no column that is known, has one problem and nothing else. */
export function readBulkFile(text: string): BulkFile {
  const lines = readLines(text);
  if ('reason' in lines) return { columns: [], users: [], problems: [lines] };
  const start = lines[0]?.record[0]?.startsWith('version:') === true ? 1 : 0;
  const columns = (lines[start]?.record ?? []).map((title) => ({
    title,
    attribute: readTitle(title),
  }));
  const missing = REQUIRED.filter((name) => columns.every(({ attribute }) => attribute !== name));
  if (missing.length > 0) {
    const names = missing.map((name) => `[${name}]`).join(', ');
    const reason = `The file has no column ${names}. Keep the first two lines of the template.`;
    return { columns, users: [], problems: [{ line: start + 1, reason }] };
  }
  return { columns, ...readUsers(columns, lines.slice(start + 1)) };
}

function readLines(text: string): readonly CsvLine[] | BulkProblem {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    return parse(text, options) as unknown as readonly CsvLine[]; // what `info: true` gives
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error['lines'] ?? 1), reason: `${error.message}.` };
  }
}

function readUsers(columns: BulkFile['columns'], lines: readonly CsvLine[]) {
  const users: BulkUser[] = [];
  const problems: BulkProblem[] = [];
  const taken = new Map<string, number>();
  for (const { record, info } of lines) {
    const line = info.lines;
    const cells: Cells = new Map(
      columns.flatMap(({ attribute }, at) =>
        attribute === null ? [] : [[attribute, readCell(record[at] ?? '')] as const],
      ),
    );
    if ([...cells.values()].every((cell) => cell === '')) continue;
    const key = (cells.get('userPrincipalName') ?? '').toLowerCase();
    const reason = findProblem(cells) ?? findTwin(taken.get(key));
    if (reason !== undefined) {
      problems.push({ line, reason });
      continue;
    }
    taken.set(key, line);
    users.push({ line, setting: toSetting(cells), manager: cells.get('manager') || null });
  }
  return { users, problems };
}

function findTwin(line: number | undefined): string | undefined {
  return line === undefined ? undefined : `Line ${line} has the same user principal name.`;
}

function findProblem(cells: Cells): string | undefined {
  const missing = REQUIRED.find((name) => (cells.get(name) ?? '') === '');
  if (missing !== undefined) return `${missing} is required and empty.`;
  const name = cells.get('userPrincipalName') ?? '';
  if (!/^[^\s@]+@[^\s@]+$/.test(name)) {
    return `"${name}" is no user principal name: it is an alias, "@" and a domain, without blanks.`;
  }
  if (!/^(yes|no)$/i.test(cells.get('accountEnabled') ?? '')) {
    return `"${cells.get('accountEnabled')}" does not say whether sign-in is blocked: write Yes or No.`;
  }
  const location = cells.get('usageLocation') ?? '';
  if (location !== '' && !/^[a-z]{2}$/i.test(location)) {
    return `"${location}" is no usage location: write two letters, such as US.`;
  }
  const userType = cells.get('userType') ?? '';
  if (!/^(|member|guest)$/i.test(userType))
    return `"${userType}" is no user type: Member or Guest.`;
  return findLong(cells);
}

function findLong(cells: Cells): string | undefined {
  const parsed = DirectoryUserSetting.safeParse(toSetting(cells));
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.')} cannot be taken: ${issue?.message}.`;
}

function toSetting(cells: Cells): DirectoryUserSetting {
  const text = (name: BulkAttribute) => cells.get(name) || null;
  const userPrincipalName = cells.get('userPrincipalName') ?? '';
  const texts = USER_TEXT_ATTRIBUTES.map((name) => [name, text(name)] as const);
  return {
    ...BLANK_USER,
    ...Object.fromEntries(texts),
    // Entra takes the alias for it where nobody says another one.
    mailNickname: text('mailNickname') ?? userPrincipalName.replace(/@.*/, ''),
    userPrincipalName,
    displayName: cells.get('displayName') ?? '',
    accountEnabled: !/^yes$/i.test(cells.get('accountEnabled') ?? ''),
    userType: /^guest$/i.test(cells.get('userType') ?? '') ? 'Guest' : 'Member',
    proxyAddresses: readList(cells.get('proxyAddresses')),
    otherMails: readList(cells.get('otherMails')),
    extensions: Object.fromEntries(
      [...cells].filter(([name, cell]) => isExtensionName(name) && cell !== ''),
    ),
  };
}

function readList(cell = ''): string[] {
  return cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
