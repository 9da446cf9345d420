// The core Group (RFC 7643 §4.2 and §8.7.1); displayName is required (erratum 5368). `display` of a member is missing in
// §8.7.1, but §2.4 grants it to every multi-valued attribute, and clients send it.
import { defineAttribute } from '../define-attribute.ts';
import type { SchemaDefinition } from '../schema-types.ts';
import { GROUP_URN } from '../urns.ts';

export const GROUP_SCHEMA: SchemaDefinition = {
  id: GROUP_URN,
  name: 'Group',
  description: 'A group of users and of other groups',
  attributes: [
    defineAttribute({
      name: 'displayName',
      role: 'displayName',
      description: 'The name of the group.',
      required: true,
    }),
    defineAttribute({
      name: 'members',
      role: 'members',
      description: 'The members of the group.',
      type: 'complex',
      multiValued: true,
      subAttributes: [
        defineAttribute({
          name: 'value',
          description: 'The id of the member.',
          // Against §8.7.1: it holds an id, and ids are caseExact.
          caseExact: true,
          mutability: 'immutable',
        }),
        defineAttribute({
          name: '$ref',
          description: 'URL of the member.',
          type: 'reference',
          referenceTypes: ['User', 'Group'],
          caseExact: true,
          mutability: 'immutable',
        }),
        defineAttribute({
          name: 'type',
          description: 'Whether the member is a user or a group.',
          canonicalValues: ['User', 'Group'],
          mutability: 'immutable',
        }),
        defineAttribute({
          name: 'display',
          description: 'The name of the member.',
          mutability: 'immutable',
        }),
      ],
    }),
  ],
};
