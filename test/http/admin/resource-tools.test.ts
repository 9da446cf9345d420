// The past of a resource, what clients are shown of it, values that occur, and changes of many, over HTTP.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import { readId } from '../../support/read-id.ts';
import { seedGroup, seedUser } from '../../support/seed-resources.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { endOf, resultOf } from '../../support/transfer-file.ts';

const users = { tenant: 'default', resourceType: 'User' };

describe('The past of a resource', () => {
  test('a revision is told with its request, its source and its document', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await seedUser(tenant, 'ada', { title: 'CTO' });
    await retitle(tenant, id, 'CEO');

    const first = await tenant.admin('getRevision', { params: { ...users, id, version: 1 } });
    const { attributes } = await tenant.admin('getBlame', { params: { ...users, id } });

    assert.equal(first.document?.['title'], 'CTO');
    assert.deepEqual([first.revision.requestId, first.revision.tokenName], [1, 'Secret Token']);
    const title = attributes.find(({ path }) => path === 'title');
    assert.deepEqual([title?.version, title?.requestId, title?.action], [2, 2, 'patch']);
  });

  test('a deleted user is restored with its id and leaves the list of the deleted', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await seedUser(tenant, 'ada');
    await seedGroup(tenant, 'Sales', [id]);
    await tenant.scim('DELETE', `/Users/${id}`);

    const restored = await tenant.admin('restoreResource', {
      params: { ...users, id },
      body: { version: 1 },
    });

    assert.deepEqual(restored.leftOut, []);
    const stored = await tenant.scim('GET', `/Users/${id}`);
    assert.equal(stored.status, 200);
    assert.match(stored.text, /"Sales"/);
  });

  test('a restore that SCIM refuses is refused with its status and type', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await seedUser(tenant, 'ada');
    await tenant.scim('DELETE', `/Users/${id}`);
    await seedUser(tenant, 'ADA');

    const answer = await tenant.callAdmin(
      'POST',
      `/api/tenants/default/resources/User/${id}/restore`,
      { body: { version: 1 } },
    );

    assert.equal(answer.status, 409);
    assert.match(answer.text, /userName.*already in use/);
  });
});

describe('As returned', () => {
  test('shows what the profile and the projection leave of a resource', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await seedUser(tenant, 'ada', { title: 'CTO' });

    const { body } = await tenant.admin('readReturned', {
      params: { ...users, id },
      query: { attributes: 'title' },
    });

    assert.ok(isJsonObject(body));
    assert.deepEqual(Object.keys(body).toSorted(), ['id', 'schemas', 'title']);
  });
});

describe('Values that occur', () => {
  test('of a name come in order, of anything else by how often', async (t) => {
    const tenant = await startTenant({}, t);
    await seedUser(tenant, 'bea', { title: 'Engineer' });
    await seedUser(tenant, 'Ada', { title: 'Engineer' });
    await seedUser(tenant, 'alan', { title: 'Analyst' });
    const list = async (attribute: string, prefix = '') =>
      (await tenant.admin('listValues', { params: users, query: { attribute, prefix } })).values;

    assert.deepEqual(await list('userName', 'a'), ['Ada', 'alan']);
    assert.deepEqual(await list('title'), ['Engineer', 'Analyst']);
    assert.deepEqual(await list('title', 'ana'), ['Analyst']);
    assert.deepEqual(await list('emails.type'), ['work']);
    assert.deepEqual(await list('active'), [true, false]);
    assert.deepEqual(await list('password'), []);
    assert.deepEqual(await list('nothing'), []);
  });
});

describe('Members of a group', () => {
  test('are found by a part of their name or id', async (t) => {
    const tenant = await startTenant({}, t);
    const ada = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
    const alan = await seedUser(tenant, 'alan', { displayName: 'Alan Turing' });
    const id = await seedGroup(tenant, 'Sales', [ada, alan]);
    const find = async (text: string) =>
      (
        await tenant.admin('listMembers', { params: { tenant: 'default', id }, query: { text } })
      ).members.map(({ display }) => display);

    assert.deepEqual(await find('LOVE'), ['Ada Lovelace']);
    assert.deepEqual(await find(alan.slice(0, 12)), ['Alan Turing']);
    assert.deepEqual(await find('nobody'), []);
  });
});

