// With Jest, or whatever else loads CommonJS: `test`, `beforeAll`, `afterAll` and `expect` are Jest's globals.
const { startTenant } = require('scim-mock-tenant/testing');

let tenant;
beforeAll(async () => {
  tenant = await startTenant({ users: [{ userName: 'ada@contoso.com' }] });
});
afterAll(() => tenant.close());

test('a group that names its members', async () => {
  const [{ id }] = tenant.created.users;

  await tenant.scim.request('POST', '/Groups', {
    body: { displayName: 'Crew', members: [{ value: id }] },
  });

  await tenant.groups.waitFor(`members[value eq "${id}"]`);
  const { sentence } = await tenant.expectRequest({ resourceType: 'Group' });
  expect(sentence).toContain('Crew');
});
