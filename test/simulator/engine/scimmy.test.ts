// The service against somebody else's server: what stands there at the end is what the mappings say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectsIn, textOf, type JsonObject } from '../../../shared/scim/json.ts';
import { jsonAt } from '../../support/json-at.ts';
import { startProvisioning } from '../../support/provisioning.ts';
import { SCIMMY_TOKEN, startScimmy } from '../../support/start-scimmy.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

test('200 users and 10 groups stand on a scimmy server as the mappings say, but for managers', async (t) => {
  const url = await startScimmy(t, { isComplete: true });
  const { admin, assign, cycle, group, hire, params } = await startProvisioning(t, { url });
  await admin('putJobCredentials', { params, body: { type: 'bearer', secretToken: SCIMMY_TOKEN } });
  const people: string[] = [];
  for (let index = 0; index < 200; index += 1) {
    const manager = index < 10 ? (people[0] ?? null) : null;
    people.push(
      await hire(`user${index}`, {
        givenName: 'User',
        surname: `Number ${index}`,
        department: `Department ${index % 7}`,
        city: 'Leeds',
        mobile: `+44 70 ${index}`,
        manager,
      }),
    );
  }
  for (let index = 0; index < 10; index += 1) {
    await assign(
      await group(
        `Group ${index}`,
        people.filter((_, place) => place % 10 === index),
      ),
    );
  }

  // The deviation of scimmy: it takes neither of the two forms in which Entra writes a manager.
  const refusal = async () =>
    (await admin('listEscrows', { params, query: {} })).escrows[0]?.reason;
  assert.equal(await cycle(), 'create/success 210, update/failure 9, update/success 10');
  assert.match((await refusal()) ?? '', /with 400\. Body: .*Invalid path 'manager'/);
  await admin('putJobTarget', { params, body: { url: `${url}?aadOptscim062020` } });
  await admin('jumpSimulatorClock', { body: { seconds: 40 * 60 } });
  assert.equal(await cycle(), 'update/failure 9');
  assert.match((await refusal()) ?? '', /'manager' expected complex value but found type 'string'/);

  await admin('updateDirectoryUser', { params: { id: people[5] ?? '' }, body: { city: 'York' } });
  await admin('updateDirectoryUser', {
    params: { id: people[7] ?? '' },
    body: { accountEnabled: false },
  });
  assert.equal(await cycle(), 'disable/success 1, update/failure 1, update/success 1');

  const { connections } = await admin('listConnections', { params, query: { limit: 500 } });
  const idsOf = (type: string) =>
    connections.flatMap(({ objectType, targetId }) => (objectType === type ? targetId : []));
  const users = await read(url, '/Users', idsOf('User'));
  const groups = await read(url, '/Groups', idsOf('Group'));
  const byExternalId = new Map(users.map((user) => [textOf(user['externalId']), user]));
  assert.equal(byExternalId.size, 200);
  for (let index = 0; index < 200; index += 1) {
    const user = byExternalId.get(`user${index}`);
    assert.deepEqual(
      shapeOf(user),
      {
        userName: `user${index}@contoso.test`,
        active: index !== 7,
        formatted: `User Number ${index}`,
        email: `user${index}@contoso.test`,
        city: index === 5 ? 'York' : 'Leeds',
        mobile: `+44 70 ${index}`,
        department: `Department ${index % 7}`,
        manager: '',
      },
      `user${index}`,
    );
  }
  for (const each of groups) {
    const place = Number(textOf(each['displayName']).slice('Group '.length));
    const wanted = people.flatMap((_, index) =>
      index % 10 === place ? textOf(byExternalId.get(`user${index}`)?.['id']) : [],
    );
    const held = objectsIn(each['members']).map(({ value }) => textOf(value));
    assert.deepEqual(held.toSorted(), wanted.toSorted(), textOf(each['displayName']));
  }
  assert.equal(groups.length, 10);
});

function shapeOf(user: JsonObject | undefined) {
  return {
    userName: textOf(user?.['userName']),
    active: user?.['active'] === true,
    formatted: textOf(jsonAt(user, 'name', 'formatted')),
    email: textOf(objectsIn(user?.['emails'])[0]?.['value']),
    city: textOf(objectsIn(user?.['addresses'])[0]?.['locality']),
    mobile: textOf(objectsIn(user?.['phoneNumbers'])[0]?.['value']),
    department: textOf(jsonAt(user, ENTERPRISE, 'department')),
    manager: textOf(jsonAt(user, ENTERPRISE, 'manager', 'value')),
  };
}

/** By the connections that the job has made. */
async function read(url: string, path: string, ids: readonly string[]): Promise<JsonObject[]> {
  const headers = { Authorization: `Bearer ${SCIMMY_TOKEN}` };
  const answers = await Promise.all(ids.map((id) => fetch(`${url}${path}/${id}`, { headers })));
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  return bodies as JsonObject[]; // SCIM answers are JSON
}
