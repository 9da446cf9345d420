// Snapshots as files, out and in. Streams, so they stand beside the route table. @see shared/admin/snapshot.ts
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { SnapshotImportQuery, type SnapshotImport } from '../../../shared/admin/snapshot.ts';
import { isSystemError } from '../../base/system-error.ts';
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

function sendFile({ store, about }: AdminAppDependencies) {
  return async function sendFile(
    request: Request<{ id: string }>,
    response: Response,
  ): Promise<void> {
    const snapshot = requireSnapshot(store, request.params.id);
    const file = await orConflictLater(store.snapshots.files.write(snapshot, about.version));
    try {
      response.setHeader('Content-Type', 'application/vnd.sqlite3');
      response.setHeader(
        'Content-Disposition',
        `attachment; filename="${fileName(snapshot.name)}.scimsnap"`,
      );
      await pipeline(createReadStream(file.path), response, { end: false }).catch(passOver);
    } finally {
      file.remove(); // before the reader has the end of it
    }
    response.end();
  };
}

/** Letters of a header and of any file system. */
function fileName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'snapshot';
}

/** The reader went away: nobody is left to be told. */
function passOver(error: unknown): void {
  if (isSystemError(error) && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  throw error;
}

function receiveFile({ store }: AdminAppDependencies) {
  const { files, add } = store.snapshots;
  return async function receiveFile(request: Request, response: Response): Promise<void> {
    const { dryRun } = parse(SnapshotImportQuery, 'query', request.query);
    orConflict(() => files.requireRoom(Number(request.get('content-length') ?? 0)));
    const work = files.receive();
    try {
      await pipeline(request, createWriteStream(work.path, { mode: 0o600 })).catch(
        (error: unknown) => orConflict(() => files.refuse(error)),
      );
      const received = await orConflictLater(files.judge(work));
      const snapshot = dryRun ? null : add(received);
      response.json({ file: received.told, snapshot } satisfies SnapshotImport);
    } finally {
      work.remove();
    }
  };
}
