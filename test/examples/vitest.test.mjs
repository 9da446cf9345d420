// With Vitest: one server for the file, one tenant that is reset before each test.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTenant } from 'scim-mock-tenant/testing';
import { provision } from './provision.mjs';

let tenant;
beforeAll(async () => {
  tenant = await startTenant({ preset: 'rfc-strict' });
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

test('looks a user up before it creates one', async () => {
  await provision({ userName: 'ada@contoso.com', title: 'Countess' }, tenant);

  const operations = (await tenant.requests()).map(({ operation }) => operation);
  expect(operations).toEqual(['look-up', 'create']);
});

test('gives up when the server fails', async () => {
  await tenant.nextResponse({ status: 503 });

  const user = { userName: 'ada@contoso.com', title: 'Countess' };
  await expect(provision(user, tenant)).rejects.toThrow('503');
  expect(await tenant.users.list()).toEqual([]);
});
