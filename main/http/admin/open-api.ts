// `GET /api/openapi.json`: the admin API described, for tools that generate clients. Made once, when first asked for.
import type { Request, Response } from 'express';
import { openApiDocument } from '../../../shared/admin/open-api.ts';
import type { AdminAppDependencies } from './dependencies.ts';

export function openApi({ about }: AdminAppDependencies) {
  let document: ReturnType<typeof openApiDocument> | undefined;
  return function openApi(_request: Request, response: Response): void {
    document ??= openApiDocument({ version: about.version, url: about.adminUrl });
    response.json(document);
  };
}
