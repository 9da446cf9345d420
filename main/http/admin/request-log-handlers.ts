// The request log, read and cleared. @see shared/admin/request-log.ts
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function requestLogHandlers({ store, feed }: AdminAppDependencies) {
  return {
    listRequests: ({ query }) => store.requestLog.page(query),
    getRequest({ params }) {
      const request = store.requestLog.get(params.id);
      if (request === undefined) {
        throw adminFailure('not-found', `The request log has no request ${params.id}.`);
      }
      return request;
    },
    clearRequests() {
      const deleted = store.requestLog.clear();
      feed.publish({ type: 'requests-cleared', data: {} });
      return { deleted };
    },
  } satisfies Partial<AdminHandlers>;
}