describe('A change of many', () => {
  const engineers = { kind: 'filter', filter: 'title eq "Engineer"' } as const;
  const promote = {
    kind: 'patch',
    operations: [{ op: 'replace', path: 'title', value: 'Principal' }],
  } as const;

  test('is planned without a trace', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await seedUser(tenant, 'ada', { title: 'Engineer' });
    await seedUser(tenant, 'alan', { title: 'Analyst' });

    const plan = await tenant.admin('planBulkEdit', {
      params: users,
      body: { selection: engineers, change: { ...promote, operations: [...promote.operations] } },
    });

    assert.deepEqual(plan, {
      selected: 1,
      tried: 1,
      changed: 1,
      unchanged: 0,
      refused: 0,
      examples: [
        {
          id,
          name: 'ada',
          changes: [{ path: 'title', kind: 'changed', before: 'Engineer', after: 'Principal' }],
        },
      ],
      refusals: [],
    });
    assert.equal(versionOf((await tenant.scim('GET', `/Users/${id}`)).body), 1);
  });

  test('is a job, and its undo brings the versions of before', async (t) => {
    const tenant = await startTenant({}, t);
    const ids = [
      await seedUser(tenant, 'ada', { title: 'Engineer' }),
      await seedUser(tenant, 'bea', { title: 'Engineer' }),
    ];
    const job = await tenant.admin('startBulkEdit', {
      params: users,
      body: { selection: engineers, change: { ...promote, operations: [...promote.operations] } },
    });
    const done = await endOf(tenant, job.id);
    await retitle(tenant, ids[1] ?? '', 'Boss');

    const undo = await tenant.admin('undoBulkEdit', { params: { id: job.id } });
    const undone = resultOf(await endOf(tenant, undo.id));

    assert.deepEqual([resultOf(done).replaced, done.isUndoable], [2, true]);
    assert.deepEqual([undone.replaced, undone.skipped, undone.issueCount], [1, 1, 1]);
    const titles = await Promise.all(ids.map(async (id) => titleOf(tenant, id)));
    assert.deepEqual(titles, ['Engineer', 'Boss']);
    assert.equal((await tenant.admin('getJob', { params: { id: job.id } })).isUndoable, false);
    const again = await tenant.callAdmin('POST', `/api/jobs/${job.id}/undo`);
    assert.equal(again.status, 409);
  });

  test('may delete, and bring back', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await seedUser(tenant, 'ada');
    const body = {
      selection: { kind: 'ids', ids: [id, 'nobody'] },
      change: { kind: 'delete' },
    } as const;
    const job = await tenant.admin('startBulkEdit', {
      params: users,
      body: { ...body, selection: { kind: 'ids', ids: [...body.selection.ids] } },
    });
    assert.equal(resultOf(await endOf(tenant, job.id)).replaced, 1);
    assert.equal((await tenant.scim('GET', `/Users/${id}`)).status, 404);

    const undo = await tenant.admin('undoBulkEdit', { params: { id: job.id } });
    await endOf(tenant, undo.id);

    assert.equal((await tenant.scim('GET', `/Users/${id}`)).status, 200);
  });

  test('tells what is refused, and goes on', async (t) => {
    const tenant = await startTenant({}, t);
    await seedUser(tenant, 'ada');
    await seedUser(tenant, 'bea');
    const operations: JsonObject[] = [{ op: 'replace', path: 'userName', value: 'same' }];
    const job = await tenant.admin('startBulkEdit', {
      params: users,
      body: { selection: { kind: 'filter', filter: '' }, change: { kind: 'patch', operations } },
    });

    const result = resultOf(await endOf(tenant, job.id));

    assert.deepEqual([result.replaced, result.failed], [1, 1]);
    assert.match(result.issues[0]?.reason ?? '', /userName "same" is already in use/);
  });
});

async function retitle(tenant: TestTenant, id: string, value: string): Promise<void> {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'title', value }],
  };
  await tenant.scim('PATCH', `/Users/${id}`, { body });
}

async function titleOf(tenant: TestTenant, id: string): Promise<unknown> {
  const { body } = await tenant.scim('GET', `/Users/${id}`);
  return isJsonObject(body) ? body['title'] : undefined;
}

function versionOf(body: unknown): number {
  return Number(/"version":"W\/\\"(\d+)/.exec(JSON.stringify(body))?.[1]);
}

