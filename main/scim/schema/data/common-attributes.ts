// Attributes of every resource (RFC 7643 §3 and §3.1). They belong to no schema document, so discovery leaves them out.
import { defineAttribute } from '../define-attribute.ts';
import type { AttributeDefinition } from '../schema-types.ts';

export const COMMON_ATTRIBUTES: readonly AttributeDefinition[] = [
  defineAttribute({
    name: 'schemas',
    description: 'URNs of the schemas whose attributes this resource holds.',
    type: 'reference',
    referenceTypes: ['uri'],
    multiValued: true,
    required: true,
    // Against RFC 7643 §2.3.7: URNs of schemas compare without case (RFC 7643 §2.1).
    caseExact: false,
    returned: 'always',
  }),
  defineAttribute({
    name: 'id',
    role: 'id',
    description: 'Identifier that the service provider gave to this resource.',
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  defineAttribute({
    name: 'externalId',
    role: 'externalId',
    description: 'Identifier that the provisioning client gave to this resource.',
    caseExact: true,
  }),
  defineAttribute({
    name: 'meta',
    role: 'meta',
    description: 'What the service provider knows about the resource itself.',
    type: 'complex',
    mutability: 'readOnly',
    subAttributes: [
      defineAttribute({
        name: 'resourceType',
        description: 'Name of the resource type.',
        caseExact: true,
        mutability: 'readOnly',
      }),
      defineAttribute({
        name: 'created',
        description: 'When the resource was created.',
        type: 'dateTime',
        mutability: 'readOnly',
      }),
      defineAttribute({
        name: 'lastModified',
        description: 'When the resource was last changed.',
        type: 'dateTime',
        mutability: 'readOnly',
      }),
      defineAttribute({
        name: 'location',
        description: 'URL of the resource.',
        type: 'reference',
        referenceTypes: ['uri'],
        caseExact: true,
        mutability: 'readOnly',
      }),
      defineAttribute({
        name: 'version',
        description: 'Version of the resource, in the form of an entity tag.',
        caseExact: true,
        mutability: 'readOnly',
      }),
    ],
  }),
];
