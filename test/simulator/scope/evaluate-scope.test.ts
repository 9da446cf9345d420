// Scoping filters: every operator, null, case, and how clauses and filters combine.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evaluateScope } from '../../../main/simulator/scope/evaluate-scope.ts';
import type { SourceEntry } from '../../../main/simulator/source-entry.ts';
import type { ScopeOperator, ScopingFilter } from '../../../shared/simulator/mapping.ts';

const ENTRY: SourceEntry = {
  objectId: 'a1b2',
  objectType: 'User',
  attributes: {
    department: 'Sales',
    employeeId: '100',
    accountEnabled: true,
    extensionAttribute1: 'false',
    companyName: null,
    city: '',
    proxyAddresses: ['SMTP:a@contoso.com'],
  },
};

const CASES: readonly (readonly [string, ScopeOperator, string, boolean])[] = [
  ['department', 'EQUALS', 'Sales', true],
  ['department', 'EQUALS', 'sales', false],
  ['department', 'NOT EQUALS', 'Marketing', true],
  ['department', 'Includes', 'ale', true],
  ['department', 'ENDS_WITH', 'les', true],
  ['department', 'ENDS_WITH', 'LES', false],
  ['department', '&', 'Sales and Marketing', true],
  ['department', '!&', 'Sales and Marketing', false],
  ['department', 'REGEX MATCH', '^S.*', true],
  ['department', 'REGEX MATCH', '^s.*', false],
  ['department', 'REGEX MATCH', '(?i)^s', true],
  ['department', 'NOT REGEX MATCH', '^M', true],
  ['employeeId', 'Greater_Than', '99', true],
  ['employeeId', 'Greater_Than', '100', false],
  ['employeeId', 'Greater_Than_OR_EQUALS', '100', true],
  ['department', 'Greater_Than', '1', false],
  ['accountEnabled', 'IS TRUE', '', true],
  ['accountEnabled', 'EQUALS', 'True', true],
  ['extensionAttribute1', 'IS FALSE', '', true],
  ['department', 'IS NOT NULL', '', true],
  ['companyName', 'IS NULL', '', true],
  ['city', 'IS NULL', '', true],
  ['companyName', 'IS NOT NULL', '', false],
  ['companyName', 'NOT EQUALS', 'Fabrikam', false],
  ['companyName', 'NOT REGEX MATCH', 'x', false],
  ['companyName', '!&', 'x', false],
  ['toString', 'IS NULL', '', true],
  ['proxyAddresses', 'Includes', 'SMTP', false],
];

describe('A clause', () => {
  for (const [attribute, operator, value, expected] of CASES) {
    test(`${attribute} ${operator} "${value}" ${expected ? 'passes' : 'does not pass'}`, () => {
      const filter = { title: 'One', clauses: [{ attribute, operator, value }] };

      assert.equal(evaluateScope(ENTRY, [filter]).isInScope, expected);
    });
  }

  test('with a pattern that is none says so and does not pass', () => {
    const clause = { attribute: 'department', operator: 'REGEX MATCH', value: '(S' } as const;

    assert.deepEqual(
      evaluateScope(ENTRY, [{ title: 'One', clauses: [clause] }]).filters[0]?.clauses,
      [
        {
          ...clause,
          sourceValue: 'Sales',
          passed: false,
          problem: 'The pattern has a "(" without its ")".',
        },
      ],
    );
  });

  test('with a pattern that runs away ends', () => {
    const entry = { ...ENTRY, attributes: { department: `${'a'.repeat(60)}!` } };
    const clause = { attribute: 'department', operator: 'REGEX MATCH', value: '(a+)+$' } as const;

    const [filter] = evaluateScope(entry, [{ title: 'One', clauses: [clause] }]).filters;

    assert.match(filter?.clauses[0]?.problem ?? '', /took longer than/);
  });
});

const passing = { attribute: 'department', operator: 'EQUALS', value: 'Sales' } as const;
const failing = { attribute: 'department', operator: 'EQUALS', value: 'HR' } as const;

describe('Clauses and filters', () => {
  const COMBINED: readonly (readonly [string, readonly ScopingFilter[], boolean])[] = [
    ['no filter lets all in', [], true],
    ['all clauses of a filter have to pass', [{ title: 'A', clauses: [passing, failing] }], false],
    [
      'one of two filters is enough',
      [
        { title: 'A', clauses: [failing] },
        { title: 'B', clauses: [passing] },
      ],
      true,
    ],
    [
      'no filter that passes leaves it out',
      [
        { title: 'A', clauses: [failing] },
        { title: 'B', clauses: [failing] },
      ],
      false,
    ],
  ];
  for (const [title, filters, expected] of COMBINED) {
    test(title, () => {
      assert.equal(evaluateScope(ENTRY, filters).isInScope, expected);
    });
  }
});
