// The OAuth token endpoint of each tenant: `/oauth/token` of the default one, `/t/<slug>/oauth/token` of the others.
// It lies outside of the SCIM base and speaks OAuth: its errors have OAuth's form, and nothing of it may be cached.
// @see RFC 6749 §3.2, §4.4 and §5; RFC 7523 §2.2
import { tokenEndpointSlug } from '../../../shared/tenant-path.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { newSecretToken } from '../../base/ids.ts';
import { trustedIssuers } from '../../provider/check-token.ts';
import type { AuthContext } from '../../provider/credentials.ts';
import {
  checkAssertedClient,
  checkClientSecret,
  issueAccessToken,
  type ClientCheck,
  type OAuthRefusal,
} from '../../provider/issue-token.ts';
import { notFound } from '../../scim/scim-error.ts';
import { TOKEN_PROBLEMS } from '../../scim/token-problem.ts';
import type { Exchange, ScimAnswer, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { readTokenRequest, type PresentedClient } from './read-token-request.ts';
import { refuseMethod } from './refuse.ts';
import type { VerifyJwt } from './verify-jwt.ts';

/** Hands on what goes anywhere else. @throws notFound for a tenant that does not exist */
export function tokenEndpoint({ store, clock }: ScimAppDependencies, verifyJwt: VerifyJwt) {
  const refuseOthers = refuseMethod(['POST', 'OPTIONS']);
  return async function tokenEndpoint(
    request: ScimRequest,
    response: ScimAnswer,
    next: () => void,
  ): Promise<void> {
    const { exchange } = response.locals;
    const slug = tokenEndpointSlug(exchange.target.rawPath);
    if (slug === undefined) return next();
    const tenant = store.tenants.find(slug);
    if (tenant === undefined) throw notFound(`Tenant "${slug}"`);
    exchange.tenant = tenant;
    exchange.isTokenRequest = true;
    if (request.method !== 'POST') return void refuseOthers(request, response, next);
    const context = { store, tenant, now: clock.now().toISOString() };
    await answerTokenRequest(context, { request, exchange, verifyJwt });
  };
}

interface TokenExchange {
  readonly request: ScimRequest;
  readonly exchange: Exchange;
  readonly verifyJwt: VerifyJwt;
}

async function answerTokenRequest(
  context: AuthContext,
  { request, exchange, verifyJwt }: TokenExchange,
): Promise<void> {
  const read = readTokenRequest(request, exchange.body);
  if ('error' in read) return sendRefusal(exchange, read);
  exchange.presented = [read.client.by === 'secret' ? read.client.secret : read.client.assertion];
  const { client, ...check } = await identify(context, read.client, verifyJwt);
  if (client !== null) exchange.credential = { kind: 'client', key: client.key, name: client.name };
  if (check.kind === 'refused') return sendRefusal(exchange, check.refusal);
  if (client === null) return;
  const grant = { scope: read.scope, newToken: newSecretToken() };
  const issued = issueAccessToken(context, client, grant);
  if ('error' in issued) return sendRefusal(exchange, issued);
  const { accessToken, expiresIn, scope } = issued;
  const type = { token_type: 'Bearer', expires_in: expiresIn, scope };
  sendOAuth(exchange, 200, { access_token: accessToken, ...type });
}

async function identify(
  context: AuthContext,
  presented: PresentedClient,
  verifyJwt: VerifyJwt,
): Promise<ClientCheck> {
  if (presented.by === 'secret') return checkClientSecret(context, presented);
  const check = await verifyJwt(presented.assertion, trustedIssuers(context));
  if (check.kind === 'trusted') {
    const { subject = '' } = check;
    return checkAssertedClient(context, { clientId: presented.clientId, subject });
  }
  const description = TOKEN_PROBLEMS[check.problem].detail.replace('The token', 'The assertion');
  return { kind: 'refused', refusal: { error: 'invalid_client', description }, client: null };
}

/** A client that is not let in is 401, as it must be for one that came by HTTP Basic. @see RFC 6749 §5.2 */
function sendRefusal(exchange: Exchange, { error, description }: OAuthRefusal): void {
  const status = error === 'invalid_client' ? 401 : 400;
  sendOAuth(exchange, status, { error, error_description: description });
}

function sendOAuth(exchange: Exchange, status: number, body: JsonObject): void {
  exchange.answer({
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      ...(status === 401 && { 'WWW-Authenticate': 'Basic realm="SCIM", charset="UTF-8"' }),
    },
    text: JSON.stringify(body),
    json: body,
  });
}
