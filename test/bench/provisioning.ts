// An initial cycle of 10,000 users, 100 groups and 20,000 memberships into a tenant of ours, against the floor of that
// target in the same run: the two requests that each user needs at least (look up, create), sent raw, as many at once.
// And what the cycle holds of memory with a tenth of that and with all of it: in runs of their own, for every look at the
// live heap is a full collection. Server and job share a process; nothing is asserted.
// `node test/bench/provisioning.ts [users]`
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../main/base/clock.ts';
import { openStore } from '../../main/store/open-store.ts';
import { USER_ROLE_ID } from '../../shared/simulator/application.ts';
import { BLANK_USER } from '../../shared/simulator/directory.ts';
import { JobStatus } from '../../shared/simulator/job.ts';
import { startHeadless, type HeadlessServer } from '../support/start-headless.ts';
import { attachToHeap, findFreePort } from './live-heap.ts';

const CONCURRENCY = 4;
const TICKS_PER_SECOND = 100;
const APPLICATION = idOf('c', 0);
const LOOK_EVERY_MS = 1_000;
const POLL_EVERY_MS = 250;
const AT = '2026-03-02T08:00:00.000Z';

interface Size {
  readonly users: number;
  readonly groups: number;
  readonly memberships: number;
}

const users = Number(process.argv[2] ?? 10_000);
const large: Size = { users, groups: users / 100, memberships: users * 2 };
const small: Size = { users: users / 10, groups: users / 1_000, memberships: users / 5 };

const smallRun = await measureCycle(small);
const largeRun = await measureCycle(large);
const smallHeap = await measureHeap(small);
const largeHeap = await measureHeap(large);
const floor = await measureFloor(large.users);
console.log('users  cycle s  CPU s  requests  resident MB at most  live heap MB before  at most');
for (const [size, run, heap] of [
  [small, smallRun, smallHeap],
  [large, largeRun, largeHeap],
] as const) {
  const columns = [
    size.users,
    run.seconds.toFixed(1),
    run.cpu.toFixed(1),
    run.requests,
    run.peakMb.toFixed(0),
    heap.beforeMb.toFixed(1),
    heap.mostMb.toFixed(1),
  ];
  console.log(columns.join('  '));
}
const floorRate = (2 * large.users) / floor.seconds;
console.log(
  `floor: ${2 * large.users} requests in ${floor.seconds.toFixed(1)} s (CPU ${floor.cpu.toFixed(1)} s), ${floorRate.toFixed(0)}/s`,
);
console.log(`cycle / floor in time: ${(largeRun.seconds / floor.seconds).toFixed(2)}`);
const rate = largeRun.requests / largeRun.seconds;
console.log(`requests a second, cycle / floor: ${(rate / floorRate).toFixed(2)}`);

