// The admin listener's application: admin API, live feed and the UI. No tunnel may reach it; the guard comes first.
import express, { type Express } from 'express';
import { adminFailure } from './admin-failure.ts';
import { adminKeyHandlers } from './admin-key-handlers.ts';
import { applicationHandlers } from './application-handlers.ts';
import { authHandlers } from './auth-handlers.ts';
import { checkHandlers } from './check-handlers.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { directoryFileHandlers } from './directory-file-handlers.ts';
import { directoryGroupHandlers } from './directory-group-handlers.ts';
import { directoryHandlers } from './directory-handlers.ts';
import { errorHandler } from './error-handler.ts';
import { resourceToolHandlers } from './resource-tool-handlers.ts';
import { homeHandlers } from './home-handlers.ts';
import { composeHandlers } from './compose-handlers.ts';
import { replayHandlers } from './replay-handlers.ts';
import { tlsHandlers, tlsStreams } from './tls-handlers.ts';
import { verificationHandlers } from './verification-handlers.ts';
import { servingHandlers } from './serving-handlers.ts';
import { scenarioRecorderHandlers } from './scenario-recorder-handlers.ts';
import { scenarioHandlers } from './scenario-handlers.ts';
import { settingHandlers } from './setting-handlers.ts';
import { eventFeedHandlers } from './event-feed-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import { jobRunHandlers } from './job-run-handlers.ts';
import { findingHandlers } from './finding-handlers.ts';
import { guard, requireAdminKey } from './guard.ts';
import { liveFeed } from './live-feed.ts';
import { mappingHandlers } from './mapping-handlers.ts';
import { mountRoutes, type AdminHandlers } from './mount-routes.ts';
import { openApi } from './open-api.ts';
import { profileHandlers } from './profile-handlers.ts';
import { putBackHandlers } from './put-back-handlers.ts';
import { requestLogHandlers } from './request-log-handlers.ts';
import { provisioningLogStreams } from './provisioning-log-streams.ts';
import { reportHandlers } from './report-handlers.ts';
import { requestExportStreams } from './request-export-streams.ts';
import { requestImportStreams } from './request-import-streams.ts';
import { resourceHandlers } from './resource-handlers.ts';
import { secureHeaders, staticUi } from './static-ui.ts';
import { schemaHandlers } from './schema-handlers.ts';
import { snapshotComparisonHandlers } from './snapshot-comparison-handlers.ts';
import { snapshotFileStreams } from './snapshot-file-streams.ts';
import { snapshotHandlers } from './snapshot-handlers.ts';
import { tenantDocumentStreams } from './tenant-document-streams.ts';
import { tenantLifeHandlers } from './tenant-life-handlers.ts';
import { tenantHandlers } from './tenant-handlers.ts';
import { transferHandlers } from './transfer-handlers.ts';
import { transferStreams } from './transfer-streams.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

export function createAdminApp(dependencies: AdminAppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // answers of the API are not to be kept; express.static has its own
  app.set('query parser', 'simple');
  app.use(secureHeaders); // on refusals too
  const { settings } = dependencies.store;
  app.use(guard(() => settings.read()['admin.allowedOrigins'])); // before anything is read or served
  app.use('/api', requireAdminKey(dependencies.adminKey.read));
  app.get('/api/live', liveFeed(dependencies)); // a stream: beside the table
  app.get('/api/openapi.json', openApi(dependencies));
  app.use('/api', tenantDocumentStreams(dependencies));
  app.use('/api', transferStreams(dependencies)); // streams too
  app.use('/api', requestExportStreams(dependencies));
  app.use('/api', requestImportStreams(dependencies));
  app.use('/api', provisioningLogStreams(dependencies));
  app.use('/api', snapshotFileStreams(dependencies));
  app.use('/api', tlsStreams(dependencies));
  app.use('/api', mountRoutes(createHandlers(dependencies), dependencies.scenarioRecorder.watch));
  app.use(staticUi(dependencies.uiDir));
  app.use(refusePath);
  app.use(errorHandler(dependencies));
  return app;
}

function createHandlers(dependencies: AdminAppDependencies) {
  return {
    ...adminKeyHandlers(dependencies),
    ...checkHandlers(dependencies),
    ...tenantHandlers(dependencies),
    ...tenantLifeHandlers(dependencies),
    ...authHandlers(dependencies),
    ...mappingHandlers(dependencies),
    ...profileHandlers(dependencies),
    ...schemaHandlers(dependencies),
    ...eventFeedHandlers(dependencies),
    ...requestLogHandlers(dependencies),
    ...findingHandlers(dependencies),
    ...jobHandlers(dependencies),
    ...jobRunHandlers(dependencies),
    ...resourceHandlers(dependencies),
    ...transferHandlers(dependencies),
    ...snapshotHandlers(dependencies),
    ...snapshotComparisonHandlers(dependencies),
    ...putBackHandlers(dependencies),
    ...resourceToolHandlers(dependencies),
    ...homeHandlers(dependencies),
    ...composeHandlers(dependencies),
    ...replayHandlers(dependencies),
    ...verificationHandlers(dependencies),
    ...settingHandlers(dependencies),
    ...scenarioHandlers(dependencies),
    ...scenarioRecorderHandlers(dependencies),
    ...reportHandlers(dependencies),
    ...workspaceHandlers(dependencies),
    ...directoryHandlers(dependencies),
    ...directoryGroupHandlers(dependencies),
    ...directoryFileHandlers(dependencies),
    ...applicationHandlers(dependencies),
    ...servingHandlers(dependencies),
    ...tlsHandlers(dependencies),
  } satisfies AdminHandlers;
}

function refusePath(request: express.Request): void {
  throw adminFailure('not-found', `There is no ${request.path}.`);
}
