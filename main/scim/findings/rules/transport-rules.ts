// Rules about the request as HTTP: headers, media type, the path, the token. @see RFC 7644 §2, §3.1 and §3.8
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS, type Hit } from '../hit.ts';
import { isNotJson } from '../judged-exchange.ts';
import type { ExchangeView } from '../exchange-view.ts';
import { SECRET_PARAMETER } from '../../../../shared/export/secret-parameter.ts';
import { showValue } from '../show-value.ts';

const JSON_TYPES = ['application/scim+json', 'application/json'];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

const contentTypeRules: readonly Rule[] = [
  {
    id: 'wrong-content-type',
    severity: 'error',
    title: 'The body is sent as something else than SCIM JSON',
    why: 'A strict service provider answers 415 and does not read the body.',
    source: 'RFC 7644 §3.1, §3.8',
    entra: 'Sends application/scim+json; charset=utf-8 on every write.',
    find(view) {
      const type = mediaType(view);
      const isWrong = type !== undefined && !JSON_TYPES.includes(type);
      return hitIf(isWrong, `Content-Type is ${type}, not application/scim+json`, 'Content-Type');
    },
  },
  {
    id: 'plain-json-content-type',
    severity: 'notice',
    title: 'The body is sent as application/json',
    why: 'Service providers should accept it, but application/scim+json is the type of SCIM.',
    source: 'RFC 7644 §3.8',
    entra: 'Sends application/scim+json; charset=utf-8 on every write.',
    find: (view) =>
      hitIf(
        view.place.kind !== 'other' && mediaType(view) === 'application/json',
        'Content-Type is application/json',
        'Content-Type',
      ),
  },
  {
    id: 'missing-content-type',
    severity: 'warning',
    title: 'A body comes without a Content-Type',
    why: 'The service provider has to guess what the body is; many answer 415.',
    source: 'RFC 9110 §8.3, RFC 7644 §3.8',
    find: (view) =>
      hitIf(hasBody(view) && mediaType(view) === undefined, 'No Content-Type', 'Content-Type'),
  },
  {
    id: 'odd-charset',
    severity: 'error',
    title: 'The body is declared in another encoding than UTF-8',
    why: 'JSON is UTF-8; a service provider may refuse the body or read it wrongly.',
    source: 'RFC 8259 §8.1',
    find(view) {
      const [, charset] =
        /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(view.header('content-type') ?? '') ?? [];
      const isOdd = charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset);
      return hitIf(isOdd, `The charset is ${charset}; JSON is UTF-8`, 'Content-Type');
    },
  },
  {
    id: 'body-not-json',
    severity: 'error',
    title: 'The body is not JSON',
    why: 'The request cannot be read and answers 400 invalidSyntax.',
    source: 'RFC 7644 §3.12, RFC 8259',
    find: ({ exchange, isWrite }) =>
      hitIf(isWrite && isNotJson(exchange.requestBody), 'The body cannot be read as JSON'),
  },
  {
    id: 'missing-body',
    severity: 'error',
    title: 'A write comes without a body',
    why: 'POST, PUT and PATCH say in their body what is to be done.',
    source: 'RFC 7644 §3.3, §3.5',
    find: ({ exchange, isWrite }) =>
      hitIf(isWrite && exchange.requestBody.text.trim() === '', `${exchange.method} has no body`),
  },
  {
    id: 'unexpected-body',
    severity: 'notice',
    title: 'A body where none has a meaning',
    why: 'The body of a GET or DELETE has no meaning; proxies may refuse such a request.',
    source: 'RFC 9110 §9.3.1, §9.3.5',
    find: (view) =>
      hitIf(
        /^(?:GET|HEAD|DELETE)$/.test(view.method) && hasBody(view),
        `${view.method} has a body`,
      ),
  },
  {
    id: 'request-body-too-large',
    severity: 'warning',
    title: 'The body of the request is larger than what is kept',
    why: 'It is recorded in part only; a request of this size answers 413.',
    source: 'RFC 7644 §3.12',
    find: ({ exchange }) =>
      hitIf(exchange.requestBody.isTruncated, 'The body was recorded in part only'),
  },
];

