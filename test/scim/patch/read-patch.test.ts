import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { readPatch } from '../../../main/scim/patch/read-patch.ts';
import { userModel } from '../../../main/scim/schema/resource-models.ts';
import { ENTERPRISE, patchBody } from './run-patch.ts';
import { USER_RULES } from '../../support/rules.ts';

/** Claim, body, scimType, detail. */
type Refusal = readonly [string, JsonValue, string, RegExp];

const ok = { op: 'add', path: 'title', value: 'x' };
const one = (operation: JsonValue): JsonValue => patchBody(ok, operation);
const deep = JSON.parse(`${'['.repeat(100)}1${']'.repeat(100)}`) as JsonValue;

const ENVELOPE: readonly Refusal[] = [
  ['a body that is no object', [], 'invalidSyntax', /^The body must be an object, not an array$/],
  ['a body without Operations', {}, 'invalidSyntax', /^Operations must be an array/],
  ['Operations that is an object', { Operations: ok }, 'invalidSyntax', /^Operations must be/],
  ['empty Operations', { Operations: [] }, 'invalidSyntax', /at least one operation/],
  ['another message', { schemas: ['urn:x:y'], Operations: [ok] }, 'invalidSyntax', /PatchOp/],
  [
    'an operation that is a text',
    one('add'),
    'invalidSyntax',
    /^Operations\[1\] must be an object/,
  ],
  ['an unknown op', one({ ...ok, op: 'move' }), 'invalidSyntax', /^Operations\[1\]\.op .*'move'/],
  ['a missing op', one({ path: 'title' }), 'invalidSyntax', /^Operations\[1\]\.op must be/],
  ['too deep a value', one({ ...ok, value: deep }), 'invalidSyntax', /nested deeper/],
  [
    'a __proto__ member',
    JSON.parse('{"Operations":[{"op":"add","value":{"__proto__":{"active":true}}}]}') as JsonValue,
    'invalidSyntax',
    /__proto__/,
  ],
];

const PATHS: readonly Refusal[] = [
  [
    'a path that is a number',
    one({ ...ok, path: 7 }),
    'invalidPath',
    /^Operations\[1\]\.path must/,
  ],
  [
    'a bracket that is not closed',
    one({ ...ok, path: 'emails[type eq "work"' }),
    'invalidPath',
    /^Operations\[1\]\.path 'emails\[type eq "work"' cannot be read: .*character/,
  ],
  [
    'a broken path-like key',
    one({ op: 'add', value: { 'emails[type eq': 'x' } }),
    'invalidPath',
    /^Operations\[1\]\.value 'emails\[type eq' cannot be read/,
  ],
  ['an unknown attribute', one({ ...ok, path: 'shoeSize' }), 'invalidPath', /'shoeSize' names no/],
  ['an unknown sub-attribute', one({ ...ok, path: 'name.first' }), 'invalidPath', /'name\.first'/],
  [
    'an unknown attribute of a known extension',
    one({ ...ok, path: `${ENTERPRISE}:shoeSize` }),
    'invalidPath',
    /shoeSize' names no attribute of User/,
  ],
  [
    'a filter on a text',
    one({ ...ok, path: 'title[a eq 1]' }),
    'invalidPath',
    /no list of objects/,
  ],
  [
    'an unknown name in a filter',
    one({ ...ok, path: 'emails[size eq 1].value' }),
    'invalidPath',
    /^Operations\[1\]\.path .* compares 'size', which emails has not/,
  ],
  [
    'an operator that the type has not',
    one({ ...ok, path: 'emails[primary gt true].value' }),
    'invalidPath',
    /^Operations\[1\]\.path .* cannot be used/,
  ],
  ['remove without a path', one({ op: 'remove' }), 'noTarget', /^Operations\[1\]\.path is missing/],
];

const VALUES: readonly Refusal[] = [
  [
    'add without a value',
    one({ op: 'add', path: 'title' }),
    'invalidValue',
    /^Operations\[1\]\.value is missing/,
  ],
  [
    'a text without a path',
    one({ op: 'add', value: 'x' }),
    'invalidValue',
    /^Operations\[1\]\.value must be an object/,
  ],
  [
    'a number for a text',
    one({ ...ok, value: 7 }),
    'invalidValue',
    /^Operations\[1\]\.value: title must be a string, not a number$/,
  ],
  [
    'a text for a boolean',
    one({ ...ok, path: 'active', value: 'maybe' }),
    'invalidValue',
    /^Operations\[1\]\.value: active must be a boolean, not a string$/,
  ],
  [
    'a wrong type inside a list',
    one({ ...ok, path: 'emails', value: [{ value: 'a' }, { value: 7 }] }),
    'invalidValue',
    /^Operations\[1\]\.value: emails\[1\]\.value must be a string, not a number$/,
  ],
  [
    'a text for a complex attribute',
    one({ ...ok, path: 'name', value: 'Ada' }),
    'invalidValue',
    /name must be an object, not a string/,
  ],
  [
    'a text for an extension',
    one({ ...ok, path: ENTERPRISE, value: 'x' }),
    'invalidValue',
    /must be an object, not a string/,
  ],
  [
    'an empty required attribute',
    one({ op: 'replace', path: 'userName', value: ' ' }),
    'invalidValue',
    /'userName' is required/,
  ],
];

const MUTABILITY: readonly Refusal[] = [
  ...[
    'id',
    'meta',
    'groups',
    'meta.version',
    'groups.value',
    `${ENTERPRISE}:manager.displayName`,
  ].map((path): Refusal => [
    `a path to ${path}`,
    one({ ...ok, path }),
    'mutability',
    /is readOnly$/,
  ]),
  ['removal of userName', one({ op: 'remove', path: 'userName' }), 'mutability', /is required/],
  ['removal of schemas', one({ op: 'remove', path: 'schemas' }), 'mutability', /is required/],
  [
    'removal of the core schema',
    one({ op: 'remove', path: userModel.core.id }),
    'mutability',
    /core schema/,
  ],
];

describe('readPatch (RFC 7644 §3.5.2)', () => {
  for (const [claim, body, scimType, detail] of [...ENVELOPE, ...PATHS, ...VALUES, ...MUTABILITY]) {
    test(`refuses ${claim} with ${scimType}`, () => {
      assert.throws(() => readPatch(body, USER_RULES), {
        name: 'ScimError',
        status: 400,
        scimType,
        detail,
      });
    });
  }

  test('reads envelope keys and op in any case, and does without schemas', () => {
    const operations = readPatch(
      { operations: [{ OP: 'AdD', Path: 'Title', VALUE: 'x' }] },
      USER_RULES,
    );

    assert.deepEqual(
      operations.map(({ op, label, value }) => ({ op, label, value })),
      [{ op: 'add', label: "Operations[0].path 'Title'", value: 'x' }],
    );
  });

  test('leaves unknown and readOnly members of a pathless value out', () => {
    const body = patchBody({
      op: 'replace',
      value: { id: '1', shoeSize: 9, 'a.b': 1, title: 'x' },
    });

    const operations = readPatch(body, USER_RULES);

    assert.deepEqual(
      operations.map(({ label }) => label),
      ["Operations[0].value 'title'"],
    );
  });

  test('cuts what it quotes', () => {
    assert.throws(
      () => readPatch(one({ ...ok, path: 'x'.repeat(100_000) }), USER_RULES),
      (error: Error) => error.message.length < 300,
    );
  });
});
