// The paths of RFC 7644 §3.5.2 and those that Entra sends.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode, PatchPath } from '../../../shared/scim/filter-tree.ts';
import { parsePatchPath } from '../../../shared/scim/parse-patch-path.ts';

function equals(attribute: string, value: string): FilterNode {
  return { kind: 'compare', attribute, operator: 'eq', value };
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const ACCEPTED: readonly (readonly [text: string, path: PatchPath])[] = [
  ['members', { attribute: 'members' }],
  ['name.familyName', { attribute: 'name.familyName' }],
  ['addresses[type eq "work"]', { attribute: 'addresses', filter: equals('type', 'work') }],
  [
    'addresses[type eq "work"].streetAddress',
    { attribute: 'addresses', filter: equals('type', 'work'), subAttribute: 'streetAddress' },
  ],
  [
    'members[value eq "2819c223-7f76-453a-919d-413861904646"].displayName',
    {
      attribute: 'members',
      filter: equals('value', '2819c223-7f76-453a-919d-413861904646'),
      subAttribute: 'displayName',
    },
  ],
  [
    'roles[primary eq "True"].value',
    { attribute: 'roles', filter: equals('primary', 'True'), subAttribute: 'value' },
  ],
  [`${ENTERPRISE}:manager`, { attribute: `${ENTERPRISE}:manager` }],
  [`${ENTERPRISE}:manager.value`, { attribute: `${ENTERPRISE}:manager.value` }],
  [ENTERPRISE, { attribute: ENTERPRISE }],
  [
    'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"].value',
    {
      attribute: 'urn:ietf:params:scim:schemas:core:2.0:User:emails',
      filter: equals('type', 'work'),
      subAttribute: 'value',
    },
  ],
];

const REFUSED: readonly (readonly [text: string, message: RegExp])[] = [
  ['', /Expected an attribute name, found the end/],
  ['emails[type eq', /Expected a value, found the end/],
  ['emails[type eq "work"', /Expected "\]", found the end/],
  ['emails[type eq "work"]value', /Expected the end, found "value"/],
  ['emails[type eq "work"].', /"" is not the name of a sub-attribute/],
  ['emails[type eq work]', /string in double quotes/],
  ['name familyName', /Expected "\[" or the end, found "familyName"/],
  ['emails[]', /Expected an attribute name/],
  ['[type eq "work"]', /Expected an attribute name/],
  ['/name/familyName', /is not an attribute name/],
];

describe('RFC 7644 §3.5.2: parsing a PATCH path', () => {
  for (const [text, path] of ACCEPTED) {
    test(`reads ${text}`, () => {
      assert.deepEqual(parsePatchPath(text), path);
    });
  }

  for (const [text, message] of REFUSED) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(
        () => parsePatchPath(text),
        (error) => error instanceof FilterSyntaxError && message.test(error.message),
      );
    });
  }

  test('reads values without quotes when asked to', () => {
    assert.deepEqual(parsePatchPath('members[value eq 54D3]', { lenient: true }), {
      attribute: 'members',
      filter: equals('value', '54D3'),
    });
  });
});
