import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findEntraOutcome } from '../../../renderer/features/requests/details/entra-outcome.ts';
import { writeHex } from '../../../renderer/features/requests/details/hex-text.ts';
import { readListResponse } from '../../../renderer/features/requests/details/read-list-response.ts';
import { readUrlParts } from '../../../renderer/features/requests/details/url-parts.ts';
import { splitText } from '../../../renderer/ui/split-text.ts';

describe('The target of a request', () => {
  test('is taken apart: base, tenant, endpoint, id', () => {
    const { base, tenant, endpoint, id } = readUrlParts('/t/acme/scim/v2/Users/a%20b', '');

    assert.deepEqual(
      { base, tenant, endpoint, id },
      { base: '/t/acme/scim/v2', tenant: 'acme', endpoint: 'Users', id: 'a b' },
    );
  });

  test('has its filter as a tree, or the reason why there is none', () => {
    const good = readUrlParts('/scim/v2/Users', 'filter=userName+eq+%22ada%22&count=2').parameters;
    const bad = readUrlParts('/scim/v2/Users', 'filter=userName+eq').parameters;

    assert.deepEqual(good[0]?.tree, {
      kind: 'compare',
      attribute: 'userName',
      operator: 'eq',
      value: 'ada',
    });
    assert.equal(good[1]?.meaning, 'Results on a page at most');
    assert.match(bad[0]?.problem ?? '', /character 12/);
  });
});

describe('What Microsoft Entra would log for an answer', () => {
  const body = { text: '', bytes: 2, truncated: false };
  const cases = [
    [{ status: 201, operation: 'create' }, { id: '1' }, undefined],
    [{ status: 409, operation: 'create' }, {}, 'Conflict or EntryConflict'],
    [{ status: 404, operation: 'update' }, {}, 'InvalidAnchor'],
    [{ status: 502, operation: 'update' }, undefined, 'InternalServerError'],
    [{ status: 418, operation: 'update' }, {}, 'SystemForCrossDomainIdentityManagementBadRequest'],
    [{ status: 200, operation: 'look-up' }, { totalResults: 2 }, 'DuplicateTargetEntries'],
    [{ status: 200, operation: 'look-up' }, { totalResults: 1 }, undefined],
    [
      { status: 200, operation: 'list' },
      undefined,
      'SystemForCrossDomainIdentityManagementServiceIncompatible',
    ],
  ] as const;
  for (const [answer, json, code] of cases) {
    test(`${answer.status} to ${answer.operation}: ${code ?? 'nothing'}`, () => {
      const outcome = findEntraOutcome({ ...answer, responseBody: body }, json);

      assert.equal(outcome?.code, code);
    });
  }
});

describe('A ListResponse', () => {
  test('becomes rows, with the plain values that tell resources apart', () => {
    const list = readListResponse({
      totalResults: 7,
      startIndex: 3,
      Resources: [{ title: 'x', userName: 'ada', id: '1', emails: [] }],
    });

    assert.deepEqual(list?.columns, ['id', 'userName', 'title']);
    assert.equal(readListResponse({ id: '1' }), undefined);
  });
});

describe('Long text', () => {
  test('stands in pieces that join to the same text', () => {
    const lines = Array.from(
      { length: 1000 },
      (_, index) => `line ${index} ${'x'.repeat(index % 90)}`,
    );
    const text = lines.join('\n');

    const pieces = splitText(text);

    assert.equal(pieces.map((piece) => piece.text).join('\n'), text);
    assert.equal(
      pieces.reduce((sum, piece) => sum + piece.lines, 0),
      1000,
    );
    assert.ok(pieces.length > 5);
  });

  test('is broken where one line is longer than a piece', () => {
    const pieces = splitText('x'.repeat(100_000));

    assert.equal(pieces.map((piece) => piece.text).join(''), 'x'.repeat(100_000));
    assert.ok(pieces.every((piece) => piece.text.length <= 6000));
  });

  test('keeps empty lines', () => {
    const text = '\n\na\n\n';

    assert.equal(
      splitText(text)
        .map((piece) => piece.text)
        .join('\n'),
      text,
    );
  });

  test('is written as bytes, sixteen a row', () => {
    const hex = writeHex(new TextEncoder().encode('{"userName":"é"}'));

    assert.equal(
      hex.split('\n')[0],
      '00000000  7b 22 75 73 65 72 4e 61  6d 65 22 3a 22 c3 a9 22  {"userName":"··"',
    );
  });
});
