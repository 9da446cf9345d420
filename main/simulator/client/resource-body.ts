// The body of a POST, put together from attribute paths in the order in which Entra writes it.
// References are not in it: managers and members follow when all objects are there.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { ScimResourceType } from './scim-call.ts';
import type { TargetPath } from './target-path.ts';
import type { WireAttribute } from './wire-value.ts';

const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CORE_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
/** Entra: sent with every group since its first SCIM client; nothing is in it. */
const MICROSOFT_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';

/** Entra: an extension of one's own is in the body without its URN being in `schemas`. */
const SCHEMAS = {
  User: [CORE_USER, ENTERPRISE_USER],
  Group: [CORE_GROUP, MICROSOFT_GROUP],
} as const;

/** What comes first, in this order; the rest as it is mapped, extensions last. */
const LEADING = [
  'schemas',
  'externalId',
  'userName',
  'active',
  'displayName',
  'emails',
  'meta',
  'name',
  'roles',
  'title',
  'preferredLanguage',
  'addresses',
  'phoneNumbers',
];

const NAME_ORDER = ['formatted', 'familyName', 'givenName'];

/** Entra: `roles` and `meta.resourceType` are always there. */
export function resourceBody(
  type: ScimResourceType,
  attributes: readonly WireAttribute[],
): JsonObject {
  const fixed: JsonObject = {
    schemas: SCHEMAS[type],
    meta: { resourceType: type },
    ...(type === 'User' && { roles: [] }),
  };
  const body = attributes.reduce(writeAttribute, fixed);
  const name = body['name'];
  const ordered = isJsonObject(name) ? { ...body, name: inOrder(name, NAME_ORDER) } : body;
  return inOrder(ordered, [...LEADING, ...coreNames(ordered)]);
}

function coreNames(body: JsonObject): string[] {
  return Object.keys(body).filter((name) => !name.startsWith('urn:'));
}

function inOrder(object: JsonObject, names: readonly string[]): JsonObject {
  const all = [...new Set([...names, ...Object.keys(object)])];
  return Object.fromEntries(
    all.flatMap((name) => {
      const value = object[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function writeAttribute(body: JsonObject, { path, value, roleForm }: WireAttribute): JsonObject {
  if (roleForm !== null) return { ...body, [path.attribute]: roleElements(value, roleForm) };
  if (path.schema === null) return writePath(body, path, value);
  const extension = body[path.schema];
  const written = writePath(isJsonObject(extension) ? extension : {}, path, value);
  return { ...body, [path.schema]: written };
}

function writePath(holder: JsonObject, path: TargetPath, value: JsonValue): JsonObject {
  const { attribute, filter, subAttribute } = path;
  const before = holder[attribute];
  if (filter !== null) {
    const elements = Array.isArray(before) ? before : [];
    return { ...holder, [attribute]: writeElements(elements, path, value) };
  }
  if (subAttribute === null) return { ...holder, [attribute]: value };
  const complex = isJsonObject(before) ? before : {};
  return { ...holder, [attribute]: { ...complex, [subAttribute]: value } };
}

/** One element for each filter, which several paths fill; several values make several elements. */
function writeElements(
  elements: readonly JsonValue[],
  path: TargetPath,
  value: JsonValue,
): readonly JsonValue[] {
  if (Array.isArray(value)) {
    return [...elements, ...value.map((one: JsonValue) => newElement(path, one))];
  }
  const index = elements.findIndex((element) => isElementOf(element, path));
  const found = elements[index];
  if (!isJsonObject(found)) return [...elements, newElement(path, value)];
  return elements.with(index, { ...found, ...partOf(path, value) });
}

function isElementOf(element: JsonValue, { filter }: TargetPath): boolean {
  return (
    filter !== null && isJsonObject(element) && element[filter.attribute] === filterValue(filter)
  );
}

function newElement(path: TargetPath, value: JsonValue): JsonObject {
  const { attribute, filter } = path;
  const selector = filter === null ? {} : { [filter.attribute]: filterValue(filter) };
  // Entra: work is the primary address of mail; of telephone numbers and addresses it is said not to be.
  if (filter?.value === 'work' && attribute === 'emails') {
    return { primary: true, ...selector, ...partOf(path, value) };
  }
  const isMarked = filter?.value === 'work' && ['addresses', 'phoneNumbers'].includes(attribute);
  return { ...selector, ...(isMarked && { primary: false }), ...partOf(path, value) };
}

function filterValue({ attribute, value }: NonNullable<TargetPath['filter']>): JsonValue {
  return attribute === 'primary' ? value.toLowerCase() === 'true' : value;
}

function partOf({ subAttribute }: TargetPath, value: JsonValue): JsonObject {
  return { [subAttribute ?? 'value']: value };
}

const ROLE_TYPE = 'WindowsAzureActiveDirectoryRole';

/** Roles as a POST carries them. */
export function roleElements(
  value: JsonValue,
  form: NonNullable<WireAttribute['roleForm']>,
): JsonObject[] {
  const roles = (Array.isArray(value) ? value : [value]).map(readRole);
  return roles.map((role) =>
    form === 'single'
      ? { primary: true, type: ROLE_TYPE, value: role.value }
      : { primary: false, type: ROLE_TYPE, display: role.display, value: role.value },
  );
}

/** As `[appRoleAssignments]` names it, the JSON text of that, or the plain value of a role. */
function readRole(given: JsonValue) {
  const role = typeof given === 'string' && given.startsWith('{') ? parseRole(given) : given;
  if (!isJsonObject(role)) return { value: role, display: role };
  const { displayName = '' } = role;
  return { value: role['value'] ?? displayName, display: displayName };
}

function parseRole(text: string): JsonValue {
  const parsed: unknown = JSON.parse(text);
  return parsed as JsonValue; // whatever JSON.parse returns is JSON
}
