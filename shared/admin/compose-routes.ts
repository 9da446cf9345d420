// Routes of Compose. @see ./compose.ts
import { z } from 'zod';
import {
  ComposeHistory,
  SavedRequest,
  SavedRequestList,
  SavedRequestSetting,
  SendOrder,
  SentAnswer,
} from './compose.ts';

const nothing = z.object({});
const saved = z.object({ id: z.coerce.number().int() });

export const composeRoutes = {
  /** Sends one request and waits for its answer, half a minute at most. Redirects are not followed. */
  sendComposed: {
    method: 'POST',
    path: '/api/compose/send',
    params: nothing,
    query: nothing,
    body: SendOrder,
    response: SentAnswer,
  },
  /** Newest first. */
  listComposeHistory: {
    method: 'GET',
    path: '/api/compose/history',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ComposeHistory,
  },
  clearComposeHistory: {
    method: 'DELETE',
    path: '/api/compose/history',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
  listSavedRequests: {
    method: 'GET',
    path: '/api/compose/requests',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: SavedRequestList,
  },
  createSavedRequest: {
    method: 'POST',
    path: '/api/compose/requests',
    params: nothing,
    query: nothing,
    body: SavedRequestSetting,
    response: SavedRequest,
  },
  updateSavedRequest: {
    method: 'PUT',
    path: '/api/compose/requests/:id',
    params: saved,
    query: nothing,
    body: SavedRequestSetting,
    response: SavedRequest,
  },
  deleteSavedRequest: {
    method: 'DELETE',
    path: '/api/compose/requests/:id',
    params: saved,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
} as const;
