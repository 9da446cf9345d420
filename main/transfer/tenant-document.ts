// A whole tenant as one JSON document: settings, its own schemas, its resources with their ids. The token is in it only
// when asked for; history and request log stay behind.
import { z } from 'zod';
import type { DocumentImportQuery, TransferResult } from '../../shared/admin/transfer.ts';
import { ProfileSetting } from '../../shared/scim/profile/profile-setting.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { changeTenantSchemas } from '../provider/change-tenant-schemas.ts';
import type { OperationContext } from '../provider/context.ts';
import { exportSchemas } from '../provider/list-tenant-schemas.ts';
import { deleteTenant } from '../provider/tenant-life.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';
import { walkResources } from './export-resources.ts';
import { decodeText, fileFault, readElement, type FileEntry } from './formats/file-entry.ts';
import { createJsonScanner } from './formats/json-scanner.ts';
import { importResources } from './import-resources.ts';
import type { RunningJob } from './jobs.ts';
import type { SpooledFile } from './spooled-file.ts';

const FORMAT = 'scim-mock-tenant';

const Header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  tenant: z.object({
    slug: z.string(),
    name: z.string(),
    publicUrl: z.string().nullable(),
    profile: ProfileSetting,
    secretToken: z.string().min(1).optional(),
  }),
  schemas: z.array(z.custom<JsonObject>((value) => typeof value === 'object' && value !== null)),
});
type Header = z.infer<typeof Header>;

/** Pieces of text that together are the document. */
export function* writeTenant(
  context: OperationContext,
  { secrets, onResource }: { readonly secrets: boolean; readonly onResource: () => void },
): Generator<string> {
  const { slug, name, publicUrl, profileSetting: profile, secretToken } = context.tenant;
  const tenant = { slug, name, publicUrl, profile, ...(secrets && { secretToken }) };
  const head: Header = { format: FORMAT, version: 1, tenant, schemas: [...exportSchemas(context)] };
  yield `${JSON.stringify(head).slice(0, -1)},"resources":[`;
  let separator = '\n';
  for (const model of context.models) {
    for (const resource of walkResources(context, model)) {
      yield `${separator}${JSON.stringify(resource)}`;
      separator = ',\n';
      onResource();
    }
  }
  yield '\n]}\n';
}

export interface TenantImport {
  readonly store: Store;
  readonly file: SpooledFile;
  readonly wanted: DocumentImportQuery;
  readonly newToken: () => string;
  /** The administrator's context of a tenant that is there. */
  readonly open: (slug: string) => OperationContext;
}

/** The new tenant goes again when its import fails or is cancelled. Throws a file fault. */
export async function readTenant(order: TenantImport, job: RunningJob): Promise<TransferResult> {
  const { store, file, open } = order;
  try {
    const header = await readHeader(file);
    const tenant = createTenant(order, header);
    try {
      putSchemas(open(tenant.slug), header);
      const options = {
        resourceType: 'User',
        onConflict: 'fail',
        keepIds: true,
        dryRun: false,
      } as const;
      const target = { context: open(tenant.slug), options, control: job };
      return await importResources(target, readResources(file));
    } catch (error) {
      deleteTenant(store, tenant);
      throw error;
    }
  } finally {
    await file.remove();
  }
}

/** All of the file is read once for it: a document that is cut off makes no tenant. */
async function readHeader(file: SpooledFile): Promise<Header> {
  const scanner = createJsonScanner('resources');
  for await (const piece of decodeText(file.read(() => undefined))) scanner.push(piece);
  scanner.end();
  const entry = readElement(1, scanner.header());
  const header = Header.safeParse('resource' in entry ? entry.resource : undefined);
  if (header.success && scanner.hasList()) return header.data;
  throw fileFault(1, 'The file is no document of a tenant.');
}

async function* readResources(file: SpooledFile): AsyncGenerator<FileEntry> {
  const scanner = createJsonScanner('resources');
  for await (const piece of decodeText(file.read(() => undefined))) {
    for (const { line, text } of scanner.push(piece)) yield readElement(line, text);
  }
}

function createTenant({ store, wanted, newToken }: TenantImport, { tenant }: Header): TenantRecord {
  const { slug, name = tenant.name } = wanted;
  if (store.tenants.find(slug) !== undefined) {
    throw fileFault(1, `There is a tenant "${slug}" already; import it under another slug.`);
  }
  const { publicUrl, profile: profileSetting, secretToken = newToken() } = tenant;
  return store.tenants.create({ slug, name, publicUrl, profileSetting, secretToken });
}

function putSchemas(context: OperationContext, { schemas }: Header): void {
  if (schemas.length === 0) return;
  const change = { put: schemas, deleteSchemas: [], deleteResourceTypes: [], allowBreaking: true };
  const outcome = changeTenantSchemas(context, change);
  if (outcome.kind !== 'done') throw fileFault(1, 'The schemas of the document are not sound.');
}
