// Whether a tenant can have a set of schemas and resource types: every name once, every schema there, nothing of ours
// redefined. @see RFC 7643 §6 and §7
import { checkAttributes } from './check-attributes.ts';
import { resourceModels } from './resource-models.ts';
import type { SchemaIssue } from './schema-issue.ts';
import type { ResourceType, TenantSchemas } from './schema-types.ts';

type OwnType = TenantSchemas['resourceTypes'][number];

/** Names that this service provider answers to itself, below a tenant's base URL. */
const RESERVED_ENDPOINTS = new Set([
  '/bulk',
  '/events',
  '/me',
  '/oauth',
  '/resourcetypes',
  '/schemas',
  '/serviceconfiguration',
  '/serviceproviderconfig',
  '/transactions',
  '/v1',
  '/v2',
]);
const RESERVED_NAMES = new Set(['resourcetype', 'schema', 'serviceproviderconfig']);
/** URNs of messages and of the discovery documents. */
const RESERVED_URN =
  /^urn:ietf:params:scim:(?:api:|schemas:core:2\.0:(?:Schema|ResourceType|ServiceProviderConfig)$)/i;

const BUILT_IN_URNS: readonly string[] = resourceModels.flatMap(({ core, extensions }) =>
  [core, ...extensions].map(({ id }) => id),
);

/** Empty when the set is sound. */
export function checkSchemas(schemas: TenantSchemas): readonly SchemaIssue[] {
  const typeNames = new Set([
    ...resourceModels.map(({ type }) => type.name),
    ...schemas.resourceTypes.map(({ name }) => name),
  ]);
  return [
    ...checkUrns(schemas),
    ...schemas.schemas.flatMap((schema) => checkAttributes(schema, typeNames)),
    ...checkTypeNames(schemas.resourceTypes),
    ...schemas.resourceTypes.flatMap((type) => checkType(type, schemas)),
  ];
}

function checkUrns({ schemas }: TenantSchemas): readonly SchemaIssue[] {
  const urns = schemas.map(({ id }) => id);
  return urns.flatMap((urn, index) => {
    const others = [...BUILT_IN_URNS, ...urns.slice(0, index)];
    const longer = [...BUILT_IN_URNS, ...urns].some((other) => isBelow(urn, other));
    return [
      ...issueIf(isBuiltIn(urn), urn, 'is built in and cannot be changed'),
      ...issueIf(RESERVED_URN.test(urn), urn, 'is a URN of the protocol itself'),
      ...issueIf(!isBuiltIn(urn) && hasName(others, urn), urn, 'is defined twice'),
      // Then `urn:a:b:c` would be a schema and an attribute of another one.
      ...issueIf(longer, urn, 'begins with the URN of another schema and ":"'),
    ];
  });
}

function isBelow(urn: string, other: string): boolean {
  return urn.toLowerCase().startsWith(`${other.toLowerCase()}:`);
}

function checkTypeNames(types: readonly OwnType[]): readonly SchemaIssue[] {
  const own = types.filter((type) => builtInType(type) === undefined);
  const builtIn = resourceModels.map(({ type }) => type);
  return own.flatMap((type, index) => {
    const others = [...builtIn, ...own.slice(0, index)];
    const isTaken = hasName(
      others.map(({ name }) => name),
      type.name,
    );
    const endpoint = type.endpoint.toLowerCase();
    return [
      ...issueIf(isTaken, type.name, 'is the name of another resource type; names have no case'),
      ...issueIf(RESERVED_NAMES.has(type.name.toLowerCase()), type.name, 'is a reserved name'),
      ...issueIf(
        RESERVED_ENDPOINTS.has(endpoint) ||
          others.some((other) => isSame(other.endpoint, endpoint)),
        `${type.name}.endpoint`,
        `${type.endpoint} is in use`,
      ),
    ];
  });
}

function checkType(type: OwnType, tenant: TenantSchemas): readonly SchemaIssue[] {
  const builtIn = builtInType(type);
  return [
    ...(builtIn === undefined ? checkCore(type, tenant) : checkBuiltIn(type, builtIn)),
    ...checkExtensions(type, tenant),
  ];
}

/** Of User and Group only the extensions may be told. */
function checkBuiltIn(type: OwnType, builtIn: ResourceType): readonly SchemaIssue[] {
  return [
    ...issueIf(
      !isSame(type.schema, builtIn.schema),
      `${type.name}.schema`,
      `must stay ${builtIn.schema}`,
    ),
    ...issueIf(
      !isSame(type.endpoint, builtIn.endpoint),
      `${type.name}.endpoint`,
      `must stay ${builtIn.endpoint}`,
    ),
  ];
}

function checkCore(
  type: OwnType,
  { schemas, resourceTypes }: TenantSchemas,
): readonly SchemaIssue[] {
  const path = `${type.name}.schema`;
  const isThere = schemas.some(({ id }) => id === type.schema);
  const sharing = resourceTypes.find((other) => other !== type && other.schema === type.schema);
  return [
    ...issueIf(!isThere, path, `${type.schema} is no schema of the tenant's own`),
    ...issueIf(
      sharing !== undefined,
      path,
      `${type.schema} is the core schema of ${sharing?.name ?? ''} already`,
    ),
  ];
}

function checkExtensions(type: OwnType, { schemas, resourceTypes }: TenantSchemas) {
  const urns = type.schemaExtensions.map(({ schema }) => schema);
  const cores = resourceTypes.map(({ schema }) => schema);
  return urns.flatMap((urn, index) => {
    const path = `${type.name}.schemaExtensions[${index}]`;
    return [
      ...issueIf(
        !schemas.some(({ id }) => id === urn) || cores.includes(urn),
        path,
        `${urn} is no schema that can extend another one`,
      ),
      ...issueIf(urns.indexOf(urn) < index, path, `${urn} is listed twice`),
    ];
  });
}

function builtInType({ name }: OwnType): ResourceType | undefined {
  return resourceModels.find(({ type }) => type.name === name)?.type;
}

function isBuiltIn(urn: string): boolean {
  return hasName(BUILT_IN_URNS, urn);
}

function hasName(names: readonly string[], name: string): boolean {
  return names.some((other) => isSame(other, name));
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function issueIf(isBroken: boolean, path: string, message: string): readonly SchemaIssue[] {
  return isBroken ? [{ path, message }] : [];
}
