// Directory extensions: added to the attribute list of Microsoft Entra ID, carried by users, used by mappings, expressions
// and scoping filters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeGraphSchema } from '../../../main/simulator/mapping/graph/write-graph-schema.ts';
import { readGraphSchema } from '../../../main/simulator/mapping/graph/read-graph-schema.ts';
import { textOf } from '../../../shared/scim/json.ts';
import { jsonAt } from '../../support/json-at.ts';
import { startProvisioning } from '../../support/provisioning.ts';

const OWNER = '0'.repeat(31);
const COST = `extension_${OWNER}a_costCentre`;
const LEVEL = `extension_${OWNER}a_level`;
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

test('A directory extension flows, decides and is refused where the list lacks it', async (t) => {
  const { admin, callAdmin, assign, cycle, hire, params, users } = await startProvisioning(t);
  const base = await admin('getJobSchema', { params });
  const mapped = base.users.attributeMappings.map((mapping) => {
    if (mapping.target === 'title') {
      return { ...mapping, type: 'Expression' as const, source: null, expression: `[${LEVEL}]` };
    }
    return mapping.target === `${ENTERPRISE}:department` ? { ...mapping, source: COST } : mapping;
  });
  const clause = { attribute: LEVEL, operator: 'Greater_Than', value: '2' } as const;
  const scopingFilters = [{ title: 'Seniors', clauses: [clause] }];
  const schema = { ...base, users: { ...base.users, attributeMappings: mapped, scopingFilters } };
  const listed = {
    ...schema,
    userSourceAttributes: [
      { name: COST, type: 'String' as const },
      { name: LEVEL, type: 'Integer' as const },
    ],
  };

  const path = `/api/applications/${params.application}/job/schema`;
  const refused = await callAdmin('PUT', path, { body: { ...schema } });
  assert.equal(refused.status, 400);
  const { findings } = await admin('validateSchema', { body: schema });
  assert.equal(findings.filter(({ message }) => message.includes(COST)).length, 1);
  assert.equal(findings.filter(({ message }) => message.includes(LEVEL)).length, 2);
  const misnamed = { ...schema, userSourceAttributes: [{ name: 'costCentre', type: 'String' }] };
  assert.equal((await callAdmin('PUT', path, { body: misnamed })).status, 400);
  await admin('putJobSchema', { params, body: listed });
  assert.deepEqual(readGraphSchema(writeGraphSchema(listed))?.schema, listed);

  const ada = await hire('ada', { extensions: { [COST]: '4711', [LEVEL]: '3' } });
  await assign(ada, await hire('bob', { extensions: { [LEVEL]: '2' } }));
  assert.equal(await cycle(), 'create/success 1, other/skipped 1');
  await admin('updateDirectoryUser', {
    params: { id: ada },
    body: { extensions: { [COST]: '4712', [LEVEL]: '4' } },
  });
  assert.equal(await cycle(), 'update/success 1');
  assert.deepEqual(
    (await users()).map((user) => [user['title'], jsonAt(user, ENTERPRISE, 'department')]),
    [['4', '4712']],
  );
});

test('A CSV file of people carries directory extensions out and in again', async (t) => {
  const { admin, hire } = await startProvisioning(t);
  const ada = await hire('ada', { extensions: { [COST]: '4711' } });
  const { text } = await admin('exportDirectory', {});
  await admin('deleteDirectoryUser', { params: { id: ada } });

  let job = await admin('importDirectory', { body: { text } });
  while (job.state === 'running') job = await admin('getJob', { params: { id: job.id } });

  const { users } = await admin('listDirectoryUsers', { query: { text: 'ada@' } });
  assert.deepEqual(
    users.map(({ userPrincipalName, extensions }) => [textOf(userPrincipalName), extensions]),
    [['ada@contoso.test', { [COST]: '4711' }]],
  );
});
