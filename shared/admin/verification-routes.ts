// Routes for tests: count, find and wait for requests, wait for resources, say what to answer next, start afresh.
// @see ./verification.ts
import { z } from 'zod';
import {
  CountOrder,
  FindOrder,
  FoundRequests,
  QueuedResponse,
  QueuedResponseList,
  QueuedResponseOrder,
  RequestCount,
  RequestMark,
  ResetOrder,
  ResetOutcome,
  ResourceWait,
  ResourceWaitOrder,
  SetUpOrder,
  SetUpOutcome,
  Wait,
  WaitOrder,
} from './verification.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const verificationRoutes = {
  /** Taken before something is set off, it is the `since` that misses nothing. */
  getRequestMark: {
    method: 'GET',
    path: '/api/tenants/:tenant/verify/mark',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: RequestMark,
  },
  countRequests: {
    method: 'POST',
    path: '/api/tenants/:tenant/verify/count',
    params: tenant,
    query: nothing,
    body: CountOrder,
    response: RequestCount,
  },
  findRequests: {
    method: 'POST',
    path: '/api/tenants/:tenant/verify/find',
    params: tenant,
    query: nothing,
    body: FindOrder,
    response: FoundRequests,
  },
  /** Answers as soon as enough requests match, those that came before the call included. */
  waitForRequests: {
    method: 'POST',
    path: '/api/tenants/:tenant/verify/wait',
    params: tenant,
    query: nothing,
    body: WaitOrder,
    response: Wait,
  },
  waitForResources: {
    method: 'POST',
    path: '/api/tenants/:tenant/verify/resources/:resourceType',
    params: tenant.extend({ resourceType: z.string() }),
    query: nothing,
    body: ResourceWaitOrder,
    response: ResourceWait,
  },
  /** The queue is memory of this run of the server. */
  queueResponse: {
    method: 'POST',
    path: '/api/tenants/:tenant/next-responses',
    params: tenant,
    query: nothing,
    body: QueuedResponseOrder,
    response: QueuedResponse,
  },
  listQueuedResponses: {
    method: 'GET',
    path: '/api/tenants/:tenant/next-responses',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: QueuedResponseList,
  },
  clearQueuedResponses: {
    method: 'DELETE',
    path: '/api/tenants/:tenant/next-responses',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: z.object({ cleared: z.int() }),
  },
  resetTenant: {
    method: 'POST',
    path: '/api/tenants/:tenant/reset',
    params: tenant,
    query: nothing,
    body: ResetOrder,
    response: ResetOutcome,
  },
  /** A tenant of its own for a test, filled, in one call. All or nothing. */
  setUpTenant: {
    method: 'POST',
    path: '/api/set-up',
    params: nothing,
    query: nothing,
    body: SetUpOrder,
    response: SetUpOutcome,
  },
} as const;
