// Logged requests as a file. A stream, so it stands beside the route table. @see shared/admin/request-export.ts
import express, { type Request, type Response, Router } from 'express';
import {
  readIdRanges,
  RequestExportQuery,
  type RequestExportQuery as Query,
} from '../../../shared/admin/request-export.ts';
import { EXPORT_FORMATS } from '../../../shared/export/formats.ts';
import { createRedactor } from '../../../shared/export/redact-request.ts';
import { exportFileName, exportWriter } from '../../../shared/export/write-export.ts';
import { sendText } from '../../transfer/send-text.ts';
import { WHOLE_LOG } from '../../store/request-log/walk-entries.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { parse } from './mount-routes.ts';

const MAX_BODY = '10mb';

/** Mounted at `/api`. */
export function requestExportStreams(dependencies: AdminAppDependencies): Router {
  const router = Router();
  router.get('/requests/export', async function sendByQuery(request: Request, response) {
    await sendExport(dependencies, parse(RequestExportQuery, 'query', request.query), response);
  });
  // A long list of ids has no room in a URL.
  router.post(
    '/requests/export',
    express.json({ limit: MAX_BODY }),
    async function sendByBody(request: Request, response) {
      await sendExport(dependencies, parse(RequestExportQuery, 'body', request.body), response);
    },
  );
  return router;
}

async function sendExport(
  dependencies: AdminAppDependencies,
  query: Query,
  response: Response,
): Promise<void> {
  const day = dependencies.clock.now().toISOString().slice(0, 10);
  const name = exportFileName(query.format, `requests-${day}`);
  response.setHeader('Content-Type', `${EXPORT_FORMATS[query.format].mediaType}; charset=utf-8`);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  const reader = new AbortController();
  response.once('close', () => reader.abort());
  const pieces = noteFailure(dependencies, writePieces(dependencies, query));
  try {
    await sendText(pieces, response, {
      signal: reader.signal,
      onChunk: () => undefined,
      monotonicMs: dependencies.clock.monotonicMs,
    });
  } catch (error) {
    // Whoever asked has gone, or got a file that was cut off: there is nobody to tell.
    if (!response.destroyed) throw error;
  }
}

/** The answer is on its way by then, and says nothing. */
function* noteFailure(
  { logger }: AdminAppDependencies,
  pieces: Iterable<string>,
): Generator<string> {
  try {
    yield* pieces;
  } catch (error) {
    logger.error('An export of the request log failed', { error });
    throw error;
  }
}

function* writePieces({ store, serving }: AdminAppDependencies, query: Query): Generator<string> {
  const { authorization, people = store.settings.read()['log.exportPeople'] } = query;
  const redact = createRedactor({ authorization, people });
  const tokens = new Map<string, string | null>();
  let written = 0;
  const selection = {
    tenant: query.tenant,
    filter: query.filter,
    text: query.text,
    ranges: query.ids === undefined ? WHOLE_LOG : readIdRanges(query.ids),
  };
  const { head, between, tail, write } = exportWriter(query.format, {
    origin: serving.origin(),
    place: 'file',
  });
  yield head;
  for (const request of store.walkRequests(selection)) {
    if (request === undefined) {
      yield '';
      continue;
    }
    const token = authorization === 'token' ? tokenOf(request.tenant) : null;
    if (written > 0) yield between;
    yield write(redact(request, token));
    written += 1;
  }
  if (written > 0 || tail.trim() !== '') yield tail;

  function tokenOf(tenant: string | null): string | null {
    if (tenant === null) return null;
    const known = tokens.get(tenant);
    if (known !== undefined) return known;
    const token = store.tenants.find(tenant)?.secretToken ?? null;
    tokens.set(tenant, token);
    return token;
  }
}
