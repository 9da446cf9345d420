// The filter language of the Requests list: what it reads, what it refuses and where, and what it finds in a summary.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findCaret } from '../../../shared/request-filter/find-caret.ts';
import { createRequestMatcher } from '../../../shared/request-filter/match-request.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import {
  printRequestFilter,
  printTerms,
} from '../../../shared/request-filter/print-request-filter.ts';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import { buildSummary } from '../../support/build-request.ts';
import { anyFilter } from './filter-arbitraries.ts';

const NOW = new Date('2026-01-01T12:00:00.000Z');

describe('a request filter', () => {
  const cases = [
    ['', ''],
    ['  adele   vance ', 'adele vance'],
    ['"adele vance"', '"adele vance"'],
    ['METHOD:Patch and Status:4XX', 'method:patch status:4xx'],
    ['status:400..499', 'status:4xx'],
    ['status:>=400 duration:>1.5s size:<=10k', 'status:>=400 duration:>1500 size:<=10240'],
    ['after:-90m before:10:30', 'after:-90m before:10:30'],
    ['not:status:5xx', 'not:status:5xx'],
    ['not (op:list or op:read)', 'not:(op:list or op:read)'],
    ['a or b c', 'a or b c'],
    ['(a or b) c', '(a or b) c'],
    ['((a))', 'a'],
    ['body:"say \\"hi\\""', 'body:"say \\"hi\\""'],
    ['https://x.test/y', '"https://x.test/y"'],
    ['urn:ietf:params', '"urn:ietf:params"'],
    ['color:3', 'colour:3'],
    ['"or"', '"or"'],
  ] as const;
  for (const [text, printed] of cases) {
    test(`reads ${JSON.stringify(text)} as ${JSON.stringify(printed)}`, () => {
      assert.equal(printRequestFilter(parseRequestFilter(text)), printed);
    });
  }

  const wrong = [
    ['status:4x', 7, /^status: expects a status such as 404, 4xx, >=400 or 400\.\.499/],
    ['a stauts:404', 2, /no token stauts: \(did you mean status:\?\)/],
    ['foo:bar', 0, /put it in quotes/],
    ['constructor:x', 0, /no token constructor: \(put it in quotes/],
    ['a or '.repeat(100) + 'b', 500, /^More than 100 words and tokens/],
    ['source:entre', 7, /^source: expects one of entra, okta/],
    ['method:', 7, /^method: expects one of get/],
    ['(a or b', 0, /"\(" is not closed/],
    ['a)', 1, /closes nothing/],
    ['a or', 4, /Expected a word or a token/],
    ['not:', 4, /Expected a word or a token/],
    ['body:"x', 5, /quote has no end/],
    ['before:25:00', 7, /a time such as 10:30/],
    ['size:10q', 5, /a size such as/],
    ['/', 0, /letter or digit/],
    [`${'('.repeat(40)}a`, 33, /deep/],
    ['a'.repeat(4001), 4000, /longer than 4000/],
  ] as const;
  for (const [text, position, message] of wrong) {
    test(`refuses ${JSON.stringify(text.slice(0, 20))} and says why at its place`, () => {
      assert.throws(
        () => parseRequestFilter(text),
        (error) =>
          error instanceof FilterSyntaxError &&
          error.position === position &&
          message.test(error.message),
      );
    });
  }

  test('is the same after it was printed and read', () => {
    const filters = anyFilter({
      texts: ['adele', 'Adele Vance', 'or', 'not', 'a:b'],
      numbers: { status: [0, 200, 404, 499, 500], ms: [0, 1.5], bytes: [1024], count: [1, 6] },
      instants: ['2026-01-01', '2026-01-01T10:00', '2026-01-01T10:00:00.000Z'],
    });
    fc.assert(
      fc.property(filters, (tree) => {
        assert.deepEqual(parseRequestFilter(printRequestFilter(tree)), tree);
      }),
      { numRuns: 500 },
    );
  });

  test('is told term by term', () => {
    assert.deepEqual(printTerms(parseRequestFilter('a (b or c) not:status:2xx')), [
      'a',
      '(b or c)',
      'not:status:2xx',
    ]);
  });
});

describe('a summary', () => {
  const request = buildSummary(7, {
    method: 'PATCH',
    path: '/scim/v2/Users/2f9a',
    query: 'filter=userName+eq+%22adele.vance%40contoso.com%22&count=1',
    status: 409,
    scimType: 'uniqueness',
    operation: 'deactivate',
    sentence: 'Deactivate Adele Vance',
    source: 'entra',
    tokenName: 'Prod token',
    resourceId: '2f9a',
    resourceName: 'adele.vance@contoso.com',
    durationMs: 620,
    requestBytes: 9_000,
    responseBytes: 3_000,
    findings: { error: 0, warning: 1, notice: 0 },
    at: '2026-01-01T11:50:00.000Z',
    note: 'look at this',
    colour: 2,
    isImported: true,
    isPinned: true,
    isFirst: true,
    retryOf: 5,
  });
  const cases = {
    true: [
      '',
      'method:patch status:4xx op:deactivate resource:user user:adele id:2f9',
      'path:/Users filter:userName scimtype:uniqueness source:entra token:prod',
      'duration:>500 size:>10k has:finding has:note is:pinned is:first is:retry is:imported is:failed',
      'after:-15m before:-5m request:7 colour:2 has:warning has:colour',
      'adele vance deactivate',
      'user:"vance contoso"',
      'not:status:5xx not:group:adele',
      'status:500 or status:409',
      'filter:adele.vance@contoso',
      'before:2026-01-01T11:50:01Z after:2026-01-01T11:50:00Z',
    ],
    false: [
      'status:200',
      'user:ance',
      'id:f9a',
      'has:error',
      'after:-5m',
      'not:adele',
      'rule:x status:200',
      'colour:>2',
    ],
    undefined: [
      'nobody',
      'body:sales',
      'header:x-ms',
      'attr:title',
      'rule:x',
      'not:body:a',
      'nobody or nothing',
    ],
  } as const;
  for (const [expected, filters] of Object.entries(cases)) {
    for (const filter of filters) {
      test(`answers ${expected} to ${JSON.stringify(filter)}`, () => {
        const matches = createRequestMatcher(parseRequestFilter(filter), NOW);

        assert.equal(String(matches(request)), expected);
      });
    }
  }
});

describe('the caret', () => {
  const cases = [
    ['sta|', { token: null, typed: 'sta', from: 0, to: 3, rest: '' }],
    ['op:list status:4|xx', { token: 'status', typed: '4', from: 15, to: 18, rest: 'op:list' }],
    ['status:| op:list', { token: 'status', typed: '', from: 7, to: 7, rest: 'op:list' }],
    ['token:"my to|', { token: 'token', typed: 'my to', from: 6, to: 13, rest: '' }],
    ['op:list |', { token: null, typed: '', from: 8, to: 8, rest: 'op:list' }],
    ['not:op:l|', { token: 'op', typed: 'l', from: 7, to: 8, rest: 'not:' }],
    ['foo:b|', { token: null, typed: 'foo:b', from: 0, to: 5, rest: '' }],
  ] as const;
  for (const [marked, caret] of cases) {
    test(`in ${marked} stands in what it should complete`, () => {
      const at = marked.indexOf('|');

      assert.deepEqual(findCaret(marked.replace('|', ''), at), caret);
    });
  }
});
