// The way from a request that the provisioning service has sent to the inspector.
import { z } from 'zod';
import { RecordedRequest } from './job-run.ts';

export const recordedRequestRoutes = {
  /** Its rows in the request log; none where another server was asked. */
  findRecordedRequests: {
    method: 'GET',
    path: '/api/simulator/requests/:clientRequestId',
    params: z.object({ clientRequestId: z.string() }),
    query: z.object({}),
    body: z.undefined(),
    response: z.object({ requests: z.array(RecordedRequest) }),
  },
} as const;
