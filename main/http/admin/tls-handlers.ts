// TLS of the SCIM listener. @see shared/admin/tls-routes.ts
import { Router, type Request, type Response } from 'express';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

const FILE_NAME = 'scim-mock-tenant-ca.pem';

export function tlsHandlers({ serving: { tls }, feed }: AdminAppDependencies) {
  return {
    getTls: tls.read,
    async changeTls({ body }) {
      if (tls.isOverruled()) throw adminFailure('conflict', OVERRULED);
      const state = await tls.change(body);
      feed.publish({ type: 'settings-changed', data: {} });
      return state;
    },
    renewLocalCa: tls.renewAuthority,
  } satisfies Partial<AdminHandlers>;
}

const OVERRULED =
  'The command line decides about TLS of this server: start it without --tls, --tls-cert and --tls-key to choose here.';

/** The certificate as a file, as systems and programs take it. Mounted at `/api`. */
export function tlsStreams({ serving: { tls } }: AdminAppDependencies): Router {
  const router = Router();
  router.get('/tls/ca.pem', async function sendAuthority(_request: Request, response: Response) {
    response.setHeader('Content-Type', 'application/x-pem-file');
    response.setHeader('Content-Disposition', `attachment; filename="${FILE_NAME}"`);
    response.end(await tls.authority());
  });
  return router;
}
