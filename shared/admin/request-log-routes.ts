// Routes of the request log. @see ./request-log.ts
import { z } from 'zod';
import { RequestDetails, RequestPage, RequestQuery } from './request-log.ts';

const nothing = z.object({});
const request = z.object({ id: z.coerce.number().int() });

export const requestLogRoutes = {
  listRequests: {
    method: 'GET',
    path: '/api/requests',
    params: nothing,
    query: RequestQuery,
    body: z.undefined(),
    response: RequestPage,
  },
  getRequest: {
    method: 'GET',
    path: '/api/requests/:id',
    params: request,
    query: nothing,
    body: z.undefined(),
    response: RequestDetails,
  },
  clearRequests: {
    method: 'DELETE',
    path: '/api/requests',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ deleted: z.int() }),
  },
} as const;
