// Routes of what Home shows. @see ./traffic.ts, ./first-steps.ts
import { z } from 'zod';
import { FirstSteps } from './first-steps.ts';
import { SentRequest } from './tenant.ts';
import { TenantCounts, Traffic, TrafficQuery } from './traffic.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const homeRoutes = {
  getTraffic: {
    method: 'GET',
    path: '/api/tenants/:tenant/traffic',
    params: tenant,
    query: TrafficQuery,
    body: z.undefined(),
    response: Traffic,
  },
  getCounts: {
    method: 'GET',
    path: '/api/tenants/:tenant/counts',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: TenantCounts,
  },
  getFirstSteps: {
    method: 'GET',
    path: '/api/tenants/:tenant/first-steps',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: FirstSteps,
  },
  /** Creates a made-up user as Entra would, by POST over HTTP to the tenant's own URL. */
  sendSampleUser: {
    method: 'POST',
    path: '/api/tenants/:tenant/connection/sample-user',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: SentRequest,
  },
} as const;
