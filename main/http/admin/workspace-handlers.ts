// The workspace as a whole: how much room it takes, made smaller, emptied; and what tells of it when something is wrong.
import path from 'node:path';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeDiagnostics } from './describe-diagnostics.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { orConflict } from './snapshot-handlers.ts';

export function workspaceHandlers(dependencies: AdminAppDependencies) {
  const { store, feed, jobs, about, logger, serving, adminKey, seedWorkspace } = dependencies;
  const name = about.dataDir === ':memory:' ? 'memory' : path.basename(about.dataDir);

  return {
    getWorkspaceFacts: () => ({
      dataDir: about.dataDir,
      name,
      databaseBytes: store.databaseBytes(),
      gapBytes: store.gapBytes(),
      snapshotBytes: store.snapshots.list().reduce((sum, { size }) => sum + size, 0),
    }),
    compactWorkspace() {
      const bytesBefore = store.databaseBytes();
      store.compact();
      const bytesAfter = store.databaseBytes();
      logger.info('The workspace was compacted', { bytesBefore, bytesAfter });
      return { bytesBefore, bytesAfter };
    },
    async eraseWorkspace({ body }) {
      if (body.workspace !== name) {
        throw adminFailure(
          'bad-request',
          `The workspace is called "${name}": nothing was deleted.`,
          [{ path: 'body.workspace', message: 'This is not the name of the workspace.' }],
        );
      }
      await jobs.close(); // what they write belongs to the workspace of before
      const before = orConflict(() => store.erase(body));
      store.settings.reset();
      seedWorkspace(); // in one go with what erased it: nobody finds a workspace without a tenant
      adminKey.apply(); // with the settings goes the wish to keep it
      serving.tls.forget();
      store.compact(); // what was deleted is not to be read in the file's gaps
      await serving.tls.apply();
      logger.warn('All data of the workspace was deleted', { snapshot: before?.id ?? 'none' });
      feed.publish({ type: 'reset', data: {} });
      return { before };
    },
    getDiagnostics: () => describeDiagnostics(dependencies),
  } satisfies Partial<AdminHandlers>;
}
