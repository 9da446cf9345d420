// Routes of a tenant's event feed. @see ./event-feed.ts
import { z } from 'zod';
import { EventFeed, EventFeedChange, EventList, EventListQuery } from './event-feed.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const eventFeedRoutes = {
  getEventFeed: {
    method: 'GET',
    path: '/api/tenants/:tenant/event-feed',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: EventFeed,
  },
  changeEventFeed: {
    method: 'PATCH',
    path: '/api/tenants/:tenant/event-feed',
    params: tenant,
    query: nothing,
    body: EventFeedChange,
    response: EventFeed,
  },
  listEvents: {
    method: 'GET',
    path: '/api/tenants/:tenant/events',
    params: tenant,
    query: EventListQuery,
    body: z.undefined(),
    response: EventList,
  },
} as const;