async function measureCycle(size: Size) {
  const dataDir = prepareWorkspace(size);
  const server = await startHeadless({ dataDir });
  try {
    const beforeCpu = cpuSeconds(server);
    let peakMb = residentMb(server);
    const sampler = setInterval(() => (peakMb = Math.max(peakMb, residentMb(server))), 50);
    const status = await runCycle(server);
    clearInterval(sampler);
    const { durationMs = 0, requests = 0, outcomes } = status.lastExecution ?? {};
    console.log(`${size.users} users: ${JSON.stringify(outcomes)}`);
    const cpu = cpuSeconds(server) - beforeCpu;
    return { seconds: durationMs / 1000, cpu, requests, peakMb };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Of server and job together: log, feed and target are in it too. */
async function measureHeap(size: Size) {
  const dataDir = prepareWorkspace(size);
  const port = await findFreePort();
  const server = await startHeadless({ dataDir, nodeFlags: [`--inspect=127.0.0.1:${port}`] });
  const heap = await attachToHeap(port);
  try {
    const beforeMb = await heap.measure();
    let mostMb = beforeMb;
    let isRunning = true;
    const cycle = runCycle(server).finally(() => (isRunning = false));
    while (isRunning) {
      mostMb = Math.max(mostMb, await heap.measure());
      await Promise.race([cycle, sleep(LOOK_EVERY_MS)]);
    }
    await cycle;
    return { beforeMb, mostMb };
  } finally {
    heap.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runCycle(server: HeadlessServer): Promise<JobStatus> {
  await ask(server, 'POST', '/run-cycle');
  for (;;) {
    await sleep(POLL_EVERY_MS);
    const status = JobStatus.parse(await (await ask(server, 'GET', '/status')).json());
    if (status.currentExecution === null && status.lastExecution !== null) return status;
  }
}

function ask({ ready }: HeadlessServer, method: string, path: string): Promise<Response> {
  return fetch(`${ready.adminUrl}/api/applications/${APPLICATION}/job${path}`, {
    method,
    headers: { Authorization: `Bearer ${ready.adminKey}`, 'Content-Type': 'application/json' },
    body: method === 'POST' ? '{}' : null,
  });
}

function residentMb({ child }: HeadlessServer): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Of server and job, which share a process; of the floor, of the server alone. */
function cpuSeconds({ child }: HeadlessServer): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Seconds that look-up and creation of so many users take, one after the other, as many at once as the job has. */
async function measureFloor(count: number): Promise<{ seconds: number; cpu: number }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-floor-'));
  const server = await startHeadless({ dataDir });
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const beforeCpu = cpuSeconds(server);
  const startedMs = performance.now();
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < count; index = next++) {
      const name = `person${index}@contoso.test`;
      await send(server, agent, { method: 'GET', path: `/Users?filter=userName+eq+%22${name}%22` });
      await send(server, agent, { method: 'POST', path: '/Users', body: bodyOf(index) });
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const seconds = (performance.now() - startedMs) / 1000;
  const cpu = cpuSeconds(server) - beforeCpu;
  agent.destroy();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return { seconds, cpu };
}

interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

function send({ ready }: HeadlessServer, agent: Agent, raw: RawRequest): Promise<void> {
  const headers = {
    Authorization: `Bearer ${ready.token}`,
    'Content-Type': 'application/scim+json; charset=utf-8',
  };
  return new Promise((resolve, reject) => {
    const sent = request(ready.scimUrl + raw.path, { method: raw.method, agent, headers });
    sent.once('error', reject);
    sent.once('response', (response) => void response.resume().once('end', resolve));
    sent.end(raw.body);
  });
}

/** As the cycle creates them. */
function bodyOf(index: number): string {
  const address = `person${index}@contoso.test`;
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  return JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
    externalId: `person${index}`,
    userName: address,
    active: true,
    displayName: `Person ${index}`,
    emails: [{ primary: true, type: 'work', value: address }],
    meta: { resourceType: 'User' },
    name: {
      formatted: `Person Number ${index}`,
      familyName: `Number ${index}`,
      givenName: 'Person',
    },
    roles: [],
    title: 'Analyst',
    [enterprise]: { department: `Department ${index % 20}` },
  });
}

function prepareWorkspace(size: Size): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-provisioning-'));
  const store = openStore({ dataDir, clock: systemClock });
  const { directory, syncJobs } = store;
  const people = Array.from({ length: size.users }, (_, index) => idOf('a', index));
  store.transaction(() => {
    people.forEach((objectId, index) => {
      const mailNickname = `person${index}`;
      const mail = `${mailNickname}@contoso.test`;
      const names = { givenName: 'Person', surname: `Number ${index}`, mailNickname, mail };
      const work = { jobTitle: 'Analyst', department: `Department ${index % 20}` };
      const user = { ...BLANK_USER, ...names, ...work, userPrincipalName: mail };
      directory.createUser({ ...user, displayName: `Person ${index}` }, { objectId, at: AT });
    });
    directory.createApplication({
      id: APPLICATION,
      appId: idOf('d', 0),
      displayName: 'Bench',
      at: AT,
    });
    const perGroup = size.memberships / size.groups;
    for (let index = 0; index < size.groups; index += 1) {
      const objectId = idOf('b', index);
      const texts = { description: null, mail: null, mailNickname: null };
      const kinds = { kind: 'security' as const, securityEnabled: true };
      directory.createGroup(
        { displayName: `Group ${index}`, ...texts, ...kinds },
        { objectId, at: AT },
      );
      const members = Array.from({ length: perGroup }, (_, place) => {
        return people[(index * perGroup + place) % people.length] ?? '';
      });
      directory.addMembers(objectId, members);
      const principal = { principalId: objectId, principalType: 'Group' as const };
      const order = { id: idOf('e', index), applicationId: APPLICATION, ...principal };
      directory.assignAll([{ ...order, appRoleId: USER_ROLE_ID, at: AT }]);
    }
    syncJobs.jobs.open(APPLICATION, 'scim.bench');
    syncJobs.jobs.update(APPLICATION, { target: { tenant: 'default' } });
  });
  store.close();
  return dataDir;
}

function idOf(kind: string, index: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;
}
