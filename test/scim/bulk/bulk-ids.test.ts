// RFC 7644 §3.7.2: references to resources that other operations make.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import {
  findBulkIds,
  resolveBulkIds,
  resolveBulkPath,
  withoutPending,
} from '../../../main/scim/bulk/bulk-ids.ts';

const resolve = (id: string) => (id === 'u' ? '2819' : undefined);

describe('RFC 7644 §3.7.2 bulkId', () => {
  test('B3 is found in values, URLs and the filters of PATCH paths, each id once', () => {
    const data = {
      members: [{ value: 'bulkId:a' }, { value: 'bulkId:a', $ref: '../Users/bulkId:b' }],
      Operations: [{ op: 'remove', path: 'members[value eq "bulkId:c"]' }],
    };

    assert.deepEqual(findBulkIds(data), ['a', 'b', 'c']);
  });

  test('is not looked for in the midst of a text', () => {
    const data = { displayName: 'about bulkId:a', title: 'say "bulkId:b"', nickName: 'bulkId:' };

    assert.deepEqual(findBulkIds(data), []);
  });

  test('B3 is replaced wherever it stands', () => {
    const data = {
      value: 'bulkId:u',
      $ref: 'https://x.test/Users/bulkId:u',
      path: 'members[value eq "bulkId:u"]',
      other: 'bulkId:nobody',
    };

    assert.deepEqual(resolveBulkIds(data, resolve), {
      value: '2819',
      $ref: 'https://x.test/Users/2819',
      path: 'members[value eq "2819"]',
      other: 'bulkId:nobody',
    });
  });

  test('B3 is replaced in the path of an operation', () => {
    assert.equal(resolveBulkPath('/Users/bulkId:u', resolve), '/Users/2819');
  });

  test('B4 leaves its list element, complex value or extension attribute out while pending', () => {
    const user = {
      userName: 'ada',
      members: [{ value: 'bulkId:p' }, { value: 'kept' }],
      boss: { value: 'bulkId:p', note: 'x' },
      'urn:x:User': { manager: { value: 'bulkId:p' }, department: 'R&D' },
    };

    assert.deepEqual(withoutPending(user, new Set(['p'])), {
      userName: 'ada',
      members: [{ value: 'kept' }],
      'urn:x:User': { department: 'R&D' },
    });
  });

  test('keeps members with awkward names their own', () => {
    const data = JSON.parse('{"__proto__":{"value":"bulkId:u"}}') as {
      readonly [name: string]: never;
    };

    const resolved = resolveBulkIds(data, resolve);

    assert.equal(JSON.stringify(resolved), '{"__proto__":{"value":"2819"}}');
  });
});
