// Whole tenants in and out: streams beside the route table. @see shared/admin/transfer.ts
import { type Request, type Response, Router } from 'express';
import { DocumentImportQuery, DocumentQuery } from '../../../shared/admin/transfer.ts';
import { newSecretToken } from '../../base/ids.ts';
import { countResources } from '../../transfer/export-resources.ts';
import { sendText } from '../../transfer/send-text.ts';
import { spoolFile } from '../../transfer/spooled-file.ts';
import { readTenant, writeTenant } from '../../transfer/tenant-document.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { parse } from './mount-routes.ts';
import { openTransfer } from './transfer-handlers.ts';

/** Mounted at `/api`. */
export function tenantDocumentStreams(dependencies: AdminAppDependencies): Router {
  const router = Router();
  router.get('/tenants/:tenant/document', sendDocument(dependencies));
  router.post('/tenant-documents', receiveDocument(dependencies));
  return router;
}

function sendDocument(dependencies: AdminAppDependencies) {
  const { jobs, clock } = dependencies;
  const { monotonicMs } = clock;
  return function sendDocument(request: Request<{ tenant: string }>, response: Response): void {
    const { tenant } = request.params;
    const { secrets } = parse(DocumentQuery, 'query', request.query);
    const context = openTransfer(dependencies, tenant);
    const total = countResources(context, context);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="${tenant}.tenant.json"`);
    jobs.start({
      kind: 'export-tenant',
      tenant,
      async work({ jobId, signal, report }) {
        response.setHeader('X-Job-Id', jobId);
        response.once('close', () => {
          if (!response.writableFinished) void jobs.cancel(jobId);
        });
        let done = 0;
        const pieces = writeTenant(context, { secrets, onResource: () => (done += 1) });
        const onChunk = () => report({ done, total, share: total === 0 ? 1 : done / total });
        await sendText(pieces, response, { signal, onChunk, monotonicMs });
        return null;
      },
    });
  };
}

function receiveDocument(dependencies: AdminAppDependencies) {
  const { jobs, store, feed } = dependencies;
  return async function receiveDocument(request: Request, response: Response): Promise<void> {
    const wanted = parse(DocumentImportQuery, 'query', request.query);
    const file = await spoolFile(request);
    const open = (slug: string) => openTransfer(dependencies, slug);
    const tenant = wanted.slug;
    const job = jobs.start({
      kind: 'import-tenant',
      tenant,
      async work(running) {
        const order = { store, file, wanted, newToken: newSecretToken, open };
        const result = await readTenant(order, running);
        feed.publish({ type: 'tenants-changed', data: { tenant, action: 'created' } });
        return result;
      },
    });
    response.json(job);
  };
}
