// A request to the token endpoint of a tenant.
import { isJsonObject } from '../../shared/scim/json.ts';
import type { ScimAnswer, TestTenant } from './start-tenant.ts';

/** A form, unless `body` is text; `path` is that of the default tenant unless told. */
export function askToken(
  tenant: Pick<TestTenant, 'ask'>,
  form: Readonly<Record<string, string>> | string,
  { path = '/oauth/token', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
): Promise<ScimAnswer> {
  return tenant.ask('POST', path, {
    body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
    headers: {
      Authorization: '',
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });
}

export function accessTokenOf({ body, text }: ScimAnswer): string {
  const token = isJsonObject(body) ? body['access_token'] : undefined;
  if (typeof token !== 'string') throw new Error(`No access token came: ${text}`);
  return token;
}

export function bearer(token: string): { headers: { Authorization: string } } {
  return { headers: { Authorization: `Bearer ${token}` } };
}
