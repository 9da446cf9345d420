// Snapshots as files, out and in. Streams, so they stand beside the route table. @see shared/admin/snapshot.ts
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { SnapshotImportQuery, type SnapshotImport } from '../../../shared/admin/snapshot.ts';
import type { RunningJob } from '../../transfer/jobs.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { parse } from './mount-routes.ts';
import { orConflict, orConflictLater, requireSnapshot } from './snapshot-handlers.ts';

/** Mounted at `/api`. */
export function snapshotFileStreams(dependencies: AdminAppDependencies): Router {
  const router = Router();
  router.get('/snapshots/:id/file', sendFile(dependencies));
  router.post('/snapshots/import', receiveFile(dependencies));
  return router;
}

/** Of the work on an export, before anything of it is sent. */
const SHARE_OF_WRITING = 0.9;

function sendFile({ store, jobs, about }: AdminAppDependencies) {
  const { files } = store.snapshots;
  return async function sendFile(
    request: Request<{ id: string }>,
    response: Response,
  ): Promise<void> {
    const snapshot = requireSnapshot(store, request.params.id);
    const { name, tenant } = snapshot;
    async function work({ jobId, signal, report }: RunningJob): Promise<void> {
      response.once('close', () => {
        if (!response.writableFinished) void jobs.cancel(jobId);
      });
      const onShare = (share: number) => report({ done: 0, share: share * SHARE_OF_WRITING });
      const order = { appVersion: about.version, signal, onShare };
      const file = await files.write(snapshot, order);
      try {
        response.setHeader('Content-Type', 'application/vnd.sqlite3');
        response.setHeader(
          'Content-Disposition',
          `attachment; filename="${fileName(name)}.scimsnap"`,
        );
        await pipeline(createReadStream(file.path), response, { end: false, signal });
      } finally {
        file.remove(); // before the reader has the end of it
      }
    }
    const order = { kind: 'snapshot-export', tenant: tenant ?? '', name, work } as const;
    await orConflictLater(jobs.run(order)).catch((error: unknown) => breakOff(response, error));
    response.end();
  };
}

/** Letters of a header and of any file system. */
function fileName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'snapshot';
}

/** Whoever has a part of the file is not to take it for the whole; who has none yet is told why. */
function breakOff(response: Response, error: unknown): void {
  if (!response.headersSent && !response.destroyed) throw error;
  response.destroy();
}

function receiveFile({ store, jobs }: AdminAppDependencies) {
  const { files, add } = store.snapshots;
  return async function receiveFile(request: Request, response: Response): Promise<void> {
    const { dryRun } = parse(SnapshotImportQuery, 'query', request.query);
    orConflict(() => files.requireRoom(sizeOf(request)));
    const place = files.receive();
    async function work(job: RunningJob): Promise<SnapshotImport> {
      request.once('close', () => {
        if (!request.complete) void jobs.cancel(job.jobId);
      });
      const received = await receive(request, { files, place, job });
      return { file: received.told, snapshot: add(received) };
    }
    try {
      const made = dryRun
        ? receive(request, { files, place }).then(({ told }) => ({ file: told, snapshot: null }))
        : jobs.run({ kind: 'snapshot-import', tenant: '', work });
      response.json((await orConflictLater(made)) satisfies SnapshotImport);
    } finally {
      place.remove();
    }
  };
}

interface Receiving {
  readonly files: AdminAppDependencies['store']['snapshots']['files'];
  readonly place: ReturnType<Receiving['files']['receive']>;
  readonly job?: RunningJob;
}

/** Of the work on an import, until all of the file is there. */
const SHARE_OF_RECEIVING = 0.7;

async function receive(request: Request, { files, place, job }: Receiving) {
  const total = sizeOf(request);
  let done = 0;
  /** A file that is not wanted any more is still taken to its end: else the sender would not hear why. */
  async function* wanted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of source) {
      if (job?.signal.aborted === true) continue;
      done += bytes.length;
      job?.report({ done, total, share: total === 0 ? null : (done / total) * SHARE_OF_RECEIVING });
      yield bytes;
    }
  }
  const file = createWriteStream(place.path, { mode: 0o600 });
  await pipeline(request, wanted, file).catch((error: unknown) => files.refuse(error));
  job?.signal.throwIfAborted();
  const onShare = (share: number) =>
    job?.report({ done, total, share: SHARE_OF_RECEIVING + share * (1 - SHARE_OF_RECEIVING) });
  return files.judge(place, { ...(job && { signal: job.signal }), onShare });
}

/** As the sender says; 0 where it does not. */
function sizeOf(request: Request): number {
  return Number(request.get('content-length') ?? 0);
}
