// Users until the database takes no more.

export interface FilledTenant {
  readonly scimUrl: string;
  readonly token: string;
}

/** A GET without a body, a POST with one. */
export async function askTenant({ scimUrl, token }: FilledTenant, below: string, body?: unknown) {
  const answer = await fetch(scimUrl + below, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

/** With enough about them to fill a file soon. */
export function buildLargeUser(number: number) {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
  return { schemas, userName: `user-${number}`, displayName: 'x'.repeat(4_000) };
}

/** Returns how many were taken, and the answer to the one that was not. */
export async function fillTenant(tenant: FilledTenant) {
  for (let taken = 0; taken < 5_000; taken += 1) {
    const answer = await askTenant(tenant, '/Users', buildLargeUser(taken));
    if (answer.status !== 201) return { taken, refusal: answer };
  }
  throw new Error('Nothing was refused');
}
