// All that the admin API has beside its route table: the files of ./streams.ts, and the live feed, which never ends.
import { z } from 'zod';
import { adminStreams } from './streams.ts';

export const streamRoutes = {
  ...adminStreams,
  followLiveFeed: {
    method: 'GET',
    path: '/api/live',
    params: z.object({}),
    query: z.object({}),
    summary: 'What happens, as server-sent events.',
    response: null,
  },
} as const;

export type StreamName = keyof typeof streamRoutes;
