// What a fresh job of a non-gallery SCIM application maps: the tables of the portal, and the attributes it knows of the
// application. *Restore default mappings* brings them back.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes
import type {
  AttributeMapping,
  AttributeType,
  ListedAttribute,
  ObjectMapping,
  SynchronizationSchema,
} from '../../../shared/simulator/mapping.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const WORK_ADDRESS = 'addresses[type eq "work"]';

/** A new one every time, for its owner to change. */
export function defaultSchema(): SynchronizationSchema {
  return {
    users: defaultUserMapping(),
    groups: defaultGroupMapping(),
    userTargetAttributes: defaultUserAttributes(),
    userSourceAttributes: [],
    groupTargetAttributes: defaultGroupAttributes(),
  };
}

const EVERY_ACTION = { create: true, update: true, delete: true } as const;

function defaultUserMapping(): ObjectMapping {
  return {
    objectType: 'User',
    name: 'Provision Microsoft Entra ID Users',
    enabled: true,
    targetActions: EVERY_ACTION,
    attributeMappings: [
      matching(direct('userName', 'userPrincipalName')),
      expression('active', 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'),
      direct('displayName', 'displayName'),
      direct('title', 'jobTitle'),
      direct('emails[type eq "work"].value', 'mail'),
      direct('preferredLanguage', 'preferredLanguage'),
      direct('name.givenName', 'givenName'),
      direct('name.familyName', 'surname'),
      expression('name.formatted', 'Join(" ", [givenName], [surname])'),
      direct(`${WORK_ADDRESS}.formatted`, 'physicalDeliveryOfficeName'),
      direct(`${WORK_ADDRESS}.streetAddress`, 'streetAddress'),
      direct(`${WORK_ADDRESS}.locality`, 'city'),
      direct(`${WORK_ADDRESS}.region`, 'state'),
      direct(`${WORK_ADDRESS}.postalCode`, 'postalCode'),
      direct(`${WORK_ADDRESS}.country`, 'country'),
      direct('phoneNumbers[type eq "work"].value', 'telephoneNumber'),
      direct('phoneNumbers[type eq "mobile"].value', 'mobile'),
      direct('phoneNumbers[type eq "fax"].value', 'facsimileTelephoneNumber'),
      direct('externalId', 'mailNickname'),
      direct(`${ENTERPRISE}:employeeNumber`, 'employeeId'),
      direct(`${ENTERPRISE}:department`, 'department'),
      direct(`${ENTERPRISE}:manager`, 'manager'),
    ],
    scopingFilters: [],
  };
}

function defaultGroupMapping(): ObjectMapping {
  return {
    objectType: 'Group',
    name: 'Provision Microsoft Entra ID Groups',
    enabled: true,
    targetActions: EVERY_ACTION,
    attributeMappings: [
      matching(direct('displayName', 'displayName')),
      direct('externalId', 'objectId'),
      direct('members', 'members'),
    ],
    scopingFilters: [],
  };
}

const PLAIN_MAPPING = {
  source: null,
  constant: null,
  expression: null,
  defaultValue: null,
  matchingPrecedence: null,
  apply: 'Always',
} as const;

function direct(target: string, source: string): AttributeMapping {
  return { ...PLAIN_MAPPING, target, type: 'Direct', source };
}

function expression(target: string, text: string): AttributeMapping {
  return { ...PLAIN_MAPPING, target, type: 'Expression', expression: text };
}

function matching(mapping: AttributeMapping): AttributeMapping {
  return { ...mapping, matchingPrecedence: 1 };
}

function defaultUserAttributes(): ListedAttribute[] {
  return [
    attribute('id', { isPrimaryKey: true, isRequired: true, isCaseExact: true }),
    attribute('userName', { isRequired: true }),
    attribute('active', { type: 'Boolean' }),
    ...named(
      'displayName',
      'title',
      'emails[type eq "work"].value',
      'emails[type eq "home"].value',
    ),
    ...named('emails[type eq "other"].value', 'preferredLanguage', 'name.givenName'),
    ...named('name.familyName', 'name.formatted', 'name.honorificPrefix', 'name.honorificSuffix'),
    ...['work', 'home', 'other'].flatMap((type) =>
      ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'].map((part) =>
        attribute(`addresses[type eq "${type}"].${part}`),
      ),
    ),
    ...['work', 'mobile', 'fax', 'home', 'other', 'pager'].map((type) =>
      attribute(`phoneNumbers[type eq "${type}"].value`),
    ),
    attribute('externalId', { isCaseExact: true }),
    ...named('nickName', 'profileUrl', 'userType', 'locale', 'timezone'),
    attribute('roles', { isMultiValued: true }),
    ...named('roles[primary eq "True"].value'),
    ...named(`${ENTERPRISE}:employeeNumber`, `${ENTERPRISE}:costCenter`),
    ...named(`${ENTERPRISE}:organization`, `${ENTERPRISE}:division`, `${ENTERPRISE}:department`),
    attribute(`${ENTERPRISE}:manager`, { type: 'Reference', referencedObjects: ['User'] }),
  ];
}

function defaultGroupAttributes(): ListedAttribute[] {
  return [
    attribute('id', { isPrimaryKey: true, isRequired: true, isCaseExact: true }),
    attribute('displayName', { isRequired: true }),
    attribute('externalId', { isCaseExact: true }),
    attribute('members', {
      type: 'Reference',
      isMultiValued: true,
      referencedObjects: ['User', 'Group'],
    }),
  ];
}

function named(...names: readonly string[]): ListedAttribute[] {
  return names.map((name) => attribute(name));
}

function attribute(
  name: string,
  properties: Partial<Omit<ListedAttribute, 'name'>> = {},
): ListedAttribute {
  const type: AttributeType = 'String';
  return {
    name,
    type,
    isPrimaryKey: false,
    isRequired: false,
    isMultiValued: false,
    isCaseExact: false,
    referencedObjects: [],
    ...properties,
  };
}
