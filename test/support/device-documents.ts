// A resource type with an attribute of every type and of every mutability, and an extension that both it and User have.
import type { JsonObject } from '../../shared/scim/json.ts';

export const DEVICE_URN = 'urn:example:scim:schemas:2.0:Device';
export const BADGE_URN = 'urn:example:scim:schemas:extension:2.0:Badge';

export const DEVICE_SCHEMA: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id: DEVICE_URN,
  name: 'Device',
  description: 'A thing that somebody uses',
  attributes: [
    { name: 'displayName', type: 'string', required: true },
    { name: 'serial', type: 'string', caseExact: true, uniqueness: 'server' },
    { name: 'active', type: 'boolean' },
    { name: 'weight', type: 'decimal' },
    { name: 'ports', type: 'integer', indexed: true },
    { name: 'boughtAt', type: 'dateTime', indexed: true },
    { name: 'manual', type: 'reference', referenceTypes: ['external'] },
    { name: 'firmware', type: 'binary' },
    { name: 'colour', type: 'string', canonicalValues: ['red', 'green'] },
    { name: 'tags', type: 'string', multiValued: true, indexed: true },
    { name: 'hardwareId', type: 'string', mutability: 'immutable' },
    { name: 'lastSeen', type: 'dateTime', mutability: 'readOnly' },
    { name: 'pin', type: 'string', mutability: 'writeOnly' },
    { name: 'notes', type: 'string', returned: 'request' },
    {
      name: 'owner',
      type: 'complex',
      subAttributes: [
        { name: 'value', type: 'string', caseExact: true },
        { name: '$ref', type: 'reference', referenceTypes: ['User'] },
      ],
    },
    {
      name: 'location',
      type: 'complex',
      subAttributes: [
        { name: 'building', type: 'string', required: true, indexed: true },
        { name: 'floor', type: 'integer' },
      ],
    },
    {
      name: 'members',
      type: 'complex',
      multiValued: true,
      subAttributes: [
        { name: 'value', type: 'string', required: true },
        { name: 'type', type: 'string', canonicalValues: ['owner', 'borrower'] },
        { name: 'primary', type: 'boolean' },
        { name: 'since', type: 'dateTime' },
      ],
    },
  ],
};

export const BADGE_SCHEMA: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id: BADGE_URN,
  name: 'Badge',
  description: 'What opens doors',
  attributes: [
    { name: 'number', type: 'string', uniqueness: 'server', required: true },
    { name: 'doors', type: 'string', multiValued: true },
  ],
};

export const DEVICE_TYPE: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: 'Device',
  name: 'Device',
  endpoint: '/Devices',
  description: 'Devices',
  schema: DEVICE_URN,
  schemaExtensions: [{ schema: BADGE_URN, required: false }],
};

/** User as discovery tells it, with one extension more. */
export const USER_TYPE: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:User',
  schemaExtensions: [
    { schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', required: false },
    { schema: BADGE_URN, required: false },
  ],
};

export const ALL_DOCUMENTS = [DEVICE_SCHEMA, BADGE_SCHEMA, DEVICE_TYPE, USER_TYPE] as const;

/** Values for every attribute that a client may write. */
export const DEVICE: JsonObject = {
  schemas: [DEVICE_URN, BADGE_URN],
  externalId: 'ext-1',
  displayName: 'Drill',
  serial: 'Ab-1',
  active: true,
  weight: 2.5,
  ports: 4,
  boughtAt: '2026-01-05T10:00:00Z',
  manual: 'https://example.com/Drill.pdf',
  firmware: 'AAECAw==',
  colour: 'red',
  tags: ['Loud', 'heavy'],
  hardwareId: 'hw-1',
  pin: '1234',
  notes: 'on request only',
  location: { building: 'North', floor: 3 },
  members: [
    { value: 'ada', type: 'owner', primary: true, since: '2026-01-05T10:00:00Z' },
    { value: 'bob', type: 'borrower', primary: false },
  ],
  [BADGE_URN]: { number: 'B-7', doors: ['main', 'lab'] },
};
