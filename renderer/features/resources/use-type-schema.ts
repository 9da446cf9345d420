// The tenant's resource types as its schemas describe them.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import type { JsonHints } from '../../ui/json-hints.ts';
import { createSchemaHints } from './schema-hints.ts';
import { readTypeSchemas, type TypeSchema } from './schema-model.ts';

/** As the server tells them, for who has to say why they are not there. */
export function useSchemaQuery(of?: string) {
  const shown = useTenantSlug();
  const tenant = of ?? shown;
  return useQuery({
    queryKey: queryKeys.schemas(tenant),
    queryFn: ({ signal }) => callAdmin('listSchemas', { params: { tenant } }, signal),
  });
}

/** Of the tenant on screen, or of another; undefined until they are known. */
export function useTypeSchemas(of?: string): readonly TypeSchema[] | undefined {
  const schemas = useSchemaQuery(of);
  return useMemo(
    () => (schemas.data === undefined ? undefined : readTypeSchemas(schemas.data)),
    [schemas.data],
  );
}

/** What the schema says to somebody who writes a resource as JSON. */
export function useSchemaHints(resourceType: string): JsonHints | undefined {
  const schema = useTypeSchema(resourceType);
  return useMemo(() => schema && createSchemaHints(schema), [schema]);
}

export function useTypeSchema(resourceType: string): TypeSchema | undefined {
  return useTypeSchemas()?.find(({ name }) => name === resourceType);
}
