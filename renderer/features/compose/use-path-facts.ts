// What the path field completes from: the tenant's resource types, their attributes, and some of its resources.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { TenantSchemaList } from '../../../shared/admin/schema.ts';
import type { ComposeTarget } from '../../../shared/admin/compose.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { useNamedResources } from './use-named-resources.ts';
import { endpointOf, type PathFacts } from './path-suggestions.ts';

const ResourceType = z.object({
  name: z.string(),
  endpoint: z.string(),
  schema: z.string(),
  schemaExtensions: z.array(z.object({ schema: z.string() })).default([]),
});

interface Attribute {
  readonly name: string;
  readonly subAttributes: readonly { readonly name: string }[];
}

const Attribute = z.object({
  name: z.string(),
  subAttributes: z.array(z.object({ name: z.string() })).default([]),
});

const Schema = z.object({ id: z.string(), attributes: z.array(Attribute).default([]) });

const COMMON = ['id', 'externalId', 'meta.created', 'meta.lastModified'];

/** Of the target where it is ours, else of the tenant on screen: what a stranger has is not known. */
export function usePathFacts(target: ComposeTarget, path: string): PathFacts {
  const shown = useTenantSlug();
  const tenant = target.kind === 'tenant' ? target.tenant : shown;
  const schemas = useQuery({
    queryKey: queryKeys.schemas(tenant),
    queryFn: ({ signal }) => callAdmin('listSchemas', { params: { tenant } }, signal),
  });
  const types = readTypes(schemas.data);
  const endpoints = types.map(({ endpoint }) => endpoint);
  const endpoint = endpointOf(path, endpoints);
  const resourceType = types.find((type) => type.endpoint === endpoint)?.name;
  const resources = useNamedResources({
    tenant: target.kind === 'tenant' ? tenant : undefined,
    resourceType,
    count: MOST_RESOURCES,
  });
  return {
    endpoints,
    attributesOf: (of) => types.find((type) => type.endpoint === of)?.attributes ?? COMMON,
    resources,
  };
}

const MOST_RESOURCES = 100;

function readTypes(list: TenantSchemaList | undefined) {
  if (list === undefined) return [];
  const schemas = new Map(
    list.schemas.flatMap(({ document }) => {
      const parsed = Schema.safeParse(document);
      return parsed.success ? [[parsed.data.id, parsed.data.attributes] as const] : [];
    }),
  );
  return list.resourceTypes.flatMap(({ document }) => {
    const parsed = ResourceType.safeParse(document);
    if (!parsed.success) return [];
    const { name, endpoint, schema, schemaExtensions } = parsed.data;
    const own = (schemas.get(schema) ?? []).flatMap((attribute) => pathsOf(attribute, ''));
    const extended = schemaExtensions.flatMap((extension) =>
      (schemas.get(extension.schema) ?? []).flatMap((one) => pathsOf(one, `${extension.schema}:`)),
    );
    return [{ name, endpoint, attributes: [...new Set([...COMMON, ...own, ...extended])] }];
  });
}

function pathsOf({ name, subAttributes }: Attribute, prefix: string): readonly string[] {
  const path = prefix + name;
  return [path, ...subAttributes.map((sub) => `${path}.${sub.name}`)];
}
