// Who sent a request: one of the tenant's tokens, an access token that it has issued, or a JWT of an issuer that it
// trusts. On every endpoint; discovery is open to anybody only where the profile says so.
// Who is let in is believed about the tunnel it came through: that is the URL to paste.
// @see RFC 6750 §2.1 and §3; RFC 7617; RFC 7644 §2 and §4
import { invariant } from '../../base/assert.ts';
import { acceptIssued, checkToken, trustedIssuers } from '../../provider/check-token.ts';
import { refuse, type AuthContext, type CredentialCheck } from '../../provider/credentials.ts';
import { unauthorized } from '../../scim/scim-error.ts';
import { TOKEN_PROBLEMS, type TokenProblem } from '../../scim/token-problem.ts';
import type { Exchange, ScimAnswer, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { tunnelOrigin } from './public-base-url.ts';
import { challenge, readAuthorization, type Authorization } from './read-authorization.ts';
import { looksLikeJwt, type VerifyJwt } from './verify-jwt.ts';

const DISCOVERY =
  /^\/(?:ServiceProviderConfig|serviceConfiguration|ResourceTypes|Schemas)(?:\/[^/]*)?$/i;

/** @throws unauthorized where nothing that opens the tenant was presented. */
export function authenticate(dependencies: ScimAppDependencies, verifyJwt: VerifyJwt) {
  const { store, clock } = dependencies;
  return async function authenticate(
    request: ScimRequest,
    response: ScimAnswer,
    next: () => void,
  ): Promise<void> {
    const { exchange } = response.locals;
    const { tenant } = exchange;
    invariant(tenant !== null, 'the tenant was found before');
    if (isOpenToAll(request, exchange)) return next();
    const given = readAuthorization(request.headers.authorization);
    exchange.presented = secretsIn(given);
    const context = { store, tenant, now: clock.now().toISOString() };
    const hasBasic = tenant.profile.basicAuth;
    const check = await checkGiven(context, given, { verifyJwt, hasBasic });
    exchange.credential = check.credential;
    if (check.kind === 'refused') throw refuseToken(exchange, check.problem);
    exchange.caller = check.caller;
    noteTunnel(dependencies, request, exchange);
    next();
  };
}

/** Who presents something is told whether it is good. @see RFC 7644 §4 */
function isOpenToAll(request: ScimRequest, { tenant, target }: Exchange): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return (
    tenant?.profile.anonymousDiscovery === true &&
    isRead &&
    request.headers.authorization === undefined &&
    DISCOVERY.test(target.path ?? '')
  );
}

function secretsIn(given: Authorization): readonly string[] {
  if (given.kind === 'none') return [];
  return [given.kind === 'token' ? given.token : given.password];
}

interface Means {
  readonly verifyJwt: VerifyJwt;
  readonly hasBasic: boolean;
}

async function checkGiven(
  context: AuthContext,
  given: Authorization,
  { verifyJwt, hasBasic }: Means,
): Promise<CredentialCheck> {
  if (given.kind === 'none') return refuse(given.problem, null);
  if (given.kind === 'basic') {
    return hasBasic ? checkToken(context, given.password) : refuse('malformed', null);
  }
  const check = checkToken(context, given.token);
  const isKnown = check.kind === 'accepted' || check.credential !== null;
  return isKnown || !looksLikeJwt(given.token) ? check : checkJwt(context, given.token, verifyJwt);
}

/** Entra: a secret token that was left blank makes it send a JWT of its own issuer. */
async function checkJwt(
  context: AuthContext,
  token: string,
  verifyJwt: VerifyJwt,
): Promise<CredentialCheck> {
  const result = await verifyJwt(token, trustedIssuers(context));
  if (result.kind === 'refused') return refuse(result.problem, null);
  const { issuer, subject } = result;
  if (issuer.subject !== null && issuer.subject !== subject) return refuse('other-subject', null);
  return acceptIssued(context, issuer);
}

function refuseToken(exchange: Exchange, problem: TokenProblem): Error {
  exchange.tokenProblem = problem;
  const { detail } = TOKEN_PROBLEMS[problem];
  const hasBasic = exchange.tenant?.profile.basicAuth === true;
  return unauthorized(detail, challenge(problem, { detail, hasBasic }));
}

function noteTunnel(
  { store, feed }: ScimAppDependencies,
  request: ScimRequest,
  exchange: Exchange,
): void {
  const { tenant } = exchange;
  const origin = tunnelOrigin(request);
  if (tenant === null || origin === undefined || origin === tenant.forwardedUrl) return;
  exchange.tenant = store.tenants.update(tenant, { forwardedUrl: origin });
  feed.publish({ type: 'tenant-changed', data: { tenant: tenant.slug } });
}
