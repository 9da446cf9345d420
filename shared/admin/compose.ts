// Requests that people write themselves, or send again: sent by the server over HTTP as any SCIM client would.
import { z } from 'zod';
import { RecordedBody, RecordedHeaders } from './request-log.ts';
import { TenantSlug } from './tenant-life.ts';

/** Where a request goes: a tenant of this workspace with its own token, or any base URL. */
export const ComposeTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tenant'), tenant: TenantSlug }),
  z.object({
    kind: z.literal('url'),
    baseUrl: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }),
    /** Sent as `Authorization: Bearer …`; null or empty = none. */
    token: z.string().max(8192).nullable(),
  }),
]);
export type ComposeTarget = z.infer<typeof ComposeTarget>;

const MAX_BODY_CHARACTERS = 5_000_000;

export const ComposedRequest = z.object({
  target: ComposeTarget,
  method: z.string().regex(/^[A-Z][A-Z-]{0,19}$/, 'must be an HTTP method in capitals'),
  /** Below the base URL, with the query: `/Users?count=1`; goes on the wire as it is, except for spaces and quotes. */
  path: z
    .string()
    .max(20_000)
    .regex(/^(?:[/?].*)?$/s, 'must begin with a slash'),
  /** An Authorization among them takes the place of the target's token. */
  headers: z
    .array(
      z.tuple([
        z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'is not the name of a header'),
        // oxlint-disable-next-line eslint/no-control-regex -- those are what a header must not hold
        z.string().regex(/^[^\u0000-\u0008\u000A-\u001F\u007F]*$/, 'has a control character'),
      ]),
    )
    .max(100),
  body: z.string().max(MAX_BODY_CHARACTERS),
});
export type ComposedRequest = z.infer<typeof ComposedRequest>;

export const SendOrder = z.object({
  request: ComposedRequest,
  /** A host that is not this machine is refused without it. */
  allowRemote: z.boolean().default(false),
});
export type SendOrder = z.infer<typeof SendOrder>;

export const SentAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    url: z.string(),
    durationMs: z.number(),
    status: z.int(),
    statusText: z.string(),
    headers: RecordedHeaders,
    body: RecordedBody,
    /** Of its entry in the request log; null when it did not go to a tenant of ours. */
    requestId: z.int().nullable(),
  }),
  z.object({
    kind: z.literal('failed'),
    url: z.string(),
    durationMs: z.number(),
    /** Why no answer came, in a sentence. */
    reason: z.string(),
  }),
]);
export type SentAnswer = z.infer<typeof SentAnswer>;

/** What was sent, without its secrets; the newest two hundred are kept. */
export const ComposeHistoryEntry = z.object({
  id: z.int(),
  at: z.string(),
  request: ComposedRequest,
  /** null: no answer came. */
  status: z.int().nullable(),
  durationMs: z.number(),
  requestId: z.int().nullable(),
});
export type ComposeHistoryEntry = z.infer<typeof ComposeHistoryEntry>;

export const ComposeHistory = z.object({ entries: z.array(ComposeHistoryEntry) });
export type ComposeHistory = z.infer<typeof ComposeHistory>;

export const SavedRequestSetting = z.object({
  name: z.string().trim().min(1).max(100),
  request: ComposedRequest,
  /** Token, Authorization and passwords are stored with it only then. */
  keepsSecrets: z.boolean().default(false),
});
export type SavedRequestSetting = z.infer<typeof SavedRequestSetting>;

export const SavedRequest = SavedRequestSetting.extend({ id: z.int(), savedAt: z.string() });
export type SavedRequest = z.infer<typeof SavedRequest>;

/** By name. */
export const SavedRequestList = z.object({ requests: z.array(SavedRequest) });
export type SavedRequestList = z.infer<typeof SavedRequestList>;
