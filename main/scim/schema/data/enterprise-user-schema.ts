// The enterprise extension of User (RFC 7643 §4.3 and §8.7.1).
import { defineAttribute } from '../define-attribute.ts';
import type { SchemaDefinition } from '../schema-types.ts';
import { ENTERPRISE_USER_URN } from '../urns.ts';

export const ENTERPRISE_USER_SCHEMA: SchemaDefinition = {
  id: ENTERPRISE_USER_URN,
  name: 'EnterpriseUser',
  description: 'What an organization keeps about its users',
  attributes: [
    defineAttribute({
      name: 'employeeNumber',
      description: 'Number or code that the organization gave to the person.',
    }),
    defineAttribute({ name: 'costCenter', description: 'Name of a cost center.' }),
    defineAttribute({ name: 'organization', description: 'Name of an organization.' }),
    defineAttribute({ name: 'division', description: 'Name of a division.' }),
    defineAttribute({ name: 'department', description: 'Name of a department.' }),
    defineAttribute({
      name: 'manager',
      role: 'manager',
      description: 'The manager of the user, another user of the tenant.',
      type: 'complex',
      subAttributes: [
        defineAttribute({
          name: 'value',
          description: 'The id of the manager.',
          // Against §8.7.1: it holds an id, and ids are caseExact.
          caseExact: true,
        }),
        defineAttribute({
          name: '$ref',
          description: 'URL of the manager.',
          type: 'reference',
          referenceTypes: ['User'],
          caseExact: true,
        }),
        defineAttribute({
          name: 'displayName',
          description: 'The name to show for the manager.',
          mutability: 'readOnly',
        }),
      ],
    }),
  ],
};