const headerRules: readonly Rule[] = [
  {
    id: 'accept-without-scim',
    severity: 'warning',
    title: 'Accept leaves no room for SCIM',
    why: 'A strict service provider may answer 406.',
    source: 'RFC 7644 §3.8',
    entra: 'Sends Accept: application/scim+json.',
    find(view) {
      const accept = view.header('accept');
      const isOdd =
        accept !== undefined &&
        view.place.kind !== 'root' &&
        !/application\/(?:scim\+json|json|\*)|\*\/\*/i.test(accept);
      return hitIf(isOdd, `Accept is ${showValue(accept)}`, 'Accept');
    },
  },
  {
    id: 'no-user-agent',
    severity: 'notice',
    title: 'A request without User-Agent was turned away',
    why: 'Firewalls and tunnels take a request without User-Agent for a bot. Let such requests through.',
    source: 'RFC 9110 §10.1.5',
    entra: 'Sends no User-Agent at all; a 403 page from a firewall makes Test Connection fail.',
    find(view) {
      const { status } = view.exchange;
      const isFiltered = status >= 400 && /html/i.test(view.answerHeader('content-type') ?? '');
      const isMissing = view.header('user-agent') === undefined;
      const message = `No User-Agent, and the answer is a page with status ${status}`;
      return hitIf(isMissing && isFiltered, message, 'User-Agent');
    },
  },
  {
    id: 'plain-http-tunnel',
    severity: 'error',
    title: 'The token came over plain HTTP',
    why: 'Anyone on the way can read and reuse it. Give the SCIM client the https:// address of the tunnel.',
    source: 'RFC 7644 §7.1; Microsoft: Develop a SCIM endpoint',
    entra: 'Accepts https tenant URLs with a public certificate only.',
    find(view) {
      const host = view.header('x-forwarded-host') ?? view.header('host') ?? '';
      const isPlain = /^http$/i.test(view.header('x-forwarded-proto')?.split(',')[0]?.trim() ?? '');
      return hitIf(
        isPlain && !LOOPBACK.test(host),
        `${host} was asked over http://`,
        'X-Forwarded-Proto',
      );
    },
  },
  {
    id: 'conditional-on-create',
    severity: 'notice',
    title: 'If-Match on a request that creates',
    why: 'There is no version yet that it could match.',
    source: 'RFC 7644 §3.14',
    find: ({ method, place, header }) =>
      hitIf(
        method === 'POST' && place.kind === 'collection' && header('if-match') !== undefined,
        'POST has If-Match',
        'If-Match',
      ),
  },
];

const tokenRules: readonly Rule[] = [
  {
    id: 'no-credentials',
    severity: 'error',
    title: 'No Authorization header',
    why: 'The service provider cannot know who asks and answers 401.',
    source: 'RFC 7644 §2, RFC 6750 §2.1',
    find: ({ exchange, header }) =>
      hitIf(
        exchange.status === 401 && header('authorization') === undefined,
        'The request has no Authorization header',
        'Authorization',
      ),
  },
  {
    id: 'odd-authorization-scheme',
    severity: 'warning',
    title: 'Another scheme than Bearer',
    why: 'SCIM is used with bearer tokens; Basic sends a password with every request.',
    source: 'RFC 7644 §2, §7.5',
    entra: 'Sends Authorization: Bearer and no other scheme.',
    find({ header }) {
      const [scheme = ''] = (header('authorization') ?? '').split(' ');
      const isOdd = scheme !== '' && !/^(?:bearer|dpop)$/i.test(scheme);
      const shown = /^[a-z][\w-]{0,15}$/i.test(scheme) ? scheme : 'none';
      return hitIf(isOdd, `The authorization scheme is ${shown}`, 'Authorization');
    },
  },
  {
    id: 'expired-token',
    severity: 'error',
    title: 'The token has expired',
    why: 'Every request fails until the SCIM client gets a new one.',
    source: 'RFC 6750 §3.1',
    entra: 'Puts the job into quarantine at once: EncounteredQuarantineException.',
    find: (view) => hitIf(isRefused(view, /expired/i), 'The token has expired', 'Authorization'),
  },
  {
    id: 'revoked-token',
    severity: 'error',
    title: 'The token was revoked',
    why: 'Somebody took it back; the SCIM client still has the old one.',
    source: 'RFC 6750 §3.1',
    entra: 'Puts the job into quarantine at once: EncounteredQuarantineException.',
    find: (view) => hitIf(isRefused(view, /revoked/i), 'The token was revoked', 'Authorization'),
  },
  {
    id: 'write-with-read-only-token',
    severity: 'error',
    title: 'A write with a token that may only read',
    why: 'It answers 403. Provisioning needs a token that may write.',
    source: 'RFC 6750 §3.1, insufficient_scope',
    entra: 'Logs InsufficientRights for the entry and tries again later.',
    find: ({ exchange, method, answerHeader, isWrite }) =>
      hitIf(
        exchange.status === 403 &&
          (isWrite || method === 'DELETE') &&
          /insufficient_scope/i.test(answerHeader('www-authenticate') ?? ''),
        `${method} came with a read-only token`,
        'Authorization',
      ),
  },
];

