// A tenant for one test: where a SCIM client finds it, and what a test asks of it. A tenant has its own log, queue and
// resources, so tests run side by side on one server.
import type { z } from 'zod';
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import type {
  QueuedResponse,
  QueuedResponseOrder,
  RequestMatcher,
  ResetOutcome,
  SetUpOrder,
} from '../../shared/admin/verification.ts';
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';
import { isAdminApiError, type AdminClient } from './admin-client.ts';
import { createResourceHelper, type ResourceHelper } from './resource-helper.ts';
import { createTenantAdmin, type TenantAdmin } from './tenant-admin.ts';
import { createScimClient, type ScimClient } from './scim-client.ts';

export type TenantSetUp = z.input<typeof SetUpOrder>;

/** A request as the log has it, its JSON parsed. */
export interface ReceivedRequest extends RequestDetails {
  /** undefined when the body is none, or no JSON. */
  readonly body: JsonValue | undefined;
  /** Of the answer. */
  readonly answer: JsonValue | undefined;
}

export interface ExpectOptions {
  /** How long to wait; 5 seconds unless said. */
  readonly timeoutMs?: number;
  /** Only what arrived after this mark; all that the tenant received unless said. */
  readonly since?: number;
}

export interface TestTenant {
  readonly slug: string;
  /** What a SCIM client is given: the base URL and the secret token. */
  readonly tenantUrl: string;
  readonly token: string;
  /** In PEM, what a SCIM client trusts to verify `tenantUrl`; null where that is http://. */
  readonly certificate: string | null;
  /** Resources of the set-up as they are stored, with their ids. */
  readonly created: {
    readonly users: readonly JsonObject[];
    readonly groups: readonly JsonObject[];
  };
  /** The one request, or the first of several, once it has arrived. Rejects, saying what came instead. */
  readonly expectRequest: (
    match: RequestMatcher,
    options?: ExpectOptions,
  ) => Promise<ReceivedRequest>;
  /** So many requests, once they have arrived. */
  readonly expectRequests: (
    count: number,
    match: RequestMatcher,
    options?: ExpectOptions,
  ) => Promise<readonly ReceivedRequest[]>;
  /** Watches for `timeoutMs`, 0 unless said: then it looks at what has arrived already. */
  readonly expectNoRequest: (match: RequestMatcher, options?: ExpectOptions) => Promise<void>;
  /** What has arrived already. */
  readonly requests: (match?: RequestMatcher) => Promise<readonly ReceivedRequest[]>;
  /** The place in the log now, for `since`. */
  readonly mark: () => Promise<number>;
  /** What to answer to the next matching request, or the next several. */
  readonly nextResponse: (order: z.input<typeof QueuedResponseOrder>) => Promise<QueuedResponse>;
  readonly users: ResourceHelper;
  readonly groups: ResourceHelper;
  /** Plays the SCIM client itself. */
  readonly scim: ScimClient;
  /** Any route of the admin API, about this tenant unless `params` say otherwise. */
  readonly admin: TenantAdmin;
  /** Empties resources, log and queue; settings and tokens stay. */
  readonly reset: () => Promise<ResetOutcome>;
  /** Deletes the tenant; one that has a server of its own ends that too. */
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export async function createTestTenant(
  client: AdminClient,
  setUp: TenantSetUp,
  close?: () => Promise<void>,
): Promise<TestTenant> {
  const { tenant, connection, users, groups } = await client.call('setUpTenant', { body: setUp });
  const { slug } = tenant;
  const { localTenantUrl: tenantUrl, secretToken: token, certificate } = connection;
  const admin = createTenantAdmin(client, slug);
  const end = close ?? (() => deleteTenant(admin));
  return {
    slug,
    tenantUrl,
    token,
    certificate,
    created: { users, groups },
    ...createExpectations(admin),
    nextResponse: (body) => admin('queueResponse', { body }),
    users: createResourceHelper(admin, 'User'),
    groups: createResourceHelper(admin, 'Group'),
    scim: createScimClient({ tenantUrl, token, certificate }),
    admin,
    reset: () => admin('resetTenant', { body: { snapshot: false } }),
    close: end,
    [Symbol.asyncDispose]: end,
  };
}

/** One that is gone, or whose server is, needs no more. */
async function deleteTenant(admin: TenantAdmin): Promise<void> {
  try {
    await admin('deleteTenant', { query: { snapshot: 'false' } });
  } catch (error) {
    const isGone = isAdminApiError(error) && ['offline', 'not-found'].includes(error.code);
    if (!isGone) throw error;
  }
}

const PATIENCE_MS = 5_000;

function createExpectations(admin: TenantAdmin) {
  const expectRequests: TestTenant['expectRequests'] = async (count, match, options = {}) => {
    const { timeoutMs = PATIENCE_MS, since = 0 } = options;
    const wait = await admin('waitForRequests', { body: { match, count, since, timeoutMs } });
    if (wait.kind === 'seen') return wait.requests.map(toReceived);
    throw expectationError(wait.message);
  };
  return {
    expectRequests,
    async expectRequest(match: RequestMatcher, options?: ExpectOptions): Promise<ReceivedRequest> {
      const [first] = await expectRequests(1, match, options);
      if (first === undefined) throw expectationError('The request has left the log.');
      return first;
    },
    async expectNoRequest(match: RequestMatcher, options: ExpectOptions = {}): Promise<void> {
      const { timeoutMs = 0, since = 0 } = options;
      const wait = await admin('waitForRequests', { body: { match, since, timeoutMs } });
      if (wait.kind === 'seen') throw expectationError(describeUnwanted(wait.requests));
    },
    async requests(match: RequestMatcher = {}): Promise<readonly ReceivedRequest[]> {
      const { requests } = await admin('findRequests', { body: { match, limit: 500 } });
      return requests.map(toReceived);
    },
    mark: async () => (await admin('getRequestMark')).lastId,
  };
}

function toReceived(details: RequestDetails): ReceivedRequest {
  const { requestBody, responseBody } = details;
  return { ...details, body: parse(requestBody.text), answer: parse(responseBody.text) };
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch {
    return undefined; // no JSON: `requestBody.text` has it as it came
  }
}

function describeUnwanted(requests: readonly RequestDetails[]): string {
  const lines = requests.map(
    ({ id, method, path, status, sentence }) =>
      `  #${id} ${method} ${path} -> ${status}: ${sentence}`,
  );
  return ['A request came that was not expected:', ...lines].join('\n');
}

function expectationError(message: string): Error {
  return Object.assign(new Error(message), { name: 'RequestExpectationError' });
}
