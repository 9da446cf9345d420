// Every template is sent to a real tenant that has what it needs: what we offer to begin with must work.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEMPLATES, type TemplatePlace } from '../../../shared/compose/templates.ts';
import { newUuid } from '../../../main/base/ids.ts';
import { readId } from '../../support/read-id.ts';
import { sendUser } from '../../support/send-users.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

for (const { id, title, build } of TEMPLATES) {
  test(`${id}: ${title}`, async (t) => {
    const tenant = await startTenant({}, t);
    const { method, path, headers, body } = build(await fill(tenant));

    const answer = await tenant.admin('sendComposed', {
      body: {
        request: {
          target: { kind: 'tenant', tenant: 'default' },
          method,
          path,
          headers: headers.map(([name, value]): [string, string] => [name, value]),
          body,
        },
      },
    });

    assert(answer.kind === 'answered');
    assert.equal(Math.floor(answer.status / 100), 2, answer.body.text);
  });
}

async function fill(tenant: TestTenant): Promise<TemplatePlace> {
  const userId = await sendUser(tenant, 'ada');
  const otherUserId = await sendUser(tenant, 'bob');
  const crew = await tenant.scim('POST', '/Groups', { body: { displayName: 'Crew' } });
  return {
    userId,
    userName: 'ada@contoso.test',
    otherUserId,
    groupId: readId(crew),
    groupName: 'Crew',
    memberIds: [userId, otherUserId],
    baseUrl: tenant.scimUrl,
    newGuid: newUuid,
  };
}
