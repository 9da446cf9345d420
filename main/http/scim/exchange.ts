// One request on its way through the middleware list: what each step has found out, for the steps after it and for
// the record that the outermost step closes. Lives in `response.locals`.
import type { Request, RequestHandler, Response } from 'express';
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { Clock } from '../../base/clock.ts';
import type { Feed } from '../../base/feed.ts';
import type { NewId } from '../../base/ids.ts';
import type { Logger } from '../../base/logger.ts';
import type { Caller } from '../../provider/caller.ts';
import type { AsyncRequests } from '../../provider/async-requests.ts';
import type { Availability } from '../../provider/availability.ts';
import type { Credential } from '../../provider/credentials.ts';
import type { ScimError } from '../../scim/scim-error.ts';
import type { TokenProblem } from '../../scim/token-problem.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import type { Store, TenantRecord } from '../../store/open-store.ts';
import type { ResponseQueue } from '../../verify/response-queue.ts';
import type { Peer } from './find-peer.ts';
import type { ScimTarget } from './read-target.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface ScimAppDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly feed: Feed;
  readonly logger: Logger;
  readonly asyncRequests: AsyncRequests;
  readonly responseQueue: ResponseQueue;
  readonly availability: Availability;
  /** Whether the Entra simulator of this app has sent the request of this id. */
  readonly isSimulated: (clientRequestId: string) => boolean;
}

export interface ReceivedBody {
  /** As received, up to the limit. */
  readonly bytes: Buffer;
  /** The whole size: as declared where the body was not read to its end. */
  readonly size: number;
  readonly isTooLarge: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  /** What `text` says, where it is JSON. */
  readonly json?: JsonValue;
}

export interface Exchange {
  readonly requestId: number;
  readonly peer: Peer;
  /** What the steps have cost so far. */
  readonly stopwatch: Stopwatch;
  readonly target: ScimTarget;
  /** Sends and closes the record: every answer of this listener leaves through here. */
  readonly answer: (answer: Answer) => void;
  body: ReceivedBody;
  /** What the body parses to, once a route has asked for it. */
  json: JsonValue | undefined;
  tenant: TenantRecord | null;
  /** Whose token it was; null until that is known. */
  caller: Caller | null;
  /** What was presented, also where it has expired; null where nobody knows it. */
  credential: Credential | null;
  /** Tokens, secrets and assertions that came with the request: none of them may be recorded. */
  presented: readonly string[];
  /** Why it was answered with 401. */
  tokenProblem: TokenProblem | null;
  /** Whether it went to the tenant's token endpoint. */
  isTokenRequest: boolean;
  /** What the endpoint serves; null outside of resource type endpoints. */
  model: ResourceModel | null;
  /** What the operation changed; empty when it failed. */
  effects: readonly Effect[];
  error: ScimError | null;
  /** Whether the answer is one that was queued for it: the tenant did not decide it. */
  isFromQueue: boolean;
  /** Whether the connection was closed without an answer, because the tenant is stopped. */
  isCut: boolean;
}

interface ScimLocals extends Record<string, unknown> {
  /** The request target as received. */
  readonly rawTarget: string;
  exchange: Exchange;
}

type Params = Record<string, string>;

export type ScimHandler = RequestHandler<Params, unknown, unknown, unknown, ScimLocals>;

export type ScimRequest = Request<Params, unknown, unknown, unknown, ScimLocals>;

export type ScimAnswer = Response<unknown, ScimLocals>;
