// Each rule of the linter has an exchange that it speaks up about and one, next to it, where it keeps still.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  countFindings,
  findFindings,
  listFindingRules,
} from '../../../main/scim/findings/find-findings.ts';
import { FindingRule } from '../../../shared/admin/finding.ts';
import { responseCases } from './answer-cases.ts';
import {
  answeredUser,
  buildExchange,
  bulk,
  createUser,
  find,
  judge,
  listOf,
  patch,
  query,
  refusal,
  ruleIds,
  USER,
  type ExchangeInit,
} from './build-exchange.ts';
import { bodyOfRequestCases } from './body-cases.ts';
import { requestCases } from './request-cases.ts';

const rules = listFindingRules();
const cases = [...requestCases, ...bodyOfRequestCases, ...responseCases];

describe('a rule', () => {
  for (const [id, says, bad, good] of cases) {
    test(`${id} finds what is off, and nothing beside it`, () => {
      const found = judge(bad).filter(({ ruleId }) => ruleId === id);

      const rule = rules.find((candidate) => candidate.id === id);
      assert.ok(found.length > 0, `found are ${ruleIds(bad).join(', ')}`);
      assert.match(found[0]?.message ?? '', says);
      assert.deepEqual([found[0]?.severity, found[0]?.where], [rule?.severity, rule?.where]);
      assert.ok(!ruleIds(good).includes(id), 'the good one is left alone');
    });
  }

  test('has a case here, and each case a rule', () => {
    assert.deepEqual(cases.map(([id]) => id).sort(), rules.map(({ id }) => id).sort());
  });

  test('has an id of its own, and says what, why and by which source', () => {
    const ids = rules.map(({ id }) => id);

    assert.equal(new Set(ids).size, ids.length);
    for (const rule of rules) {
      assert.match(FindingRule.parse(rule).id, /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/);
      assert.match(rule.why, /\.$/);
      assert.match(rule.source, /RFC \d+ §|RFC \d+|Microsoft: /);
    }
    assert.ok(ids.length >= 40);
  });
});

describe('clean traffic', () => {
  const clean: readonly (readonly [string, ExchangeInit])[] = [
    ['a create', createUser()],
    ['a read', { answer: answeredUser() }],
    ['a look-up without a hit', find('userName eq "nobody"')],
    ['a page', query('startIndex=1&count=2', listOf([answeredUser()]))],
    ['a PATCH', patch({ op: 'replace', path: 'active', value: false })],
    ['a delete', { method: 'DELETE', status: 204 }],
    ['a refusal', refusal(404)],
    [
      'the landing page',
      {
        base: '',
        path: '/',
        headers: { Accept: 'text/html', Authorization: '' },
        answer: '<html>',
        answerHeaders: { 'Content-Type': 'text/html' },
      },
    ],
  ];
  for (const [title, exchange] of clean) {
    test(`such as ${title} has no findings`, () => assert.deepEqual(judge(exchange), []));
  }
});

describe('findings', () => {
  test('of one rule are three at most, and the last one counts the others', () => {
    const operations = Array.from({ length: 9 }, () => ({ op: 'Remove', path: 'title' }));

    const found = judge(patch(...operations));

    assert.deepEqual(countFindings(found), { error: 0, warning: 3, notice: 0 });
    assert.equal(found[2]?.message, 'op is "Remove" (and 6 more)');
  });

  test('name the operation of a Bulk message that brings them', () => {
    const data = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'active', value: 'False' }],
    };
    const user = { schemas: [USER], userName: 'ada@contoso.test', active: 'True' };

    const found = judge(
      bulk(
        { method: 'POST', path: '/Users', bulkId: 'a', data: user },
        { method: 'PATCH', path: '/Users/2f9', data },
      ),
    );

    assert.deepEqual(
      found.map(({ ruleId, path }) => [ruleId, path]),
      [
        ['string-boolean', 'Operations[0].data.active'],
        ['string-boolean', 'Operations[1].data.Operations[0].value'],
      ],
    );
  });

  test('do not quote a password', () => {
    const found = judge(createUser({ password: 7_654_321 }));

    assert.deepEqual(
      found.map(({ ruleId }) => ruleId),
      ['wrong-type'],
    );
    assert.doesNotMatch(JSON.stringify(found), /7654321/);
  });

  test('do not quote a secret of the query', () => {
    const found = judge({ path: '/Users/2f9?access_token=s3cr3t&api_key=s3cr3t' });

    assert.doesNotMatch(JSON.stringify(found), /s3cr3t/);
  });

  test('do not quote a filter by password, not even one that cannot be read', () => {
    const filters = ['password eq s3cr3t', 'password is "s3cr3t"', 'PASSWORD eq 53.0'];

    const found = filters.flatMap((filter) => judge(find(filter)));

    assert.deepEqual([...new Set(found.map(({ ruleId }) => ruleId))], ['secret-in-filter']);
    assert.doesNotMatch(JSON.stringify(found), /s3cr3t|53/);
  });

  test('look at the start of a huge body only', () => {
    const members = Array.from({ length: 50_000 }, (_, id) => ({ value: String(id), $ref: null }));

    const found = judge({
      ...patch({ op: 'add', path: 'members', value: members }),
      path: '/Groups/9d1',
    });

    assert.deepEqual([...new Set(found.map(({ ruleId }) => ruleId))], ['null-value']);
  });

  test('come without a crash from any JSON in any place', () => {
    const json = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
        fc.constantFrom('/Users', '/Users/2f9', '/Groups/1', '/Bulk', '/Me', '/.search', '/x', ''),
        fc.record({ body: json, answer: json, parameters: fc.string(), status: fc.nat(599) }),
        (method, path, { body, answer, parameters, status }) => {
          const exchange = { method, path: `${path}?${parameters}`, status };
          const texts = { body: JSON.stringify(body), answer: JSON.stringify(answer) };
          findFindings(buildExchange({ ...exchange, ...texts }));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('come without a crash from odd operations, names and filters', () => {
    const word = fc.constantFrom(
      'emails[type eq "work"].value',
      'name.givenName',
      'schemas',
      'meta',
      'manager',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      '__proto__',
      'members',
      'a[b',
      '',
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), word);
    const operation = fc.record({ op: fc.oneof(word, fc.constant('Add')), path: word, value });
    fc.assert(
      fc.property(
        fc.array(operation),
        fc.dictionary(word, value),
        word,
        (operations, body, text) => {
          judge(JSON.parse(JSON.stringify(patch(...JSON.parse(JSON.stringify(operations))))));
          judge({ ...createUser(), body: JSON.stringify(body), answer: JSON.stringify(body) });
          judge(find(`${text} eq ${text}`, JSON.parse(JSON.stringify(listOf([])))));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
