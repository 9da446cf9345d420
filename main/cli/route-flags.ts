// The flags of a command: one for each parameter of its route and for each member of its body, by the JSON Schema that
// the contract makes. Text is taken as it is; everything else is JSON.
import { z } from 'zod';
import { toJsonSchema } from '../../shared/admin/open-api.ts';
import { adminRoutes, type RouteName } from '../../shared/admin/routes.ts';
import { streamRoutes, type StreamName } from '../../shared/admin/stream-routes.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';

export type Part = 'params' | 'query' | 'body';

export interface RouteFlag {
  readonly name: string;
  readonly part: Part;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
}

export type CommandName = RouteName | StreamName;

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(adminRoutes, name);
}

export function isStreamName(name: string): name is StreamName {
  return Object.hasOwn(streamRoutes, name);
}

export const COMMAND_NAMES: readonly CommandName[] = [
  ...Object.keys(adminRoutes).filter(isRouteName),
  ...Object.keys(streamRoutes).filter(isStreamName),
];

/** Parameters before members of the body: of two with one name, the first has the flag. */
export function flagsOf(name: CommandName): readonly RouteFlag[] {
  const route = isRouteName(name) ? adminRoutes[name] : streamRoutes[name];
  const body = 'body' in route ? flagsOfPart('body', route.body) : [];
  const all = [
    ...flagsOfPart('params', route.params),
    ...flagsOfPart('query', route.query),
    ...body,
  ];
  return all.filter(({ name: flag }, at) => all.findIndex((each) => each.name === flag) === at);
}

export function takesBody(name: CommandName): boolean {
  if (isStreamName(name)) return streamRoutes[name].method === 'POST';
  return !(adminRoutes[name].body instanceof z.ZodUndefined);
}

function flagsOfPart(part: Part, schema: z.ZodType): readonly RouteFlag[] {
  if (schema instanceof z.ZodUndefined) return [];
  const { properties, required } = toJsonSchema(schema, 'input');
  if (!isJsonObject(properties)) return [];
  const needed = isJsonArray(required) ? required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    part,
    schema: isJsonObject(property) ? property : {},
    isRequired: needed.includes(name) && name !== 'tenant',
  }));
}

/** `JSON` beside what is not plain text, a number or a choice. */
export function describeType(schema: JsonObject): string {
  const { type, enum: choices } = schema;
  if (isJsonArray(choices)) return choices.map((choice) => showPlain(choice)).join('|');
  if (type === 'string' || type === 'boolean' || type === 'integer' || type === 'number')
    return type;
  return 'JSON';
}

export function isText(schema: JsonObject): boolean {
  return schema['type'] === 'string';
}

export function showPlain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
