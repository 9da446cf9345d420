// A request to the token endpoint: a form that names the grant, and the client by its secret, by HTTP Basic or by an
// assertion; one of these and not two. @see RFC 6749 §2.3.1, §4.4.2 and appendix B; RFC 7523 §2.2
import type { OAuthRefusal } from '../../provider/issue-token.ts';
import type { ReceivedBody, ScimRequest } from './exchange.ts';
import { readAuthorization } from './read-authorization.ts';

export interface TokenRequest {
  readonly scope: string | undefined;
  readonly client: PresentedClient;
}

export type PresentedClient =
  | { readonly by: 'secret'; readonly clientId: string; readonly secret: string }
  | {
      readonly by: 'assertion';
      readonly clientId: string | undefined;
      readonly assertion: string;
    };

const FORM = 'application/x-www-form-urlencoded';
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export function readTokenRequest(
  request: ScimRequest,
  body: ReceivedBody,
): TokenRequest | OAuthRefusal {
  const [mediaType = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (mediaType.trim() !== FORM) return invalidRequest(`The body must be ${FORM}`);
  if (body.isTooLarge) return invalidRequest('The body is too large');
  const form = readForm(new URLSearchParams(body.bytes.toString('utf8')));
  if ('error' in form) return form;
  const grantType = form.get('grant_type');
  if (grantType === undefined) return invalidRequest('The parameter grant_type is missing');
  if (grantType !== 'client_credentials') {
    return {
      error: 'unsupported_grant_type',
      description: 'The grant type must be client_credentials',
    };
  }
  const client = readClient(request.headers.authorization, form);
  return 'error' in client ? client : { scope: form.get('scope'), client };
}

/** A parameter without a value is as if it were not there, and none may be there twice. @see RFC 6749 §3.2 */
function readForm(parameters: URLSearchParams): ReadonlyMap<string, string> | OAuthRefusal {
  const form = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (form.has(name)) return invalidRequest('A parameter is there more than once');
    if (value !== '') form.set(name, value);
  }
  return form;
}

function readClient(
  header: string | undefined,
  form: ReadonlyMap<string, string>,
): PresentedClient | OAuthRefusal {
  const ways = [
    header,
    form.get('client_secret'),
    form.get('client_assertion') ?? form.get('client_assertion_type'),
  ];
  if (ways.filter((way) => way !== undefined).length > 1) {
    return invalidRequest('The client is authenticated in more than one way');
  }
  if (header !== undefined) return readBasicClient(header, form.get('client_id'));
  if (ways[2] !== undefined) return readAssertedClient(form);
  const clientId = form.get('client_id');
  const secret = form.get('client_secret');
  if (clientId === undefined) return invalidRequest('The parameter client_id is missing');
  if (secret === undefined) return invalidClient('The parameter client_secret is missing');
  return { by: 'secret', clientId, secret };
}

/** Both are form-encoded before they are put together. @see RFC 6749 §2.3.1 */
function readBasicClient(
  header: string,
  formClientId: string | undefined,
): PresentedClient | OAuthRefusal {
  const given = readAuthorization(header);
  if (given.kind !== 'basic') return invalidClient('The Authorization header is not HTTP Basic');
  const clientId = decodeForm(given.user);
  const secret = decodeForm(given.password);
  if (clientId === undefined || secret === undefined) {
    return invalidClient('The client id or secret is not form-encoded');
  }
  if (formClientId !== undefined && formClientId !== clientId) {
    return invalidRequest('The client id is not that of the Authorization header');
  }
  return { by: 'secret', clientId, secret };
}

function readAssertedClient(form: ReadonlyMap<string, string>): PresentedClient | OAuthRefusal {
  const assertion = form.get('client_assertion');
  if (assertion === undefined) return invalidRequest('The parameter client_assertion is missing');
  if (form.get('client_assertion_type') !== JWT_BEARER) {
    return invalidRequest(`The parameter client_assertion_type must be ${JWT_BEARER}`);
  }
  return { by: 'assertion', clientId: form.get('client_id'), assertion };
}

function decodeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function invalidRequest(description: string): OAuthRefusal {
  return { error: 'invalid_request', description };
}

function invalidClient(description: string): OAuthRefusal {
  return { error: 'invalid_client', description };
}
