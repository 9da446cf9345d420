// Reads single values out of a stored resource, whatever a client has put there.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { ENTERPRISE_USER } from './scim-names.ts';

export function valueAt(resource: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = resource;
  for (const name of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** Text at a path; empty where there is none or it is no plain value. */
export function textAt(resource: JsonObject, path: readonly string[]): string {
  const value = valueAt(resource, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function idOf(resource: JsonObject): string {
  return textAt(resource, ['id']);
}

export function isActive(resource: JsonObject): boolean {
  return resource['active'] !== false;
}

/** The e-mail address of type `work`, which is the one that Entra maps by default. */
export function workEmail(resource: JsonObject): string {
  const email = elementsOf(resource['emails']).find((element) => isOfType(element, 'work'));
  return email === undefined ? '' : textAt(email, ['value']);
}

/** The address shown in a list: the work address, else the primary one, else the first. */
export function mainEmail(resource: JsonObject): string {
  const emails = elementsOf(resource['emails']);
  const main = emails.find((email) => email['primary'] === true) ?? emails[0];
  return workEmail(resource) || (main === undefined ? '' : textAt(main, ['value']));
}

export function enterpriseText(resource: JsonObject, name: string): string {
  return textAt(resource, [ENTERPRISE_USER, name]);
}

/** What a person calls the resource. */
export function nameOf(resource: JsonObject): string {
  return (
    textAt(resource, ['displayName']) ||
    textAt(resource, ['name', 'formatted']) ||
    textAt(resource, ['userName']) ||
    idOf(resource)
  );
}

/** The number in `W/"3"`; 0 where there is none. */
export function versionOf(resource: JsonObject): number {
  const digits = /\d+/.exec(textAt(resource, ['meta', 'version']));
  return digits === null ? 0 : Number(digits[0]);
}

export function elementsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isJsonObject) : [];
}

/** `Array.isArray` for JSON: it keeps the type of the elements. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function isOfType(element: JsonObject, type: string): boolean {
  return textAt(element, ['type']).toLowerCase() === type;
}
