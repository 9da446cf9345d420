// Routes of the request log. @see ./request-log.ts, ./request-log-pages.ts, ./request-log-changes.ts
import { z } from 'zod';
import {
  Recording,
  Removal,
  RemovalOrder,
  RequestAnnotation,
  RequestLogStatus,
  RequestView,
  RequestViewSetting,
  ScopeAnnotation,
} from './request-log-changes.ts';
import {
  CompletionList,
  CompletionQuery,
  GroupPage,
  GroupQuery,
  NearestMisses,
  RequestCount,
  RequestNeighbours,
  RequestPage,
  RequestQuery,
  RequestScope,
  RequestSelection,
  RequestSelectionSummary,
} from './request-log-pages.ts';
import { RequestDetails, RequestSummary } from './request-log.ts';

const nothing = z.object({});
const request = z.object({ id: z.coerce.number().int() });
const tenant = z.object({ tenant: z.string().optional() });

const readRoutes = {
  listRequests: {
    method: 'GET',
    path: '/api/requests',
    params: nothing,
    query: RequestQuery,
    body: z.undefined(),
    response: RequestPage,
  },
  /** All that match: reads as much of the log as it must, in slices between which the server answers others. */
  countRequestLog: {
    method: 'GET',
    path: '/api/requests/count',
    params: nothing,
    query: RequestScope,
    body: z.undefined(),
    response: RequestCount,
  },
  completeRequestFilter: {
    method: 'GET',
    path: '/api/requests/completions',
    params: nothing,
    query: CompletionQuery,
    body: z.undefined(),
    response: CompletionList,
  },
  groupRequests: {
    method: 'GET',
    path: '/api/requests/groups',
    params: nothing,
    query: GroupQuery,
    body: z.undefined(),
    response: GroupPage,
  },
  findNearestMisses: {
    method: 'GET',
    path: '/api/requests/nearest-misses',
    params: nothing,
    query: RequestScope,
    body: z.undefined(),
    response: NearestMisses,
  },
  getRequestLogStatus: {
    method: 'GET',
    path: '/api/requests/status',
    params: nothing,
    query: tenant,
    body: z.undefined(),
    response: RequestLogStatus,
  },
  summariseRequests: {
    method: 'POST',
    path: '/api/requests/summary',
    params: nothing,
    query: nothing,
    body: RequestSelection,
    response: RequestSelectionSummary,
  },
  getRequestNeighbours: {
    method: 'GET',
    path: '/api/requests/:id/neighbours',
    params: request,
    query: nothing,
    body: z.undefined(),
    response: RequestNeighbours,
  },
  getRequest: {
    method: 'GET',
    path: '/api/requests/:id',
    params: request,
    query: nothing,
    body: z.undefined(),
    response: RequestDetails,
  },
} as const;

const changeRoutes = {
  /** All of the workspace, at once and for good. With undo: `removeRequests`. */
  clearRequests: {
    method: 'DELETE',
    path: '/api/requests',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ deleted: z.int() }),
  },
  /** Answers with those that are in the log, as they are now; at most the first 1000. Without a mark it only reads. */
  annotateRequests: {
    method: 'POST',
    path: '/api/requests/annotations',
    params: nothing,
    query: nothing,
    body: RequestAnnotation,
    response: z.object({ annotated: z.int(), requests: z.array(RequestSummary) }),
  },
  /** All that a filter shows, however many; announced as annotations of their ids. */
  annotateMatchingRequests: {
    method: 'POST',
    path: '/api/requests/annotations/matching',
    params: nothing,
    query: nothing,
    body: ScopeAnnotation,
    response: z.object({ annotated: z.int() }),
  },
  removeRequests: {
    method: 'POST',
    path: '/api/requests/removals',
    params: nothing,
    query: nothing,
    body: RemovalOrder,
    response: Removal,
  },
  /** `not-found` once its time is over. */
  undoRemoval: {
    method: 'DELETE',
    path: '/api/requests/removals/:removal',
    params: z.object({ removal: z.string() }),
    query: nothing,
    body: z.undefined(),
    response: z.object({ restored: z.int() }),
  },
  setRecording: {
    method: 'PUT',
    path: '/api/requests/recording',
    params: nothing,
    query: nothing,
    body: z.object({ isPaused: z.boolean() }),
    response: Recording,
  },
} as const;

const view = z.object({ view: z.coerce.number().int() });

const viewRoutes = {
  listRequestViews: {
    method: 'GET',
    path: '/api/request-views',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ views: z.array(RequestView) }),
  },
  createRequestView: {
    method: 'POST',
    path: '/api/request-views',
    params: nothing,
    query: nothing,
    body: RequestViewSetting,
    response: RequestView,
  },
  replaceRequestView: {
    method: 'PUT',
    path: '/api/request-views/:view',
    params: view,
    query: nothing,
    body: RequestViewSetting,
    response: RequestView,
  },
  deleteRequestView: {
    method: 'DELETE',
    path: '/api/request-views/:view',
    params: view,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
} as const;

export const requestLogRoutes = { ...readRoutes, ...changeRoutes, ...viewRoutes } as const;
