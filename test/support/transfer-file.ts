// Files of resources, and the admin API's streams as a test calls them.
import { once } from 'node:events';
import { Job, type TransferResult } from '../../shared/admin/transfer.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import type { TestTenant } from './start-tenant.ts';

/** Bytes in pieces that cut characters and lines wherever they may be. */
export async function* inPieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Sends a file and waits for the end of its job. */
export async function importText(
  tenant: TestTenant,
  query: Readonly<Record<string, string>>,
  body: string,
): Promise<Job> {
  const slug = query['tenant'] ?? 'default';
  const path = `/api/tenants/${slug}/import?${new URLSearchParams(query).toString()}`;
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await tenant.callAdmin('POST', path, { body, headers });
  if (answer.status !== 200) throw new Error(`import: ${answer.status} ${answer.text}`);
  return endOf(tenant, Job.parse(answer.body).id);
}

/** The job as it is once it has ended. */
export async function endOf(tenant: TestTenant, id: string): Promise<Job> {
  for (;;) {
    const job = await tenant.admin('getJob', { params: { id } });
    if (job.state !== 'running') return job;
    await once(AbortSignal.timeout(5), 'abort');
  }
}

export function resultOf({ result, state, error }: Job): TransferResult {
  if (result === null) throw new Error(`The job is ${state} without a result: ${error}`);
  return result;
}

export async function exportText(
  tenant: TestTenant,
  query: Readonly<Record<string, string>>,
): Promise<string> {
  const slug = query['tenant'] ?? 'default';
  const path = `/api/tenants/${slug}/export?${new URLSearchParams(query).toString()}`;
  const answer = await tenant.callAdmin('GET', path);
  if (answer.status !== 200) throw new Error(`export: ${answer.status} ${answer.text}`);
  return answer.text;
}

/** Every resource of a tenant but for what one tenant cannot share with another. */
export async function readResources(
  tenant: TestTenant,
  slug: string,
  { withIds }: { readonly withIds: boolean },
): Promise<readonly JsonObject[]> {
  const lines = (await exportText(tenant, { tenant: slug, format: 'jsonl' })).trim().split('\n');
  const resources = lines.filter((line) => line !== '').map((line) => readObject(line));
  const names = new Map(resources.map((each) => [each['id'], nameOf(each)]));
  return resources.map(({ meta: _meta, ...resource }) => {
    const told: unknown = JSON.parse(
      JSON.stringify(resource, (key, value: unknown) => {
        if (key === '$ref') return undefined;
        return withIds || typeof value !== 'string' ? value : (names.get(value) ?? value);
      }),
    );
    return asObject(told);
  });
}

function nameOf({ userName, displayName }: JsonObject): string {
  return `<${JSON.stringify(userName ?? displayName)}>`;
}

function readObject(text: string): JsonObject {
  return asObject(JSON.parse(text));
}

function asObject(value: unknown): JsonObject {
  const read: JsonObject = { value: value as JsonObject }; // JSON that was read
  const inside = read['value'];
  if (!isJsonObject(inside) || isJsonArray(inside)) throw new Error('An object is expected');
  return inside;
}
