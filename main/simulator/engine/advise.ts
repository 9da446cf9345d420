// What to do about a failure, by what came and on which occasion: a connection test has no object whose mapping could be
// corrected, and its requests stand right beside it.
// Entra: it sends no User-Agent, which firewalls, bot filters and tunnels answer with a page of their own and 403 (seen with
// several vendors since 2026).
import { ERROR_CODES } from '../../../shared/simulator/error-codes.ts';
import { INCOMPATIBLE, type TargetFailure } from '../client/scim-outcome.ts';

/** `probe`: Test Connection, and what opens every activity. */
export type Occasion = 'probe' | 'object';

export function adviseOn(failure: TargetFailure, occasion: Occasion): string {
  const { errorCode, status, isHtml = false } = failure;
  if (isHtml && status === 403) return BLOCKED;
  if (isHtml && status !== null && status < 300) return WEB_PAGE;
  const advice = occasion === 'probe' ? adviseOnProbe(failure) : undefined;
  return advice ?? ERROR_CODES[errorCode].recommendedAction;
}

const BLOCKED =
  'An HTML page with 403 is rarely the application refusing the token: it comes from a firewall, a bot filter or a tunnel before it. Entra sends no User-Agent header, and such filters turn requests without one away: let them through to the path of the Tenant URL.';

const WEB_PAGE =
  'An HTML page came where SCIM was expected: of a website, a sign-in or the warning of a tunnel. Check that the Tenant URL leads to the SCIM endpoint, normally https://host/scim, and that nothing before it asks for a sign-in or a click.';

function adviseOnProbe({ errorCode, status }: TargetFailure): string | undefined {
  if (status === 404) return NOT_FOUND;
  if (status === 400) return BAD_FILTER;
  if (status !== null && status >= 300 && status < 400) return REDIRECT;
  if (errorCode === INCOMPATIBLE) return WRONG_LIST;
  if (errorCode === 'SystemForCrossDomainIdentityManagementBadResponse') return BAD_RESPONSE;
  return undefined;
}

const NOT_FOUND =
  'Check the Tenant URL: it ends where /Users begins, normally https://host/scim. A filter that finds nothing has to be answered with 200 and an empty ListResponse, never with 404.';

const BAD_FILTER =
  'Make the application answer the filter of the request that is shown: eq on the first matching attribute. Or match by an attribute that it can filter by.';

const REDIRECT =
  'Redirects are not followed, because the Secret Token would go to wherever they lead. Enter the address that the target serves itself as Tenant URL (https instead of http, the other host, the path without a slash at its end), or make the target answer without a redirect.';

const WRONG_LIST =
  'The request asks for a value that nothing has. Make the application apply the filter and answer with 200 and a ListResponse whose totalResults is 0, and compare that with the answer that is shown.';

const BAD_RESPONSE = 'Compare the answer that is shown with RFC 7644, section 3.4.2.';
