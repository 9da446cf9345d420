// A stored resource as the rest of the program sees it, and the row it comes from.
import type { ScimResource } from '../../shared/scim/json.ts';
import { readJsonObject } from './stored-json.ts';

/** The resources of one type in one tenant. */
export interface ResourceScope {
  readonly tenantId: number;
  readonly resourceType: string;
}

export interface ResourceRecord extends ResourceScope {
  readonly key: number;
  readonly id: string;
  /** The resource without `id`, `meta`, `groups`, `members` and `password`. */
  readonly document: ScimResource;
  readonly version: number;
  readonly created: string;
  readonly lastModified: string;
}

export type ResourceRow = Omit<ResourceRecord, 'document'> & { readonly document: string };

export const RECORD_COLUMNS = `
  key, tenant_id as tenantId, resource_type as resourceType, id, document, version, created,
  last_modified as lastModified`;

export function toRecord(row: ResourceRow): ResourceRecord {
  return { ...row, document: readJsonObject(row.document) };
}
