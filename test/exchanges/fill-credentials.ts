// What recorded exchanges leave out because it differs from tenant to tenant: tokens, client secrets, JWTs and the place
// of the token endpoint. Gives the tenants of such exchanges credentials, and puts them where the file has a gap.
import { createJwtIssuer } from '../support/jwt-issuer.ts';
import type { TestTenant } from '../support/start-tenant.ts';

const SECRET = 'the-client-secret-of-an-exchange';
const CLIENT = { clientId: 'entra', name: 'Entra', secret: SECRET };
const SUBJECT = '5c1e-service-principal';
/** What Entra signs where the secret token is blank, and for a workload identity. */
const BLANK = {
  iss: 'https://sts.windows.net/contoso/',
  aud: '8adf8e6e-67b2-4cf2-a259-e3dc5476c621',
};
const WORKLOAD = {
  iss: 'https://login.microsoftonline.com/contoso/v2.0',
  aud: 'api://scim-mock',
  sub: SUBJECT,
};

export type FillCredentials = (text: string) => string;

/** `numbers` are the tenants that need more than a secret token. */
export async function prepareCredentials(
  tenant: TestTenant,
  { numbers, token }: { readonly numbers: readonly string[]; readonly token: string },
): Promise<FillCredentials> {
  const issuer = await createJwtIssuer();
  const trustedIssuers = [BLANK, WORKLOAD].map(({ iss, aud }) => ({
    name: iss,
    issuer: iss,
    audience: aud,
    jwks: issuer.jwks,
  }));
  for (const number of numbers) {
    const params = { tenant: number };
    await tenant.admin('changeAuthSetting', { params, body: { trustedIssuers } });
    const body = { ...CLIENT, assertionSubject: SUBJECT };
    await tenant.admin('createOAuthClient', { params, body });
  }
  const [blank, workload] = [await issuer.sign(BLANK), await issuer.sign(WORKLOAD)];
  return (text) =>
    text
      .replace('<token>', token)
      .replace('<id>', CLIENT.clientId)
      .replace('<secret>', SECRET)
      .replace('<scope>', `${WORKLOAD.aud}/.default`)
      .replace('<Entra JWT>', workload)
      .replace(/<JWT iss=.*>$/, blank);
}