describe('Deleted resources', () => {
  test('are listed with name, time, request and the version to restore, until they are back', async (t) => {
    const tenant = await startTenant({}, t);
    const ids: string[] = [];
    for (const userName of ['ada', 'bob', 'cleo']) {
      const id = readId(
        await tenant.scim('POST', '/Users', { body: { userName, displayName: 'X' } }),
      );
      ids.push(id);
    }
    for (const id of ids.slice(0, 2)) await tenant.scim('DELETE', `/Users/${id}`);
    const params = { tenant: 'default', resourceType: 'User' };

    const first = await tenant.admin('listDeletedResources', { params, query: { limit: 1 } });
    const query = { before: first.next ?? 0 };
    const second = await tenant.admin('listDeletedResources', { params, query });
    const [ada] = second.deleted;
    await tenant.admin('restoreResource', {
      params: { ...params, id: ada?.id ?? '' },
      body: { version: ada?.version ?? 0 },
    });
    const left = await tenant.admin('listDeletedResources', { params });

    const tell = ({ deleted }: typeof first) => deleted.map((one) => [one.name, one.requestId]);
    assert.deepEqual([tell(first), tell(second), second.next], [[['bob', 5]], [['ada', 4]], null]);
    assert.deepEqual(tell(left), [['bob', 5]]);
    assert.match((await tenant.scim('GET', `/Users/${ids[0]}`)).text, /"userName":"ada"/);
  });
});

describe('A purge of deleted resources', () => {
  async function deleteThree(tenant: TestTenant): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const userName of ['ada', 'bob', 'cleo']) ids.push(await seedUser(tenant, userName));
    await seedGroup(tenant, 'Sales', ids);
    for (const id of ids) await tenant.scim('DELETE', `/Users/${id}`);
    return ids;
  }

  test('takes the history of those that are chosen, and leaves the request log', async (t) => {
    const tenant = await startTenant({}, t);
    const [ada = '', bob = ''] = await deleteThree(tenant);
    const stored = await seedUser(tenant, 'dora');
    const requests = await countRequests(tenant);

    const selection = { kind: 'ids' as const, ids: [ada, stored] };
    const job = await tenant.admin('purgeDeletedResources', {
      params: users,
      body: { selection, snapshot: false },
    });
    const result = resultOf(await endOf(tenant, job.id));

    const { deleted, total } = await tenant.admin('listDeletedResources', { params: users });
    assert.deepEqual([result.replaced, result.skipped, total], [1, 1, 2]);
    assert.deepEqual(
      deleted.map(({ name }) => name),
      ['cleo', 'bob'],
    );
    const history = `/api/tenants/default/resources/User/${ada}/history`;
    assert.equal((await tenant.callAdmin('GET', history)).status, 404);
    const restore = `/api/tenants/default/resources/User/${ada}/restore`;
    const refused = await tenant.callAdmin('POST', restore, { body: { version: 1 } });
    assert.match(refused.text, /does not exist/);
    assert.equal((await tenant.scim('GET', `/Users/${stored}`)).status, 200);
    assert.equal(await countRequests(tenant), requests + 1);
    assert.equal((await tenant.admin('listSnapshots')).snapshots.length, 0);
    await tenant.admin('restoreResource', { params: { ...users, id: bob }, body: { version: 1 } });
    assert.match((await tenant.scim('GET', `/Users/${bob}`)).text, /"Sales"/);
  });

  test('of all that match a text takes a snapshot first, which has them', async (t) => {
    const tenant = await startTenant({}, t);
    await deleteThree(tenant);
    const params = users;

    const found = await tenant.admin('listDeletedResources', { params, query: { text: 'B' } });
    const selection = { kind: 'all' as const, text: 'B' };
    const some = await tenant.admin('purgeDeletedResources', { params, body: { selection } });
    await endOf(tenant, some.id);
    const left = await tenant.admin('listDeletedResources', { params });
    const [before] = (await tenant.admin('listSnapshots')).snapshots;
    await tenant.admin('restoreSnapshot', { params: { id: before?.id ?? '' } });
    const back = await tenant.admin('listDeletedResources', { params });

    assert.deepEqual([found.total, left.total, back.total], [1, 2, 3]);
    assert.match(before?.name ?? '', /^Before purging 1 deleted resource of /);
  });

  test('makes the undo of their deletion say so', async (t) => {
    const tenant = await startTenant({}, t);
    await seedUser(tenant, 'ada');
    const all = { kind: 'filter' as const, filter: '' };
    const deletion = await tenant.admin('startBulkEdit', {
      params: users,
      body: { selection: all, change: { kind: 'delete' } },
    });
    await endOf(tenant, deletion.id);
    const body = { selection: { kind: 'all' as const }, snapshot: false };
    const purge = await tenant.admin('purgeDeletedResources', { params: users, body });
    await endOf(tenant, purge.id);

    const undo = await tenant.admin('undoBulkEdit', { params: { id: deletion.id } });
    const result = resultOf(await endOf(tenant, undo.id));

    assert.deepEqual([result.replaced, result.failed], [0, 1]);
    assert.match(result.issues[0]?.reason ?? '', /does not exist/);
  });
});

async function countRequests(tenant: TestTenant): Promise<number> {
  return (await tenant.admin('listRequests', { query: { limit: 1 } })).total;
}
