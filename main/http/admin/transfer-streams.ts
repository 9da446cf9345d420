// Files in and out of a tenant. They are streams, so they stand beside the route table, before anything reads a body.
// @see shared/admin/transfer.ts
import express, { type Request, type Response, Router } from 'express';
import type { BulkSelection } from '../../../shared/admin/resource-tools.ts';
import { ExportQuery, ImportQuery, type TransferFormat } from '../../../shared/admin/transfer.ts';
import type { OperationContext } from '../../provider/context.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { countResources, exportResources } from '../../transfer/export-resources.ts';
import { importFile } from '../../transfer/import-file.ts';
import { sendText } from '../../transfer/send-text.ts';
import { spoolFile } from '../../transfer/spooled-file.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { parse } from './mount-routes.ts';
import { requireModel } from './open-operation.ts';
import { openTransfer } from './transfer-handlers.ts';

const MEDIA_TYPES: Readonly<Record<TransferFormat, string>> = {
  json: 'application/scim+json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** Mounted at `/api`. */
export function transferStreams(dependencies: AdminAppDependencies): Router {
  const router = Router();
  router.post('/tenants/:tenant/import', receiveImport(dependencies));
  router.get(
    '/tenants/:tenant/export',
    sendExport(dependencies, ({ query }) => query),
  );
  const readBody = express.json({ limit: '10mb' }); // a selection may be longer than a URL
  router.post(
    '/tenants/:tenant/export',
    readBody,
    sendExport(dependencies, ({ body }) => body),
  );
  return router;
}

type TenantRequest = Request<{ tenant: string }>;

function receiveImport(dependencies: AdminAppDependencies) {
  return async function receiveImport(request: TenantRequest, response: Response): Promise<void> {
    const { tenant } = request.params;
    const query = parse(ImportQuery, 'query', request.query);
    requireModels(openTransfer(dependencies, tenant), query.resourceType);
    const file = await spoolFile(request);
    // What the tenant is now: it may have been changed, or deleted, while the file came in.
    const context = openTransfer(dependencies, tenant);
    const work: Parameters<typeof dependencies.jobs.start>[0]['work'] = (job) =>
      importFile(context, { file, query }, job);
    const kind = query.dryRun ? 'dry-run' : 'import';
    const { resourceType } = query;
    response.json(dependencies.jobs.start({ kind, tenant, resourceType, work }));
  };
}

function sendExport(
  dependencies: AdminAppDependencies,
  readQuery: (request: TenantRequest) => unknown,
) {
  const { jobs, clock } = dependencies;
  const { monotonicMs } = clock;
  return function sendExport(request: TenantRequest, response: Response): void {
    const { tenant } = request.params;
    const query = parse(ExportQuery, 'query', readQuery(request));
    const { format } = query;
    const context = openTransfer(dependencies, tenant);
    const selection = readSelection(query);
    const isOneType = format === 'csv' || selection !== undefined;
    const models = requireModels(context, query.resourceType ?? (isOneType ? 'User' : undefined));
    const wanted = { format, models, selection };
    const total = countResources(context, wanted);
    response.setHeader('Content-Type', MEDIA_TYPES[format]);
    response.setHeader('Content-Disposition', `attachment; filename="${tenant}.${format}"`);
    jobs.start({
      kind: 'export',
      tenant,
      resourceType: models.length === 1 ? models[0]?.type.name : undefined,
      async work({ jobId, signal, report }) {
        response.setHeader('X-Job-Id', jobId);
        response.once('close', () => {
          if (!response.writableFinished) void jobs.cancel(jobId);
        });
        let done = 0;
        const pieces = exportResources(context, { ...wanted, onResource: () => (done += 1) });
        const onChunk = () => report({ done, total, share: total === 0 ? 1 : done / total });
        await sendText(pieces, response, { signal, onChunk, monotonicMs });
        return null;
      },
    });
  };
}

function readSelection({ filter, ids }: ExportQuery): BulkSelection | undefined {
  if (ids !== '') return { kind: 'ids', ids: ids.split(',') };
  return filter.trim() === '' ? undefined : { kind: 'filter', filter };
}

function requireModels({ models }: OperationContext, name?: string): readonly ResourceModel[] {
  if (name === undefined) return models;
  return [requireModel({ models }, name)];
}
