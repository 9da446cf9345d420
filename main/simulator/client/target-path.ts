// A target attribute as mappings name it: `userName`, `name.givenName`, `emails[type eq "work"].value`, or an attribute of
// an extension by its URN. Entra writes no more than this: one `eq` in a value filter, one sub-attribute.
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';

export interface TargetPath {
  /** URN of the extension; null: an attribute of the core schema. */
  readonly schema: string | null;
  readonly attribute: string;
  readonly filter: { readonly attribute: string; readonly value: string } | null;
  readonly subAttribute: string | null;
}

const PATH =
  /^(?:(urn:[^[\]"]+):)?([\w$-]+)(?:\[\s*([\w$-]+)\s+eq\s+(?:"([^"]*)"|([^\s"\]]+))\s*\])?(?:\.([\w$-]+))?$/i;

const CORE_URN = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group)$/i;

/** Undefined where it is no path that Entra can write. */
export function parseTargetPath(target: string): TargetPath | undefined {
  const found = PATH.exec(target.trim());
  if (found === null) return undefined;
  const [, urn, attribute = '', filterAttribute, quoted, bare, subAttribute] = found;
  return {
    schema: urn === undefined || CORE_URN.test(urn) ? null : urn,
    attribute,
    filter:
      filterAttribute === undefined
        ? null
        : { attribute: filterAttribute, value: quoted ?? bare ?? '' },
    subAttribute: subAttribute ?? null,
  };
}

/** The value that a resource has there; undefined: none. Attribute names in any case, as SCIM compares them. */
export function readTargetPath(resource: JsonObject, path: TargetPath): JsonValue | undefined {
  const holder = path.schema === null ? resource : member(resource, path.schema);
  const value = member(holder, path.attribute);
  const { filter } = path;
  const chosen = filter === null ? value : pick(value, filter);
  return path.subAttribute === null ? chosen : member(firstOf(chosen), path.subAttribute);
}

function pick(
  value: JsonValue | undefined,
  filter: NonNullable<TargetPath['filter']>,
): JsonValue | undefined {
  const elements = isJsonArray(value) ? value : value === undefined ? [] : [value];
  return elements.find((element) => {
    const compared = member(element, filter.attribute);
    return compared !== undefined && foldText(compared) === filter.value.toLowerCase();
  });
}

function firstOf(value: JsonValue | undefined): JsonValue | undefined {
  return isJsonArray(value) ? value[0] : value;
}

/** Undefined for null, which SCIM takes for absent. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined;
  const exact = value[name];
  if (exact !== undefined) return exact ?? undefined;
  const wanted = name.toLowerCase();
  const [, found] = Object.entries(value).find(([key]) => key.toLowerCase() === wanted) ?? [];
  return found ?? undefined;
}

function foldText(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value).toLowerCase();
}
