// What the provisioning engine and the screens read of a large directory, on a workspace in a file:
//   node test/bench/directory.ts [--users 100000] [--groups 1000]
// One group holds everybody and is assigned; the others are made up. Each line is the median of five. Nothing is asserted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { systemClock } from '../../main/base/clock.ts';
import { newUuid } from '../../main/base/ids.ts';
import { generatePeople } from '../../main/simulator/directory/generate-people.ts';
import { openStore, type Store } from '../../main/store/open-store.ts';
import { USER_ROLE_ID } from '../../shared/simulator/application.ts';
import { GenerateOrder } from '../../shared/simulator/directory-views.ts';

const RUNS = 5;
const PAGE = 500;
const AT = '2026-03-01T12:00:00.000Z';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '100000' },
    groups: { type: 'string', default: '1000' },
  },
});

const folder = mkdtempSync(path.join(tmpdir(), 'directory-bench-'));
const store = openStore({ dataDir: folder, clock: systemClock });
try {
  await fill(store);
  measure(store);
} finally {
  store.close();
  rmSync(folder, { recursive: true, force: true });
}

async function fill({ directory, transaction }: Store): Promise<void> {
  const order = {
    ...GenerateOrder.parse({ users: Number(values.users), groups: Number(values.groups) }),
    seed: 1,
  };
  const control = { signal: new AbortController().signal, report: () => undefined };
  await time('generate', () =>
    generatePeople({ store: { directory, transaction }, at: AT }, order, control),
  );
  const everybody = walk((after) =>
    directory.readUsers(after, PAGE).map(({ objectId }) => objectId),
  );
  const setting = {
    displayName: 'Everybody',
    description: null,
    mail: null,
    mailNickname: null,
    kind: 'security',
    securityEnabled: true,
  } as const;
  const group = directory.createGroup(setting, { objectId: newUuid(), at: AT }).objectId;
  await time('add everybody to one group', () => directory.addMembers(group, everybody));
  const application = { id: newUuid(), appId: newUuid(), displayName: 'Bench', at: AT };
  directory.createApplication(application);
  directory.assignAll([
    {
      id: newUuid(),
      applicationId: application.id,
      principalId: group,
      principalType: 'Group',
      appRoleId: USER_ROLE_ID,
      at: AT,
    },
  ]);
}

function measure({ directory }: Store): void {
  const id = directory.listApplications()[0]?.id ?? '';
  const [user] = directory.readUsers(null, 1);
  const group = directory.readAssignedGroupIds(id)[0] ?? '';
  const newest = directory.currentSequence();
  const list = {
    text: '',
    state: 'all',
    userType: null,
    sort: 'displayName',
    order: 'ascending',
    after: null,
    offset: 0,
    limit: 100,
  } as const;
  const cases: Readonly<Record<string, () => unknown>> = {
    'changesSince 0 (everything)': () => directory.changesSince(0, id),
    'changesSince the newest (nothing)': () => directory.changesSince(newest, id),
    'readAssignedUserIds, one page of 500': () => directory.readAssignedUserIds(id, null, PAGE),
    'readAssignedUserIds, all pages': () =>
      walk((after) => directory.readAssignedUserIds(id, after, PAGE)),
    'readMemberIds, all pages': () => walk((after) => directory.readMemberIds(group, after, PAGE)),
    'readUsers, all pages': () =>
      walk((after) => directory.readUsers(after, PAGE).map(({ objectId }) => objectId)),
    'readAssignments of one user': () => directory.readAssignments(id, user?.objectId ?? ''),
    'list, first page': () => directory.listUsers(list),
    'list, last page by offset': () =>
      directory.listUsers({ ...list, offset: Number(values.users) - 100 }),
    'list, a text that nobody has': () => directory.listUsers({ ...list, text: 'xyzzy' }),
  };
  for (const [name, work] of Object.entries(cases)) {
    const runs = Array.from({ length: RUNS }, () => {
      const startedMs = performance.now();
      work();
      return performance.now() - startedMs;
    });
    print(name, runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0);
  }
}

function walk(read: (after: string | null) => readonly string[]): readonly string[] {
  const all: string[] = [];
  for (;;) {
    const page = read(all.at(-1) ?? null);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

async function time(name: string, work: () => unknown): Promise<void> {
  const startedMs = performance.now();
  await work();
  print(name, performance.now() - startedMs);
}

function print(name: string, milliseconds: number): void {
  process.stdout.write(`${name.padEnd(40)} ${milliseconds.toFixed(2).padStart(10)} ms\n`);
}
