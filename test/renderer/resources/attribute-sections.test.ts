// How a resource is laid out in the Attributes tab, and the SCIM path of each line.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { attributeSections } from '../../../renderer/features/resources/attribute-sections.ts';
import { ENTERPRISE_USER } from '../../../renderer/features/resources/scim-names.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';

const user: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '1',
  userName: 'ada',
  active: true,
  name: { givenName: 'Ada' },
  emails: [
    { value: 'ada@work.example', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home' },
  ],
  addresses: [{ type: 'work', locality: 'London' }],
  roles: [{ value: 'Admin' }, { value: 'Reader', primary: true }],
  groups: [{ value: 'g1' }],
  [ENTERPRISE_USER]: { department: 'Engines', manager: { value: '2' } },
  'urn:example:params:scim:schemas:extension:contoso:2.0:User': { badge: 7 },
};

function pathsOf(title: string): readonly string[] {
  const section = attributeSections(user).find((candidate) => candidate.title === title);
  return section?.lines.map((line) => line.path) ?? [];
}

describe('Attribute sections (RFC 7643 §4, RFC 7644 §3.5.2 paths)', () => {
  test('come in reading order, extensions under their title', () => {
    const titles = attributeSections(user).map((section) => section.title);

    assert.deepEqual(titles, [
      'Core',
      'Name',
      'Contact',
      'Enterprise user',
      'contoso',
      'Kept by the server',
    ]);
  });

  test('name a multi-valued element by its type, else by its value', () => {
    assert.deepEqual(pathsOf('Contact'), [
      'emails[type eq "work"].value',
      'emails[type eq "home"].value',
      'addresses[type eq "work"].locality',
    ]);
    assert.deepEqual(pathsOf('Core'), [
      'userName',
      'active',
      'roles[value eq "Admin"].value',
      'roles[value eq "Reader"].value',
    ]);
  });

  test('name an extension attribute with its URN', () => {
    assert.deepEqual(pathsOf('Enterprise user'), [
      `${ENTERPRISE_USER}:department`,
      `${ENTERPRISE_USER}:manager.value`,
    ]);
  });

  test('leave groups to their own tab', () => {
    const labels = attributeSections(user).flatMap((section) => section.lines);

    assert.equal(
      labels.some((line) => line.label.startsWith('groups')),
      false,
    );
  });
});
