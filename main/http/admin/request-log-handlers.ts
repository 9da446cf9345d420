// The request log: read, searched, annotated, removed from. @see shared/admin/request-log-routes.ts
import type { RequestView, RequestViewSetting } from '../../../shared/admin/request-log-changes.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { runInTurns } from './run-in-turns.ts';

export function requestLogHandlers(dependencies: AdminAppDependencies) {
  return {
    ...readHandlers(dependencies),
    ...changeHandlers(dependencies),
    ...viewHandlers(dependencies),
  };
}

function readHandlers({ store }: AdminAppDependencies) {
  const { requestLog: log } = store;
  return {
    listRequests: ({ query }) => runInTurns(() => log.findPage(query)),
    countRequestLog: async ({ query }) => ({
      total: (await runInTurns(() => log.count(query))).count,
    }),
    completeRequestFilter: ({ query }) => runInTurns(() => log.complete(query)),
    groupRequests: ({ query }) => runInTurns(() => log.group(query)),
    findNearestMisses: ({ query }) => runInTurns(() => log.nearestMisses(query)),
    summariseRequests: ({ body }) => runInTurns(() => log.summarise(body)),
    async getRequestLogStatus({ query }) {
      const rejected = await runInTurns(() => log.countRejected(query.tenant));
      const { pinnedRows, pinnedBytes, ...extent } = await runInTurns(() => log.measure());
      const limits = log.limits();
      const exceedsLimit = pinnedRows > limits.maxPinned || pinnedBytes > limits.maxBytes;
      return {
        ...extent,
        pinned: { rows: pinnedRows, bytes: pinnedBytes, exceedsLimit },
        limits,
        recording: log.recording(),
        rejected,
        unindexed: log.countUnindexed(),
      };
    },
    getRequestNeighbours: ({ params }) => log.findNeighbours(params.id) ?? refuseRequest(params.id),
    getRequest: ({ params }) => log.get(params.id) ?? refuseRequest(params.id),
  } satisfies Partial<AdminHandlers>;
}

function refuseRequest(id: number): never {
  throw adminFailure('not-found', `The request log has no request ${id}.`);
}

const ANNOTATED_TOGETHER = 2_000;

function changeHandlers({ store, clock, feed }: AdminAppDependencies) {
  const { requestLog: log } = store;
  return {
    clearRequests() {
      const deleted = log.clear();
      feed.publish({ type: 'requests-cleared', data: {} });
      return { deleted };
    },
    annotateRequests({ body }) {
      const result = log.annotate(body);
      const saysSomething = Object.keys(body).length > 1;
      if (result.annotated > 0 && saysSomething)
        feed.publish({ type: 'requests-annotated', data: body });
      return result;
    },
    async annotateMatchingRequests({ body: { tenant, filter, ...marks } }) {
      const selection = { tenant, filter, text: '' };
      const to = log.lastRequestId();
      let annotated = 0;
      for (let after = 0; after < to;) {
        const place = { after, to, limit: ANNOTATED_TOGETHER };
        const ids = [...(await runInTurns(() => log.nextIds(selection, place)))];
        if (ids.length === 0) break;
        annotated += log.annotate({ ids, ...marks }).annotated;
        feed.publish({ type: 'requests-annotated', data: { ids, ...marks } });
        after = ids.at(-1) ?? to;
      }
      return { annotated };
    },
    async removeRequests({ body }) {
      const removal = await runInTurns(() => log.remove(body));
      const { id, removed } = removal;
      const ids = 'ids' in body ? { ids: body.ids } : {};
      feed.publish({ type: 'requests-removed', data: { removal: id, removed, ...ids } });
      return removal;
    },
    undoRemoval({ params: { removal } }) {
      const restored = log.undoRemoval(removal);
      if (restored === undefined) {
        throw adminFailure('not-found', 'The time to bring these requests back is over.');
      }
      feed.publish({ type: 'requests-restored', data: { removal, restored } });
      return { restored };
    },
    setRecording({ body }) {
      const recording = log.setRecording(body.isPaused, clock.now().toISOString());
      feed.publish({ type: 'recording-changed', data: { recording } });
      return recording;
    },
  } satisfies Partial<AdminHandlers>;
}

function viewHandlers({ store, feed }: AdminAppDependencies) {
  const { views } = store.requestLog;

  function announce(view: RequestView): RequestView {
    feed.publish({ type: 'request-views-changed', data: {} });
    return view;
  }

  function requireFree({ name }: RequestViewSetting, exceptId?: number): void {
    if (!views.isTaken(name, exceptId)) return;
    throw adminFailure('conflict', `There is a view "${name}" already.`);
  }

  function requireView(id: number): RequestView {
    const view = views.find(id);
    if (view === undefined) throw adminFailure('not-found', `There is no view ${id}.`);
    return view;
  }

  return {
    listRequestViews: () => ({ views: views.list() }),
    createRequestView({ body }) {
      requireFree(body);
      return announce(views.create(body));
    },
    replaceRequestView({ params, body }) {
      requireView(params.view);
      requireFree(body, params.view);
      return announce(views.replace(params.view, body));
    },
    deleteRequestView({ params }) {
      views.remove(requireView(params.view).id);
      feed.publish({ type: 'request-views-changed', data: {} });
      return {};
    },
  } satisfies Partial<AdminHandlers>;
}
