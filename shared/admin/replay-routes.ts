// Routes of logged requests that go out once more. Files of them are streams. @see ./replay.ts, ./streams.ts
import { z } from 'zod';
import { ReplayOrder, ReplayResult, ReplayResults } from './replay.ts';

const nothing = z.object({});

export const replayRoutes = {
  replayRequest: {
    method: 'POST',
    path: '/api/requests/:id/replay',
    params: z.object({ id: z.coerce.number().int() }),
    query: nothing,
    body: z.undefined(),
    response: ReplayResult,
  },
  /** One after the other; each shows in the request log as it is sent. */
  replayRequests: {
    method: 'POST',
    path: '/api/requests/replays',
    params: nothing,
    query: nothing,
    body: ReplayOrder,
    response: ReplayResults,
  },
} as const;
