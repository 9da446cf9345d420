// RFC 7644 §3.4.2.4 and RFC 9865 §2: which page a request asks for, under each way of paging a tenant may have.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { QueryRequest } from '../../../main/scim/query/query-request.ts';
import { readPage, type PageRequest } from '../../../main/scim/query/read-page.ts';
import { DEFAULT_PROFILE } from '../../../shared/scim/profile/profile-setting.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';

type Case = readonly [
  title: string,
  request: Omit<QueryRequest, 'projection'>,
  profile: Partial<Profile>,
  expected: PageRequest,
];

const index = (startIndex: number, count: number) =>
  ({ kind: 'index', startIndex, count }) as const;
const cursor = (text: string, count: number) => ({ kind: 'cursor', cursor: text, count }) as const;

describe('the page that a request asks for', () => {
  const cases: readonly Case[] = [
    ['is the first of the default size', {}, {}, index(1, 100)],
    ['has the size that the tenant says', {}, { defaultPageSize: 7 }, index(1, 7)],
    ['P1 starts at 1 when startIndex is below 1', { startIndex: '-3' }, {}, index(1, 100)],
    ['P2 is empty when count is below 0', { count: -1 }, {}, index(1, 0)],
    ['P3 is never larger than the tenant allows', { count: 99 }, { maxPageSize: 50 }, index(1, 50)],
    [
      'P3 is never larger than the maximum of a filter',
      { count: 99, filter: 'id pr' },
      { maxFilterResults: 20 },
      index(1, 20),
    ],
    ['takes a blank filter for none', { filter: ' ' }, { maxFilterResults: 20 }, index(1, 100)],
    ['G1 goes by cursor when it names one', { cursor: '', count: '5' }, {}, cursor('', 5)],
    ['G5 has no resources when count is below 0', { cursor: '', count: '-5' }, {}, cursor('', 0)],
    ['G10 goes by index when it names neither', { count: 5 }, {}, index(1, 5)],
    [
      'G10 goes by cursor when that is the default',
      { count: 5 },
      { defaultPaging: 'cursor' },
      cursor('', 5),
    ],
    [
      'goes by index when it names startIndex, whatever the default',
      { startIndex: 3 },
      { defaultPaging: 'cursor' },
      index(3, 100),
    ],
    ['ignores a cursor that nobody knows', { cursor: 'x' }, { cursorPaging: false }, index(1, 100)],
    [
      'ignores a startIndex that nobody knows',
      { startIndex: '9' },
      { indexPaging: false },
      cursor('', 100),
    ],
    [
      'is the first one where there are no pages',
      { startIndex: '9', cursor: 'x' },
      { indexPaging: false, cursorPaging: false },
      index(1, 100),
    ],
  ];
  for (const [title, request, profile, expected] of cases) {
    test(title, () => {
      assert.deepEqual(read(request, profile), expected);
    });
  }
});

describe('what is no page', () => {
  for (const value of ['two', '1.5', '', '1e3', '9'.repeat(30)]) {
    const quoted = JSON.stringify(value);
    test(`P7 startIndex ${quoted}`, () => {
      assert.throws(() => read({ startIndex: value }), {
        status: 400,
        scimType: 'invalidValue',
        detail: `startIndex must be an integer, not ${quoted}`,
      });
    });

    test(`P7 count ${quoted}, and G6 the same by cursor`, () => {
      assert.throws(() => read({ count: value }), { status: 400, scimType: 'invalidValue' });
      assert.throws(() => read({ count: value, cursor: '' }), {
        status: 400,
        scimType: 'invalidCount',
        detail: `count must be an integer, not ${quoted}`,
      });
    });
  }

  test('G13 a cursor with a startIndex', () => {
    assert.throws(() => read({ cursor: '', startIndex: '1' }), {
      status: 400,
      scimType: 'invalidValue',
      detail: /^cursor and startIndex exclude each other/,
    });
  });
});

function read(request: Omit<QueryRequest, 'projection'>, profile: Partial<Profile> = {}) {
  const projection = { attributes: [], excludedAttributes: [] };
  return readPage({ ...request, projection }, { ...DEFAULT_PROFILE, ...profile });
}