const pathRules: readonly Rule[] = [
  {
    id: 'token-in-query',
    severity: 'error',
    title: 'A secret in the query string',
    why: 'Addresses end up in logs of proxies and servers. Send it in the Authorization header.',
    source: 'RFC 6750 §2.3, RFC 7644 §7.5.2',
    find: ({ exchange }) =>
      exchange.query
        .filter(([name, value]) => SECRET_PARAMETER.test(name) && value !== '')
        .map(([name]) => ({ message: `Parameter ${name} carries a secret`, path: name })),
  },
  {
    id: 'doubled-slash',
    severity: 'warning',
    title: 'Two slashes in a row',
    why: 'Many servers answer 404. It comes from a tenant URL that ends with a slash.',
    source: 'RFC 3986 §3.3',
    entra: 'Appends its path to the tenant URL as it was typed.',
    find: ({ exchange }) =>
      hitIf(exchange.rawPath.includes('//'), `The path is ${exchange.rawPath}`),
  },
  {
    id: 'trailing-slash',
    severity: 'notice',
    title: 'A slash at the end of the path',
    why: 'Strict routers answer 404 to it.',
    source: 'RFC 7644 §3.2',
    find: ({ exchange, place }) =>
      hitIf(
        place.kind !== 'root' && place.kind !== 'other' && /[^/]\/$/.test(exchange.rawPath),
        `The path is ${exchange.rawPath}`,
      ),
  },
  {
    id: 'path-of-version-1',
    severity: 'warning',
    title: 'A path of SCIM 1.1',
    why: 'Version 1.1 has other schemas and another PATCH; a SCIM 2.0 service provider does not serve it.',
    source: 'RFC 7644 §3.13',
    find: ({ exchange }) =>
      hitIf(/\/v1(?:\.\d)?(?:\/|$)/i.test(exchange.rawPath), `The path is ${exchange.rawPath}`),
  },
];

export const transportRules: RuleGroup = {
  where: 'request',
  applies: () => true,
  rules: [...contentTypeRules, ...headerRules, ...tokenRules, ...pathRules].map(
    quietForLandingPage,
  ),
};

/** A browser that opens the root is no SCIM client. */
function quietForLandingPage(rule: Rule): Rule {
  return { ...rule, find: (view): readonly Hit[] => (isPage(view) ? NO_HITS : rule.find(view)) };
}

function isPage({ exchange, isSuccess }: ExchangeView): boolean {
  return exchange.path === null && isSuccess && exchange.rawPath === '/';
}

/** What the challenge of a 401 says about the token. @see RFC 6750 §3 */
function isRefused({ exchange, answerHeader }: ExchangeView, reason: RegExp): boolean {
  const challenge = answerHeader('www-authenticate') ?? '';
  return exchange.status === 401 && /invalid_token/i.test(challenge) && reason.test(challenge);
}

function hasBody({ exchange }: ExchangeView): boolean {
  return exchange.requestBody.text.trim() !== '';
}

/** Of a request with a body, in lower case. */
function mediaType(view: ExchangeView): string | undefined {
  if (!hasBody(view)) return undefined;
  const [type = ''] = (view.header('content-type') ?? '').split(';');
  return type.trim() === '' ? undefined : type.trim().toLowerCase();
}
