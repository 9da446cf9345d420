// One exchange that breaks each rule about answers, and one next to it that does not.
import {
  answeredUser,
  createUser,
  effect,
  ENTERPRISE,
  find,
  listOf,
  patch,
  query,
  refusal,
  USER,
  type ExchangeInit,
} from './build-exchange.ts';
import type { RuleCase } from './rule-case.ts';

const PAGE = {
  answer: '<!doctype html><p>Sign in',
  answerHeaders: { 'Content-Type': 'text/html' },
};
const META = { resourceType: 'User', location: 'https://scim.test/scim/v2/Users/2f9' };

function read(more: Parameters<typeof answeredUser>[0] = {}): ExchangeInit {
  return { answer: answeredUser(more) };
}

const answerCases: readonly RuleCase[] = [
  ['answer-html', /200/, PAGE, { base: '', path: '/', ...PAGE }],
  [
    'answer-content-type',
    /application\/json/,
    { ...read(), answerHeaders: { 'Content-Type': 'application/json' } },
    read(),
  ],
  ['answer-not-json', /not JSON/, { answer: '{"id":' }, read()],
  ['answer-recorded-in-part', /in part/, { ...read(), isAnswerTruncated: true }, read()],
  [
    'leaks-stack',
    /stack/,
    refusal(500, { detail: 'Error: x\n    at Object.run (/app/main.js:10:4)' }),
    refusal(500),
  ],
  ['no-answer', /ended/, { status: 0 }, read()],
  ['server-error', /503/, refusal(503), refusal(501)],
  ['redirect', /302 without/, { status: 302 }, read()],
  ['create-status', /200/, { ...createUser(), status: 200 }, createUser()],
  [
    'odd-success-status',
    /DELETE answers 200/,
    { method: 'DELETE', status: 200 },
    { method: 'DELETE', status: 204 },
  ],
  [
    'stale-write',
    /W\/"2"/,
    {
      ...patch({ op: 'remove', path: 'title' }),
      headers: { 'If-Match': 'W/"1"' },
      effects: [effect('updated', { meta: { version: 'W/"2"' } })],
    },
    {
      ...patch({ op: 'remove', path: 'title' }),
      headers: { 'If-Match': 'W/"2"' },
      effects: [effect('updated', { meta: { version: 'W/"2"' } })],
    },
  ],
  ['created-without-body', /no body/, { ...createUser(), answer: '' }, createUser()],
  [
    'no-content-with-body',
    /204 has a body/,
    { method: 'DELETE', status: 204, answer: answeredUser() },
    { method: 'DELETE', status: 204 },
  ],
  ['created-without-location', /Location/, { ...createUser(), answerHeaders: {} }, createUser()],
  ['slow-answer', /6.5 s/, { ...read(), durationMs: 6_500 }, { ...read(), durationMs: 400 }],
  [
    'throttled-without-retry-after',
    /Retry-After/,
    refusal(429),
    { ...refusal(429), answerHeaders: { 'Retry-After': '10' } },
  ],
  [
    'unauthorized-without-challenge',
    /WWW-Authenticate/,
    refusal(401),
    { ...refusal(401), answerHeaders: { 'WWW-Authenticate': 'Bearer' } },
  ],
];

const errorCases: readonly RuleCase[] = [
  ['error-without-body', /404/, { status: 404 }, refusal(404)],
  [
    'error-without-schemas',
    /undefined/,
    { status: 404, answer: { status: '404', detail: 'x' } },
    refusal(404),
  ],
  ['error-status-not-text', /404/, refusal(404, { status: 404 }), refusal(404)],
  ['error-status-differs', /"400"/, refusal(404, { status: '400' }), refusal(404)],
  ['error-without-scim-type', /400/, refusal(400), refusal(400, { scimType: 'invalidValue' })],
  [
    'unknown-scim-type',
    /"badThing"/,
    refusal(400, { scimType: 'badThing' }),
    refusal(400, { scimType: 'expiredCursor' }),
  ],
  ['error-without-detail', /No detail/, refusal(404, { detail: '' }), refusal(404)],
  [
    'not-found-on-query',
    /404/,
    { ...find('userName eq "a"'), ...refusal(404) },
    { path: '/Users/2f9', ...refusal(404) },
  ],
  [
    'conflict-status',
    /400/,
    refusal(400, { scimType: 'uniqueness' }),
    refusal(409, { scimType: 'uniqueness' }),
  ],
];

