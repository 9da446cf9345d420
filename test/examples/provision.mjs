// A provisioning client as somebody else might have written it: what the examples test. It makes a user, or updates the
// one that is there, and tries again when it is told to slow down.
const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/**
 * @param {{ userName: string, title: string }} user
 * @param {{ tenantUrl: string, token: string }} target
 */
export async function provision(user, { tenantUrl, token }) {
  const filter = encodeURIComponent(`userName eq "${user.userName}"`);
  const found = await send('GET', `/Users?filter=${filter}`);
  const [existing] = found.Resources ?? [];
  if (existing === undefined) return send('POST', '/Users', { schemas: [USER_URN], ...user });
  const Operations = [{ op: 'replace', path: 'title', value: user.title }];
  return send('PATCH', `/Users/${existing.id}`, { schemas: [PATCH_URN], Operations });

  async function send(method, path, body) {
    const answer = await fetch(tenantUrl + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
      body: body && JSON.stringify(body),
    });
    if (answer.status === 429) {
      const seconds = Number(answer.headers.get('Retry-After') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      return send(method, path, body);
    }
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer.status === 204 ? {} : answer.json();
  }
}
