// Routes that say whether SCIM requests are served. @see ./serving.ts
import { z } from 'zod';
import { Serving, ServingStart, TenantServingChange } from './serving.ts';

const nothing = z.object({});

export const servingRoutes = {
  getServing: {
    method: 'GET',
    path: '/api/serving',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Serving,
  },
  /** Opens the SCIM listener and ends a pause. `conflict` where its port is taken. */
  startServing: {
    method: 'POST',
    path: '/api/serving/start',
    params: nothing,
    query: nothing,
    body: ServingStart.optional(),
    response: Serving,
  },
  /** Answers what has come and closes the SCIM listener; the admin listener goes on. */
  stopServing: {
    method: 'POST',
    path: '/api/serving/stop',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Serving,
  },
  /** Closes and opens the SCIM listener, at the address that the settings say now. */
  restartServing: {
    method: 'POST',
    path: '/api/serving/restart',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Serving,
  },
  /** `conflict` while the SCIM listener is closed. */
  pauseServing: {
    method: 'POST',
    path: '/api/serving/pause',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Serving,
  },
  resumeServing: {
    method: 'POST',
    path: '/api/serving/resume',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Serving,
  },
  setTenantServing: {
    method: 'PUT',
    path: '/api/tenants/:tenant/serving',
    params: z.object({ tenant: z.string() }),
    query: nothing,
    body: TenantServingChange,
    response: Serving,
  },
  /** Writes to the database and takes it back: whether it takes changes again. */
  checkStorage: {
    method: 'POST',
    path: '/api/serving/check-storage',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Serving,
  },
} as const;
