// Provisioning logs as files. Streams, so they stand beside the route table. @see shared/simulator/log-files.ts
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, Router } from 'express';
import {
  LOG_FILE_NAMES,
  LogFilePart,
  ProvisioningLogExportQuery,
  type ProvisioningLogExportQuery as Query,
} from '../../../shared/simulator/log-files.ts';
import { writeLogCsv, writeLogJson } from '../../simulator/report/write-log-files.ts';
import { writeZip } from '../../simulator/report/write-zip.ts';
import { sendText } from '../../transfer/send-text.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { parse } from './mount-routes.ts';

const PATH = '/applications/:application/provisioning-logs/export';

const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const;

type LogRequest = Request<{ application: string }>;

/** Mounted at `/api`. */
export function provisioningLogStreams(dependencies: AdminAppDependencies): Router {
  const router = Router();
  router.get(PATH, async function sendByQuery(request: LogRequest, response) {
    const query = parse(ProvisioningLogExportQuery, 'query', request.query);
    await sendExport(dependencies, { application: request.params.application, query }, response);
  });
  router.post(PATH, express.json(), async function sendByBody(request: LogRequest, response) {
    const query = parse(ProvisioningLogExportQuery, 'body', request.body);
    await sendExport(dependencies, { application: request.params.application, query }, response);
  });
  return router;
}

interface Wish {
  readonly application: string;
  readonly query: Query;
}

async function sendExport(
  dependencies: AdminAppDependencies,
  wish: Wish,
  response: Response,
): Promise<void> {
  dependencies.store.directory.requireApplication(wish.application);
  const { format, part } = wish.query;
  const name = `${LOG_FILE_NAMES[format === 'csv' ? part : 'logs']}.${format}`;
  response.setHeader('Content-Type', MEDIA_TYPES[format]);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  try {
    await write(dependencies, wish, response);
  } catch (error) {
    // Whoever asked has gone, or got a file that was cut off: there is nobody to tell.
    if (!response.destroyed) throw error;
    dependencies.logger.warn('An export of provisioning logs did not reach its end', { error });
  }
}

async function write(
  { store, clock }: AdminAppDependencies,
  { application, query }: Wish,
  response: Response,
): Promise<void> {
  const { format, part, ...filter } = query;
  const walk = () => store.provisioningLog.walk(application, filter);
  if (format === 'zip') {
    const texts = LogFilePart.options.map((each) => ({
      name: `${LOG_FILE_NAMES[each]}.csv`,
      pieces: writeLogCsv(each, walk()),
    }));
    await pipeline(Readable.from(writeZip(texts, clock.now())), response);
    return;
  }
  const reader = new AbortController();
  response.once('close', () => reader.abort());
  const pieces = format === 'csv' ? writeLogCsv(part, walk()) : writeLogJson(walk());
  await sendText(pieces, response, {
    signal: reader.signal,
    onChunk: () => undefined,
    monotonicMs: clock.monotonicMs,
  });
}
