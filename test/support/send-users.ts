// Traffic in numbers: users created over HTTP, several requests at a time.
import type { TestTenant } from './start-tenant.ts';

const AT_A_TIME = 8;

/** Creates users `<prefix>1@contoso.test` to `<prefix><count>@contoso.test`. */
export async function sendUsers(tenant: TestTenant, prefix: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  async function work(): Promise<void> {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      await sendUser(tenant, `${prefix}${number}`);
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

/** Creates one user; returns its id. */
export async function sendUser(tenant: TestTenant, name: string): Promise<string> {
  const { status, text } = await tenant.scim('POST', '/Users', {
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: `${name}@contoso.test`,
      displayName: name,
      active: true,
    },
  });
  if (status !== 201) throw new Error(`${name} was not created: ${status} ${text}`);
  return String(JSON.parse(text).id);
}
