// Entra's difficulties with what a change brings.
import type { SchemaChange } from '../../../shared/admin/schema.ts';
import { textOf } from '../../../shared/scim/json.ts';
import {
  warnOfResourceType,
  warnOfSchema,
  type EntraWarning,
} from '../../../shared/scim/entra-schema-warnings.ts';

export function warnOfChange({ put }: SchemaChange): readonly EntraWarning[] {
  const types = put.filter((document) => 'endpoint' in document);
  return put.flatMap((document) => {
    if ('endpoint' in document) return warnOfResourceType(document);
    const usedBy = types.flatMap((type) =>
      type['schema'] === document['id'] ? [textOf(type['name'])] : [],
    );
    return 'attributes' in document ? warnOfSchema(document, usedBy) : [];
  });
}
