// Where /Schemas says less than the tenant knows.
import { objectsIn, textOf, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { KnownSchema } from './read-documents.ts';

export interface Untold {
  readonly urn: string;
  /** Attributes that are left out; none = the whole schema is. */
  readonly paths: readonly string[];
}

/** `answer`: the body of /Schemas. */
export function findUntold(schemas: readonly KnownSchema[], answer: JsonObject): readonly Untold[] {
  const told = new Map(objectsIn(answer['Resources']).map((one) => [one['id'], one]));
  return schemas.flatMap(({ schema, document }): Untold[] => {
    const discovered = told.get(schema.id);
    if (discovered === undefined) return [{ urn: schema.id, paths: [] }];
    const known = new Set(listPaths(discovered['attributes']));
    const paths = listPaths(document['attributes']).filter((path) => !known.has(path));
    return paths.length === 0 ? [] : [{ urn: schema.id, paths }];
  });
}

function listPaths(attributes: JsonValue | undefined, prefix = ''): readonly string[] {
  return objectsIn(attributes).flatMap((attribute) => {
    const path = `${prefix}${textOf(attribute['name'])}`;
    return [path, ...listPaths(attribute['subAttributes'], `${path}.`)];
  });
}
