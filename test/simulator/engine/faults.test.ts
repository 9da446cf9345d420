// Whatever stands between the service and its target, and however it fails: no object is ever linked to the wrong
// resource, no failure is lost, and once the target is well again everything is as the directory says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { QueuedResponseOrder } from '../../../shared/admin/verification.ts';
import { textOf } from '../../../shared/scim/json.ts';
import { jsonAt } from '../../support/json-at.ts';
import { startProvisioning, type Provisioning } from '../../support/provisioning.ts';

const HTML = { 'Content-Type': 'text/html' };
const FAULTS: readonly Omit<QueuedResponseOrder, 'match' | 'times' | 'delayMs'>[] = [
  { status: 500, headers: {} },
  { status: 503, headers: HTML, body: '<html>away</html>' },
  { status: 200, headers: HTML, body: '<html>log in first</html>' },
  { status: 429, headers: {} },
  { status: 409, headers: {}, body: { status: '409', scimType: 'uniqueness' } },
  { status: 400, headers: {}, body: { status: '400', detail: 'no' } },
  { status: 201, headers: {}, body: {} },
  { status: 204, headers: {} },
];

/** Which request of a cycle each fault meets: decided by a seed, so that a run that fails can be repeated. */
function createDice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * sides);
  };
}

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];
const PATHS = ['/Users', '/Groups', '/Users/*', '/Groups/*'];

async function queueFaults({ admin }: Provisioning, dice: (sides: number) => number) {
  for (let count = 0; count < 6; count += 1) {
    const fault = FAULTS[dice(FAULTS.length)];
    // That a write was done, said of one that was not, nobody can know.
    const isLie = [201, 204].includes(fault?.status ?? 0);
    const method = METHODS[dice(isLie ? 2 : METHODS.length)] ?? '';
    const path = PATHS[dice(PATHS.length)] ?? '';
    // The probes pass: what they meet is a story of quarantine.
    const query = method === 'GET' && !path.includes('*') ? { query: { attributes: 'id' } } : {};
    const body = { ...fault, match: { method, path, ...query }, times: 1 + dice(3) };
    await admin('queueResponse', { params: { tenant: 'default' }, body });
  }
}

async function assertLinksRight({ admin, params, store, scim }: Provisioning): Promise<void> {
  const { connections } = await admin('listConnections', { params, query: { limit: 500 } });
  for (const { sourceId, targetId, objectType } of connections) {
    const path = objectType === 'User' ? '/Users' : '/Groups';
    const { body } = await scim('GET', `${path}/${targetId}`);
    const source =
      objectType === 'User'
        ? store.directory.findUser(sourceId)?.mailNickname
        : store.directory.findGroup(sourceId)?.objectId;
    const externalId = textOf(jsonAt(body, 'externalId'));
    assert.equal(externalId, source, `${objectType} ${sourceId}`);
  }
}

describe('Faults in front of the target', () => {
  for (const seed of [1, 2, 3]) {
    test(`leave no wrong link and lose no failure (seed ${seed})`, async (t) => {
      const provisioning = await startProvisioning(t);
      const { admin, assign, cycle, group, groups, hire, params, settings, users } = provisioning;
      const dice = createDice(seed);
      await settings({ requestTimeoutSeconds: 2, membersPerPatch: 2 });
      const boss = await hire('boss');
      const people = [boss];
      for (let index = 0; index < 8; index += 1) {
        people.push(await hire(`person${index}`, { manager: boss }));
      }
      const makers = await group('Makers', people);
      await assign(makers, await group('Others', people.slice(0, 3)));

      for (let round = 0; round < 6; round += 1) {
        await queueFaults(provisioning, dice);
        const victim = people[1 + dice(8)] ?? '';
        const body = { jobTitle: `Title ${round}`, accountEnabled: dice(4) !== 0 };
        await admin('updateDirectoryUser', { params: { id: victim }, body });
        const move = dice(2) === 0 ? { add: [victim] } : { remove: [victim] };
        await admin('changeDirectoryMembers', { params: { id: makers }, body: move });
        await cycle();
        await admin('clearQueuedResponses', { params: { tenant: 'default' } });
        await assertLinksRight(provisioning);
        await admin('jumpSimulatorClock', { body: { seconds: 1_800 } });
      }
      for (let day = 0; day < 3; day += 1) {
        await admin('jumpSimulatorClock', { body: { seconds: 25 * 3_600 } });
        await cycle();
      }

      assert.deepEqual((await admin('listEscrows', { params, query: {} })).escrows, []);
      await assertLinksRight(provisioning);
      const { store } = provisioning;
      const wanted = people
        .filter((id) => store.directory.readAssignments(params.application, id).length > 0)
        .map((id) => store.directory.findUser(id))
        .filter((user) => user?.accountEnabled === true);
      const active = (await users()).filter(({ active: isActive }) => isActive === true);
      assert.deepEqual(
        active.map(({ userName, title }) => `${textOf(userName)} ${textOf(title)}`).toSorted(),
        wanted.map((user) => `${user?.userPrincipalName} ${user?.jobTitle ?? ''}`).toSorted(),
      );
      assert.equal((await groups()).length, 2);
    });
  }
});

describe('A check whether a reference is there', () => {
  const cases = [
    [
      'with several resources',
      [{ id: 'one' }, { id: 'other' }],
      'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
    ],
    [
      'with another resource',
      [{ id: 'other' }],
      'SystemForCrossDomainIdentityManagementServiceIncompatible',
    ],
  ] as const;
  for (const [name, resources, errorCode] of cases) {
    test(`that a target answers ${name} is a failure, and nothing is written by it`, async (t) => {
      const { admin, assign, cycle, hire, params, written } = await startProvisioning(t);
      const boss = await hire('boss');
      const ada = await hire('ada', { manager: boss });
      await assign(boss, ada);
      const match = { method: 'GET', path: '/Users', query: { attributes: 'id' } };
      const body = { totalResults: resources.length, Resources: [...resources] };
      await admin('queueResponse', {
        params: { tenant: 'default' },
        body: { match, times: 1, delayMs: 0, status: 200, headers: {}, body },
      });

      assert.equal(await cycle(), 'create/success 2, update/failure 1');
      const { escrows } = await admin('listEscrows', { params, query: {} });
      assert.deepEqual(
        escrows.map((escrow) => [escrow.sourceId, escrow.kind, escrow.errorCode]),
        [[ada, 'reference', errorCode]],
      );
      assert.ok(!(await written()).some((sentence) => sentence.includes('manager')));

      await admin('jumpSimulatorClock', { body: { seconds: 2_400 } });
      assert.equal(await cycle(), 'update/success 1');
    });
  }
});
