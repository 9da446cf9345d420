// One exchange that breaks each rule about a request as HTTP and its query, and one next to it that does not.
import {
  createUser,
  ENTERPRISE,
  find,
  listOf,
  patch,
  query,
  refusal,
  type ExchangeInit,
} from './build-exchange.ts';
import type { RuleCase } from './rule-case.ts';

function typed(contentType: string): ExchangeInit {
  return { ...createUser(), headers: { 'Content-Type': contentType } };
}

function challenged(description: string): ExchangeInit {
  const challenge = `Bearer error="invalid_token", error_description="${description}"`;
  return { ...refusal(401), answerHeaders: { 'WWW-Authenticate': challenge } };
}

const transportCases: readonly RuleCase[] = [
  ['wrong-content-type', /text\/plain/, typed('text/plain'), createUser()],
  ['plain-json-content-type', /application\/json/, typed('application/json'), createUser()],
  ['missing-content-type', /No Content-Type/, typed(''), { status: 204, method: 'DELETE' }],
  [
    'odd-charset',
    /iso-8859-1/,
    typed('application/scim+json; charset=iso-8859-1'),
    typed('application/scim+json; charset="UTF-8"'),
  ],
  ['body-not-json', /cannot be read/, { ...createUser(), body: '{"userName":' }, createUser()],
  ['missing-body', /POST has no body/, { method: 'POST', path: '/Users' }, createUser()],
  [
    'unexpected-body',
    /DELETE has a body/,
    { method: 'DELETE', status: 204, body: {} },
    { method: 'DELETE', status: 204 },
  ],
  [
    'request-body-too-large',
    /in part/,
    { ...createUser(), body: '{"userName":', isTruncated: true },
    createUser(),
  ],
  [
    'accept-without-scim',
    /text\/html/,
    { headers: { Accept: 'text/html' } },
    { headers: { Accept: 'text/html, */*;q=0.1' } },
  ],
  [
    'no-user-agent',
    /403/,
    {
      headers: { 'User-Agent': '' },
      status: 403,
      answer: '<html>blocked</html>',
      answerHeaders: { 'Content-Type': 'text/html' },
    },
    { headers: { 'User-Agent': '' }, ...refusal(403) },
  ],
  [
    'plain-http-tunnel',
    /x\.example/,
    { headers: { 'X-Forwarded-Host': 'x.example', 'X-Forwarded-Proto': 'http' } },
    { headers: { 'X-Forwarded-Host': 'x.example', 'X-Forwarded-Proto': 'https' } },
  ],
  [
    'conditional-on-create',
    /If-Match/,
    { ...createUser(), headers: { 'If-Match': 'W/"1"' } },
    { ...patch({ op: 'replace', path: 'title', value: 'x' }), headers: { 'If-Match': 'W/"1"' } },
  ],
  [
    'no-credentials',
    /no Authorization/,
    { headers: { Authorization: '' }, ...refusal(401) },
    refusal(401),
  ],
  [
    'odd-authorization-scheme',
    /Basic/,
    { headers: { Authorization: 'Basic ••••' } },
    { headers: { Authorization: 'bearer ••••' } },
  ],
  ['expired-token', /expired/, challenged('The token has expired'), challenged('Unknown token')],
  ['revoked-token', /revoked/, challenged('The token was revoked'), challenged('Unknown token')],
  [
    'write-with-read-only-token',
    /PATCH/,
    {
      ...patch({ op: 'remove', path: 'title' }),
      ...refusal(403),
      answerHeaders: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
    },
    { ...patch({ op: 'remove', path: 'title' }), ...refusal(403) },
  ],
  [
    'token-in-query',
    /access_token carries/,
    { path: '/Users/2f9?access_token=abc' },
    { path: '/Users/2f9?attributes=userName' },
  ],
  ['doubled-slash', /\/\/Users/, { path: '//Users/2f9' }, { path: '/Users/2f9' }],
  ['trailing-slash', /Users\//, { path: '/Users/' }, { path: '/Users' }],
  ['path-of-version-1', /v1/, { base: '/scim/v1', path: '/Users' }, { path: '/Users' }],
];

const queryCases: readonly RuleCase[] = [
  [
    'secret-in-filter',
    /never returned/,
    find('password eq "s3cr3t"'),
    find('userName eq "s3cr3t"'),
  ],
  [
    'deprecated-flag',
    /AzureAdScimPatch062020/,
    query('AzureAdScimPatch062020'),
    query('aadOptscim062020'),
  ],
  [
    'glued-flag',
    /aadOptscim062020\/Users/,
    { path: '?aadOptscim062020/Users/2f9' },
    query('aadOptscim062020'),
  ],
  ['valueless-parameter', /"debug"/, query('debug'), query('aadOptscim062020&cursor')],
  ['unknown-parameter', /"pageSize"/, query('pageSize=10'), query('count=10')],
  ['repeated-parameter', /count/, query('count=1&Count=2'), query('count=1&startIndex=1')],
  ['bad-paging-number', /startIndex is "0"/, query('startIndex=0'), query('startIndex=1&count=0')],
  ['large-page', /5000/, query('count=5000'), query('count=1000')],
  [
    'list-without-paging',
    /1 of 300/,
    { path: '/Users', answer: listOf([{ id: '1' }], { totalResults: 300 }) },
    { path: '/Users', answer: listOf([{ id: '1' }]) },
  ],
  ['index-and-cursor', /both/, query('startIndex=1&cursor=x'), query('cursor=x')],
  [
    'odd-sort-order',
    /"down"/,
    query('sortBy=userName&sortOrder=down'),
    query('sortOrder=Ascending'),
  ],
  ['sort-by-unknown', /"shoeSize"/, query('sortBy=shoeSize'), query('sortBy=name.familyName')],
  [
    'both-projections',
    /Both/,
    query('attributes=userName&excludedAttributes=emails'),
    query('attributes=userName'),
  ],
  [
    'projection-of-unknown',
    /shoeSize/,
    query('attributes=shoeSize'),
    query(`attributes=emails.value,${ENTERPRISE},${ENTERPRISE}:department`),
  ],
];

const filterCases: readonly RuleCase[] = [
  ['filter-syntax', /cannot be read/, find('userName is "a"'), find('userName eq "a"')],
  ['filter-unquoted', /eq ada/, find('externalId eq ada'), find('externalId eq "ada"')],
  [
    'filter-value-path-suffix',
    /\]\.value/,
    find('emails[type eq "work"].value eq "a@b.test"'),
    find('emails[type eq "work" and value eq "a@b.test"]'),
  ],
  ['filter-unknown-attribute', /"shoeSize"/, find('shoeSize eq 42'), find('NICKNAME eq "a"')],
  [
    'filter-extension-without-urn',
    /enterprise/,
    find('department eq "R"'),
    find(`${ENTERPRISE}:department eq "R"`),
  ],
  [
    'filter-on-complex',
    /manager/,
    find(`${ENTERPRISE}:manager eq "2f9"`),
    find(`${ENTERPRISE}:manager.value eq "2f9"`),
  ],
  ['filter-string-boolean', /"True"/, find('active eq "True"'), find('active eq true')],
  ['filter-wrong-literal', /42/, find('userName eq 42'), find('userName eq "42"')],
  ['filter-order-without-order', /active gt/, find('active gt true'), find('active ne true')],
  [
    'filter-date-unreadable',
    /"yesterday"/,
    find('meta.created gt "yesterday"'),
    find('meta.created gt "2026-01-05T10:00:00Z"'),
  ],
];

export const requestCases: readonly RuleCase[] = [...transportCases, ...queryCases, ...filterCases];
