// The admin API as an OpenAPI 3.1 document, made from the route table: whoever adds a route adds it here.
// OpenAPI 3.1 takes JSON Schema 2020-12 as it is, which is what zod makes; only definitions within a schema have to move
// to `components`, where a reference of the document finds them.
import { z } from 'zod';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../scim/json.ts';
import { AdminError } from './error.ts';
import { adminRoutes, type RouteName } from './routes.ts';
import { streamRoutes } from './stream-routes.ts';

export interface OpenApiFacts {
  readonly version: string;
  /** Origin of the admin listener. */
  readonly url: string;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body?: z.ZodType;
  /** null: a file. */
  readonly response: z.ZodType | null;
  /** Of a stream. */
  readonly summary?: string;
}

type Direction = 'input' | 'output';

const DESCRIPTION =
  'Everything that the user interface does. The listener answers on the loopback address only, to the key of its launch.';

const JSON_MEDIA = 'application/json';
const ANY_MEDIA = '*/*';

export function openApiDocument({ version, url }: OpenApiFacts): JsonObject {
  const schemas: Record<string, JsonValue> = {};
  const define = (schema: z.ZodType, name: string, io: Direction) => {
    schemas[name] = hoist(toJsonSchema(schema, io), name, schemas);
    return { $ref: reference(name) };
  };
  const error = define(AdminError, 'AdminError', 'output');
  const routes: Readonly<Record<string, Route>> = { ...adminRoutes, ...streamRoutes };
  const paths: Record<string, Record<string, JsonValue>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: describeOperation(name, route, define),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'SCIM Mock Tenant: admin API', version, description: DESCRIPTION },
    servers: [{ url }],
    security: [{ adminKey: [] }],
    paths,
    components: {
      securitySchemes: {
        adminKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'The admin key: that of the ready line, or one that is kept or was given.',
        },
      },
      responses: {
        Failed: {
          description: 'Why not: `error.code` says it.',
          content: content(JSON_MEDIA, error),
        },
      },
      schemas,
    },
  };
}

type Define = (schema: z.ZodType, name: string, io: Direction) => JsonObject;

function describeOperation(name: string, route: Route, define: Define): JsonObject {
  const { params, query, summary } = route;
  return {
    operationId: name,
    summary: summaryOf(name),
    tags: [tagOf(route.path)],
    ...(summary !== undefined && { description: summary }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...describeBody(name, route, define),
    responses: {
      200: { description: 'Done.', ...describeAnswer(name, route, define) },
      default: { $ref: '#/components/responses/Failed' },
    },
  };
}

function describeBody(name: string, { method, body }: Route, define: Define): JsonObject {
  const isFile = body === undefined && method !== 'GET';
  if (isFile) return { requestBody: { required: true, content: content(ANY_MEDIA, {}) } };
  if (body === undefined || body instanceof z.ZodUndefined) return {};
  const schema = define(body, `${capitalized(name)}Body`, 'input');
  const required = !body.safeParse(undefined).success;
  return { requestBody: { required, content: content(JSON_MEDIA, schema) } };
}

function describeAnswer(name: string, { response }: Route, define: Define): JsonObject {
  if (response === null) return { content: content(ANY_MEDIA, {}) };
  const schema = define(response, `${capitalized(name)}Response`, 'output');
  return { content: content(JSON_MEDIA, schema) };
}

function content(mediaType: string, schema: JsonObject): JsonObject {
  return { [mediaType]: { schema } };
}

/** What one route takes and answers, as JSON Schema. */
export function describeRoute(name: RouteName): JsonObject {
  const { method, path, params, query, body, response } = adminRoutes[name];
  return {
    name,
    method,
    path,
    params: toJsonSchema(params, 'input'),
    query: toJsonSchema(query, 'input'),
    body: body instanceof z.ZodUndefined ? null : toJsonSchema(body, 'input'),
    response: toJsonSchema(response, 'output'),
  };
}

/** `waitForRequests` reads `Wait for requests`. */
export function summaryOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return capitalized(words)
    .replace(/\bscim\b/, 'SCIM')
    .replace(/\bhar\b/, 'HAR');
}

/** The first segment that names something: `/api/tenants/:tenant/requests` is about requests. */
function tagOf(path: string): string {
  const [first = '', ...rest] = path
    .split('/')
    .slice(2)
    .filter((part) => !part.startsWith(':'));
  return first === 'tenants' ? (rest[0] ?? first) : first;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): JsonObject[] {
  const { properties, required } = toJsonSchema(schema, 'input');
  if (!isJsonObject(properties)) return [];
  const needed = isJsonArray(required) ? required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema: property,
  }));
}

export function toJsonSchema(schema: z.ZodType, io: Direction): JsonObject {
  const {
    $schema: _,
    '~standard': _standard,
    ...made
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  });
  return made as JsonObject; // a JSON Schema is JSON
}

/** Moves definitions within a schema to the components, under a name of their own. */
function hoist(schema: JsonObject, owner: string, schemas: Record<string, JsonValue>): JsonValue {
  const { $defs = {}, ...rest } = schema;
  const rename = (target: string) => {
    const local = /^#\/\$defs\/(.+)$/.exec(target)?.[1];
    if (local !== undefined) return reference(partName(owner, local));
    return target === '#' ? reference(owner) : target;
  };
  if (isJsonObject($defs)) {
    for (const [name, part] of Object.entries($defs)) {
      schemas[partName(owner, name)] = mapReferences(part, rename);
    }
  }
  return mapReferences(rest, rename);
}

function partName(owner: string, part: string): string {
  return `${owner}.${part.replaceAll(/\W|_/g, '')}`;
}

function mapReferences(value: JsonValue, rename: (target: string) => string): JsonValue {
  if (isJsonArray(value)) return value.map((item) => mapReferences(item, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) =>
      name === '$ref' && typeof held === 'string'
        ? [name, rename(held)]
        : [name, mapReferences(held, rename)],
    ),
  );
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
