// Requests of a Postman collection, v2.0 and v2.1, folders included. Of what a request may have, what is HTTP is read.
import { z } from 'zod';
import type { ImportedRequest } from './imported-request.ts';

const Pair = z.object({
  key: z.string(),
  value: z.string().nullish(),
  disabled: z.boolean().nullish(),
});

const PostmanRequest = z.object({
  method: z.string().default('GET'),
  url: z.union([z.string(), z.object({ raw: z.string().default('') })]).default(''),
  header: z.array(Pair).nullish(),
  body: z.object({ mode: z.string().nullish(), raw: z.string().nullish() }).nullish(),
  auth: z
    .object({
      type: z.string(),
      bearer: z.union([z.array(Pair), z.record(z.string(), z.unknown())]).nullish(),
    })
    .nullish(),
});

interface Item {
  readonly name?: string | undefined;
  readonly request?: z.infer<typeof PostmanRequest> | string | undefined;
  readonly item?: readonly Item[] | undefined;
}

const Item: z.ZodType<Item> = z.lazy(() =>
  z.object({
    name: z.string().optional(),
    request: z.union([PostmanRequest, z.string()]).optional(),
    item: z.array(Item).optional(),
  }),
);

export const PostmanCollection = z.object({
  info: z.object({ name: z.string(), schema: z.string().optional() }),
  item: z.array(Item),
  variable: z.array(z.object({ key: z.string().nullish(), value: z.unknown() })).nullish(),
});
export type PostmanCollection = z.infer<typeof PostmanCollection>;

export function readPostman(collection: PostmanCollection): readonly ImportedRequest[] {
  const variables = new Map(
    (collection.variable ?? []).map(({ key, value }) => [
      key ?? '',
      typeof value === 'string' ? value : '',
    ]),
  );
  const fill = (text: string) =>
    text.replace(/\{\{\s*([\w-]+)\s*\}\}/gu, (whole, name: string) => variables.get(name) || whole);
  return flatten(collection.item).map((request) => ({
    ...request,
    url: fill(request.url),
    body: fill(request.body),
    headers: request.headers.map(([name, value]) => [name, fill(value)]),
  }));
}

function flatten(items: readonly Item[]): readonly ImportedRequest[] {
  return items.flatMap((item) => [...readItem(item), ...flatten(item.item ?? [])]);
}

function readItem({ name = '', request }: Item): readonly ImportedRequest[] {
  if (request === undefined) return [];
  if (typeof request === 'string')
    return [{ name, method: 'GET', url: request, headers: [], body: '' }];
  const { method, url, header, body, auth } = request;
  const given = (header ?? [])
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => [key, value ?? ''] as const);
  const token = readToken(auth);
  return [
    {
      name,
      method,
      url: typeof url === 'string' ? url : url.raw,
      headers: token === undefined ? given : [['Authorization', `Bearer ${token}`], ...given],
      body: body?.raw ?? '',
    },
  ];
}

function readToken(auth: z.infer<typeof PostmanRequest>['auth']): string | undefined {
  if (auth?.type !== 'bearer' || auth.bearer == null) return undefined;
  const { bearer } = auth;
  const value = Array.isArray(bearer)
    ? bearer.find(({ key }) => key === 'token')?.value
    : bearer['token'];
  return typeof value === 'string' ? value : undefined;
}
