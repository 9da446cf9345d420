// RFC 7644 §3.4.3: the body of a search.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSearchRequest } from '../../../main/scim/query/read-search-request.ts';
import { SEARCH_REQUEST_URN } from '../../../main/scim/schema/urns.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';

const schemas = [SEARCH_REQUEST_URN];

describe('a SearchRequest', () => {
  test('Q2 holds what a URL holds', () => {
    const request = readSearchRequest({
      schemas,
      filter: 'userName pr',
      sortBy: 'userName',
      sortOrder: 'descending',
      startIndex: 2,
      count: 10,
      cursor: '',
      attributes: ['userName', 'name.familyName'],
      excludedAttributes: ['emails'],
    });

    assert.deepEqual(request, {
      filter: 'userName pr',
      sortBy: 'userName',
      sortOrder: 'descending',
      startIndex: 2,
      count: 10,
      cursor: '',
      projection: { attributes: ['userName', 'name.familyName'], excludedAttributes: ['emails'] },
    });
  });

  test('has names without case, null for absent and members that mean nothing', () => {
    const request = readSearchRequest({
      SCHEMAS: [SEARCH_REQUEST_URN.toUpperCase()],
      FILTER: 'id pr',
      Count: '3',
      sortBy: null,
      attributes: null,
      colour: 'red',
    });

    const { filter, count, sortBy, projection } = request;
    assert.deepEqual(
      { filter, count, sortBy, projection },
      {
        filter: 'id pr',
        count: '3',
        sortBy: undefined,
        projection: { attributes: [], excludedAttributes: [] },
      },
    );
  });

  test('may list names in one text, as a URL does', () => {
    const { projection } = readSearchRequest({ schemas, attributes: 'userName, emails.value,' });

    assert.deepEqual(projection.attributes, ['userName', 'emails.value']);
  });
});

describe('what is no SearchRequest', () => {
  const others: readonly (readonly [title: string, body: JsonObject])[] = [
    ['no schemas', { filter: 'id pr' }],
    ['empty schemas', { schemas: [] }],
    ['schemas that is a text', { schemas: SEARCH_REQUEST_URN }],
    ['the URN of another message', { schemas: [SEARCH_REQUEST_URN.replace('Search', 'Bulk')] }],
  ];
  for (const [title, body] of others) {
    test(`Q4 ${title} is invalidSyntax`, () => {
      assert.throws(() => readSearchRequest(body), { status: 400, scimType: 'invalidSyntax' });
    });
  }

  const wrong: readonly (readonly [body: JsonObject, detail: string])[] = [
    [{ filter: 1 }, 'filter must be a string, not a number'],
    [{ sortBy: ['id'] }, 'sortBy must be a string, not an array'],
    [{ cursor: {} }, 'cursor must be a string, not an object'],
    [{ count: true }, 'count must be an integer, not a boolean'],
    [{ attributes: { id: 1 } }, 'attributes must be a string, not an object'],
    [{ excludedAttributes: ['id', 7] }, 'excludedAttributes[1] must be a string, not a number'],
  ];
  for (const [body, detail] of wrong) {
    test(`Q4 ${JSON.stringify(body)} is invalidValue, naming the member`, () => {
      assert.throws(() => readSearchRequest({ schemas, ...body }), {
        status: 400,
        scimType: 'invalidValue',
        detail,
      });
    });
  }
});