const resourceCases: readonly RuleCase[] = [
  ['answer-without-id', /""/, read({ id: '' }), read()],
  ['answer-without-schemas', /missing/, read({ schemas: [] }), read()],
  [
    'answer-without-meta',
    /location/,
    read({ meta: { resourceType: 'User' } }),
    { path: '/Users/2f9?attributes=userName', answer: { schemas: [USER], id: '2f9' } },
  ],
  ['id-differs', /"7b0"/, { ...read({ id: '7b0' }) }, read()],
  ['id-changes-case', /"2F9"/, read({ id: '2F9' }), read()],
  ['wrong-resource-type', /"Group"/, read({ meta: { ...META, resourceType: 'Group' } }), read()],
  [
    'location-of-another',
    /Users\/7b0/,
    read({ meta: { ...META, location: 'https://scim.test/scim/v2/Users/7b0' } }),
    read(),
  ],
  [
    'location-differs',
    /other\.test/,
    { ...createUser(), answerHeaders: { Location: 'https://other.test/Users/2f9' } },
    createUser(),
  ],
  [
    'version-differs',
    /W\/"2"/,
    { ...read({ meta: { ...META, version: 'W/"1"' } }), answerHeaders: { ETag: 'W/"2"' } },
    { ...read({ meta: { ...META, version: 'W/"1"' } }), answerHeaders: { ETag: 'W/"1"' } },
  ],
  ['password-returned', /password is returned/, read({ password: 'x' }), read()],
  [
    'excluded-returned',
    /emails/,
    { path: '/Users/2f9?excludedAttributes=emails,id', ...read({ emails: [{ value: 'a' }] }) },
    { path: '/Users/2f9?excludedAttributes=emails,id', ...read() },
  ],
  [
    'unrequested-returned',
    /title/,
    { path: '/Users/2f9?attributes=userName', ...read({ title: 'x' }) },
    { path: `/Users/2f9?attributes=USERNAME,${ENTERPRISE}:department`, ...read() },
  ],
  [
    'answer-extension-not-in-schemas',
    /enterprise/,
    read({ [ENTERPRISE]: { department: 'R' } }),
    read({ schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: 'R' } }),
  ],
  ['answer-null', /title is null/, read({ title: null }), read()],
  ['answer-string-boolean', /"True"/, read({ active: 'True' }), read({ active: true })],
  ['answer-wrong-type', /title is 7/, read({ title: 7 }), read({ title: 'x' })],
  [
    'answer-manager-form',
    /"7b0"/,
    read({ schemas: [USER, ENTERPRISE], [ENTERPRISE]: { manager: '7b0' } }),
    read({ schemas: [USER, ENTERPRISE], [ENTERPRISE]: { manager: { value: '7b0' } } }),
  ],
  [
    'answer-several-primaries',
    /2 values/,
    read({
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    }),
    read({ emails: [{ value: 'a', primary: true }, { value: 'b' }] }),
  ],
  ['answer-unknown-attribute', /shoeSize/, read({ shoeSize: 42 }), read({ nickName: 'Ada' })],
];

const ADA = answeredUser();
const BOB = answeredUser({
  id: '7b0',
  userName: 'bob@contoso.test',
  meta: { ...META, location: 'https://scim.test/scim/v2/Users/7b0' },
});

const listCases: readonly RuleCase[] = [
  ['list-without-envelope', /no ListResponse/, query('count=5', [ADA]), query('count=5')],
  [
    'total-results-wrong',
    /totalResults is 0/,
    query('count=5', listOf([ADA], { totalResults: 0 })),
    query('count=5', listOf([ADA], { totalResults: 9 })),
  ],
  [
    'items-per-page-wrong',
    /itemsPerPage is 5/,
    query('count=5', listOf([ADA], { itemsPerPage: 5 })),
    query('count=5', listOf([ADA])),
  ],
  [
    'start-index-wrong',
    /not 2/,
    query('startIndex=2&count=5', listOf([ADA], { startIndex: 1, totalResults: 2 })),
    query('startIndex=2&count=5', listOf([ADA], { startIndex: 2, totalResults: 2 })),
  ],
  [
    'paging-members-missing',
    /startIndex and itemsPerPage/,
    query('count=1', { schemas: listOf([]).schemas, totalResults: 2, Resources: [ADA] }),
    query('count=1', listOf([ADA], { totalResults: 2 })),
  ],
  [
    'resources-missing',
    /totalResults is 3/,
    query('count=5', listOf([], { totalResults: 3 })),
    query('count=0', listOf([], { totalResults: 3 })),
  ],
  [
    'more-than-count',
    /2 resources/,
    query('count=1', listOf([ADA, BOB])),
    query('count=2', listOf([ADA, BOB])),
  ],
  [
    'repeated-in-list',
    /"2f9"/,
    query('count=5', listOf([ADA, ADA])),
    query('count=5', listOf([ADA, BOB])),
  ],
  [
    'several-matches',
    /2 resources/,
    find('externalId eq "x"', listOf([ADA, BOB])),
    find('title eq "x"', listOf([ADA, BOB])),
  ],
  [
    'filter-not-applied',
    /bob@contoso.test/,
    find('userName eq "ada@contoso.test"', listOf([BOB])),
    find('userName eq "ADA@contoso.test"', listOf([ADA])),
  ],
];

export const responseCases: readonly RuleCase[] = [
  ...answerCases,
  ...errorCases,
  ...resourceCases,
  ...listCases,
];
