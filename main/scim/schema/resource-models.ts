// The resource types we serve, each with its schemas (RFC 7643 §6).
import { COMMON_ATTRIBUTES } from './data/common-attributes.ts';
import { ENTERPRISE_USER_SCHEMA } from './data/enterprise-user-schema.ts';
import { GROUP_SCHEMA } from './data/group-schema.ts';
import { USER_SCHEMA } from './data/user-schema.ts';
import type { ResourceModel, SchemaDefinition } from './schema-types.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from './urns.ts';

export const userModel: ResourceModel = {
  type: {
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'A person or other account',
    schema: USER_URN,
    schemaExtensions: [{ schema: ENTERPRISE_USER_URN, required: false }],
  },
  core: withCommonAttributes(USER_SCHEMA),
  extensions: [ENTERPRISE_USER_SCHEMA],
};

export const groupModel: ResourceModel = {
  type: {
    id: 'Group',
    name: 'Group',
    endpoint: '/Groups',
    description: 'A group of users and of other groups',
    schema: GROUP_URN,
    schemaExtensions: [],
  },
  core: withCommonAttributes(GROUP_SCHEMA),
  extensions: [],
};

/** The models of a tenant without schemas of its own. */
export const resourceModels: readonly ResourceModel[] = [userModel, groupModel];

/** `endpoint` such as `/Users`, in any case: nobody means something else by `/users`. */
export function findModelByEndpoint(
  models: readonly ResourceModel[],
  endpoint: string,
): ResourceModel | undefined {
  const name = endpoint.toLowerCase();
  return models.find(({ type }) => type.endpoint.toLowerCase() === name);
}

/** `name` as in `meta.resourceType`. @see RFC 7643 §3.1 */
export function findModelByName(
  models: readonly ResourceModel[],
  name: string,
): ResourceModel | undefined {
  return models.find(({ type }) => type.name === name);
}

/** A core schema led by the attributes that every resource has. @see RFC 7643 §3.1 */
export function withCommonAttributes(schema: SchemaDefinition): SchemaDefinition {
  return { ...schema, attributes: [...COMMON_ATTRIBUTES, ...schema.attributes] };
}
