// Files of resources to and from the server: streams beside the route table. @see shared/admin/transfer.ts
import type { z } from 'zod';
import { type ExportQuery, type ImportQuery, Job } from '../../shared/admin/transfer.ts';
import { readAdminKey } from './admin-key.ts';
import { createApiError, toApiError } from './api-error.ts';

/** The job that reads the file, once all of it has arrived. Throws ApiError. */
export async function sendImport(
  tenant: string,
  query: z.input<typeof ImportQuery>,
  file: Blob,
): Promise<Job> {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const path = `${tenantPath(tenant)}/import?${new URLSearchParams(pairs).toString()}`;
  const response = await send(path, 'application/octet-stream', file);
  return Job.parse(await response.json());
}

/** Throws ApiError. */
export async function fetchExport(
  tenant: string,
  query: z.input<typeof ExportQuery>,
): Promise<Blob> {
  const body = JSON.stringify(query);
  const response = await send(`${tenantPath(tenant)}/export`, 'application/json', body);
  return response.blob();
}

function tenantPath(tenant: string): string {
  return `/api/tenants/${encodeURIComponent(tenant)}`;
}

async function send(path: string, mediaType: string, body: BodyInit): Promise<Response> {
  const headers = {
    'Content-Type': mediaType,
    Authorization: `Bearer ${readAdminKey() ?? ''}`,
  };
  const response = await fetch(path, { method: 'POST', headers, body }).catch((error: unknown) => {
    throw createApiError({ code: 'offline', message: 'The server does not answer.' }, error);
  });
  if (response.ok) return response;
  throw toApiError(response.status, await response.json());
}
