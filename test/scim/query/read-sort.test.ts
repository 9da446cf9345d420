// RFC 7644 §3.4.2.3: what a query can be sorted by.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDescending, readSortBy } from '../../../main/scim/query/read-sort.ts';
import { userModel } from '../../../main/scim/schema/resource-models.ts';

const projection = { attributes: [], excludedAttributes: [] };
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('sortBy', () => {
  const cases = [
    ['O1 userName', 'userName'],
    ['O1 USERNAME', 'userName'],
    ['O4 name.familyName', 'name.familyName'],
    ['O4 emails', 'emails.value'],
    ['O4 emails.type', 'emails.type'],
    [`O4 ${ENTERPRISE}:department`, `${ENTERPRISE}:department`],
    [`O4 ${ENTERPRISE}:manager`, `${ENTERPRISE}:manager.value`],
    ['O7 meta.lastModified', 'meta.lastModified'],
    ['favouriteColour', undefined],
    ['emails[type eq "work"].value', undefined],
    [' ', undefined],
  ] as const;
  for (const [title, path] of cases) {
    const sortBy = title.replace(/^O\d /, '');
    test(`${title} means ${path ?? 'no attribute: the order of creation'}`, () => {
      assert.equal(readSortBy({ sortBy, projection }, userModel)?.canonicalPath, path);
    });
  }

  test('refuses a complex attribute without a value, naming it', () => {
    assert.throws(() => readSortBy({ sortBy: 'name', projection }, userModel), {
      status: 400,
      scimType: 'invalidValue',
      detail: 'sortBy: "name" is complex; sort by one of its sub-attributes',
    });
  });

  test('refuses a password, whose order tells about it', () => {
    assert.throws(() => readSortBy({ sortBy: 'password', projection }, userModel), {
      status: 400,
      scimType: 'invalidValue',
    });
  });
});

describe('sortOrder', () => {
  const cases = [
    [undefined, false],
    ['', false],
    ['ascending', false],
    ['descending', true],
    ['Descending', true],
  ] as const;
  for (const [sortOrder, expected] of cases) {
    test(`O1 ${JSON.stringify(sortOrder)} is ${expected ? 'descending' : 'ascending'}`, () => {
      assert.equal(isDescending({ sortBy: 'id', sortOrder, projection }), expected);
    });
  }

  test('refuses anything else', () => {
    assert.throws(() => isDescending({ sortBy: 'id', sortOrder: 'desc', projection }), {
      scimType: 'invalidValue',
      detail: 'sortOrder must be ascending or descending, not "desc"',
    });
  });

  test('means nothing without sortBy', () => {
    assert.equal(isDescending({ sortOrder: 'upwards', projection }), false);
  });
});
