// The event feed of a tenant (RFC 9967 over RFC 8936) and the requests that were accepted for later.
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';

export const EventFeedSetting = z.object({
  /** full: events carry the data; notice: only which attributes are concerned. @see RFC 9967 §2.4 */
  form: z.enum(['full', 'notice']).default('full'),
  /** SCIM filter: only resources that match are in the feed; they are announced as they join and leave it. */
  filter: z.string().trim().min(1).nullable().default(null),
  /** `aud` of the tokens; null leaves it out. */
  audience: z.string().trim().min(1).max(1000).nullable().default(null),
});
export type EventFeedSetting = z.infer<typeof EventFeedSetting>;

/** What is left out stays as it is. */
export const EventFeedChange = z.object({
  form: EventFeedSetting.shape.form.unwrap().optional(),
  filter: EventFeedSetting.shape.filter.unwrap().optional(),
  audience: EventFeedSetting.shape.audience.unwrap().optional(),
});
export type EventFeedChange = z.infer<typeof EventFeedChange>;

export const EventFeed = EventFeedSetting.extend({
  /** Where a receiver polls, as this machine reaches it. */
  pollUrl: z.string(),
  /** Public key that the tokens are signed with. */
  keysUrl: z.string(),
  /** Events that nobody has acknowledged yet. */
  waiting: z.int(),
  /** Events that the receiver has refused. */
  rejected: z.int(),
  /** Requests that were accepted and are not done yet. */
  openRequests: z.int(),
});
export type EventFeed = z.infer<typeof EventFeed>;

export const FeedEvent = z.object({
  jti: z.string(),
  at: z.string(),
  txn: z.string(),
  /** The token's claims without `jti`, `iat` and `aud`. */
  claims: JsonObject,
  /** What the receiver said against it. @see RFC 8936 §2.6 */
  rejection: JsonObject.nullable(),
});
export type FeedEvent = z.infer<typeof FeedEvent>;

export const EventListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type EventListQuery = z.infer<typeof EventListQuery>;

/** Newest first. */
export const EventList = z.object({ events: z.array(FeedEvent) });
export type EventList = z.infer<typeof EventList>;
