// kill -9 in the middle of a cycle, several times, and start again: the target ends as after an undisturbed run.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { systemClock } from '../../../main/base/clock.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { USER_ROLE_ID } from '../../../shared/simulator/application.ts';
import { BLANK_USER } from '../../../shared/simulator/directory.ts';
import type { JobStatus } from '../../../shared/simulator/job.ts';
import { objectsIn, textOf, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { jsonAt } from '../../support/json-at.ts';
import { listenLive } from '../../support/listen-live.ts';
import { startHeadless } from '../../support/start-headless.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PEOPLE = 60;
const AT = '2026-03-02T08:00:00.000Z';

test('a cycle that is killed again and again ends as one that nobody disturbed', async (t) => {
  const [disturbed, left] = [await startTenant({}, t), await startTenant({}, t)];
  const folder = prepareWorkspace(t, disturbed);
  const arrivals = await listenLive(disturbed, t);
  for (const requests of [3, 40, 61, 90]) {
    const server = await startHeadless({ dataDir: folder });
    for (let count = 0; count < requests; count += 1) await arrivals.next('request-recorded');
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
  }
  await runToItsEnd(t, folder);
  await runToItsEnd(t, prepareWorkspace(t, left));

  const state = await readState(disturbed);
  assert.deepEqual(state, await readState(left));
  assert.equal(state.users.length, PEOPLE);
  const { links, broken } = readStore(folder);
  assert.deepEqual(links, { User: PEOPLE, Group: 3 });
  assert.deepEqual(
    broken.map(({ told }) => told),
    broken.map(({ logged }) => logged),
    'a cycle that was killed tells what its entries in the log come to',
  );
  assert.ok(broken.some(({ told }) => (told['create/success'] ?? 0) > 0));
});

/** People with managers, three groups, and a job whose first cycle is due. */
function prepareWorkspace(t: TestContext, { scimUrl, token }: TestTenant): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-cycle-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const store = openStore({ dataDir, clock: systemClock });
  const { directory, syncJobs } = store;
  const people = Array.from({ length: PEOPLE }, (_, index) => idOf('a', index));
  people.forEach((objectId, index) => {
    const mailNickname = `person${index}`;
    const manager = index === 0 ? null : idOf('a', Math.floor(index / 10));
    const userPrincipalName = `${mailNickname}@contoso.test`;
    const user = { ...BLANK_USER, userPrincipalName, displayName: mailNickname, mailNickname };
    directory.createUser({ ...user, manager }, { objectId, at: AT });
  });
  const application = idOf('c', 0);
  const names = { id: application, appId: idOf('d', 0), displayName: 'Crash' };
  directory.createApplication({ ...names, at: AT });
  for (const index of [0, 1, 2]) {
    const group = idOf('b', index);
    const displayName = `Group ${index}`;
    const kinds = { kind: 'security' as const, securityEnabled: true };
    const texts = { description: null, mail: null, mailNickname: null };
    directory.createGroup({ displayName, ...kinds, ...texts }, { objectId: group, at: AT });
    directory.addMembers(
      group,
      people.filter((_, place) => place % 3 === index),
    );
    const principal = { principalId: group, principalType: 'Group' as const };
    const id = idOf('e', index);
    const order = { id, applicationId: application, ...principal, appRoleId: USER_ROLE_ID, at: AT };
    directory.assignAll([order]);
  }
  const job = syncJobs.jobs.open(application, 'scim.crash');
  syncJobs.jobs.update(application, {
    target: { url: scimUrl },
    credentials: { type: 'bearer', secretToken: token },
    settings: { ...job.settings, membersPerPatch: 7 },
    schedule: 'Active',
    nextCycle: AT,
  });
  store.close();
  return dataDir;
}

function idOf(kind: string, index: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

async function runToItsEnd(t: TestContext, dataDir: string): Promise<void> {
  const { ready, stop } = await startHeadless({ dataDir });
  const live = await listenLive(ready, t);
  const path = `/api/applications/${idOf('c', 0)}/job/status`;
  const headers = { Authorization: `Bearer ${ready.adminKey}` };
  const answer = await fetch(ready.adminUrl + path, { headers });
  let status = (await answer.json()) as JobStatus; // by the contract of the route
  while (status.currentExecution !== null || status.lastExecution?.state !== 'Succeeded') {
    status = (await live.next('job-changed')).data.status;
  }
  live.close();
  await stop();
}

async function readState({ scim }: TestTenant) {
  const { body: users } = await scim('GET', '/Users?count=1000');
  const { body: groups } = await scim('GET', '/Groups?count=1000');
  const people = objectsIn(jsonAt(users, 'Resources'));
  const nameById = new Map(people.map(({ id, userName }) => [textOf(id), textOf(userName)]));
  const nameOf = (id: JsonValue | undefined) => nameById.get(textOf(id)) ?? '';
  const managerOf = (user: JsonObject) => nameOf(jsonAt(user, ENTERPRISE, 'manager', 'value'));
  const membersOf = ({ members }: JsonObject) =>
    objectsIn(members)
      .map(({ value }) => nameOf(value))
      .toSorted(byText)
      .join(' ');
  return {
    users: people
      .map((user) => `${textOf(user['userName'])} < ${managerOf(user)}`)
      .toSorted(byText),
    groups: objectsIn(jsonAt(groups, 'Resources'))
      .map((group) => `${textOf(group['displayName'])}: ${membersOf(group)}`)
      .toSorted(byText),
  };
}

function byText(left: string, right: string): number {
  return left.localeCompare(right);
}

function readStore(dataDir: string) {
  const store = openStore({ dataDir, clock: systemClock });
  const { syncJobs, provisioningLog } = store;
  const { key } = syncJobs.jobs.find(idOf('c', 0)) ?? { key: 0 };
  const count = (objectType: 'User' | 'Group') =>
    syncJobs.links.count(key, { objectType, search: null });
  const links = { User: count('User'), Group: count('Group') };
  const broken = syncJobs.cycles
    .list(key, 10)
    .filter(({ state }) => state === 'Failed')
    .map(({ activityIdentifier: cycleId, outcomes, countExported, requests }) => {
      const { outcomes: logged } = provisioningLog.insights(idOf('c', 0), { cycleId });
      const counts = logged.map(({ action, status, count }) => [`${action}/${status}`, count]);
      const written = (outcomes['create/success'] ?? 0) + (outcomes['update/success'] ?? 0);
      assert.equal(countExported, written);
      assert.ok(requests >= written);
      return { told: outcomes, logged: Object.fromEntries(counts) as Record<string, number> };
    });
  store.close();
  return { links, broken };
}
