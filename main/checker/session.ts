// What a check works with: requests to the target, and test data of its own. Names of everything that is created begin
// with the prefix of the run, and what was created is remembered, so that it can be deleted again.
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';
import type { Capability } from './capability.ts';
import type { Answer, Call, Exchanger } from './exchange.ts';
import {
  describe,
  expectObject,
  expectStatus,
  fail,
  idOf,
  listOf,
  textOf,
} from './expectations.ts';
import { GROUP_URN, PATCH_URN, USER_URN } from './urns.ts';

export interface Session {
  readonly target: string;
  /** The token that every request carries. */
  readonly bearer: string;
  readonly supplies: SessionSupplies;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Says with the outcome of the check what was measured. */
  readonly tell: (measured: string) => void;
  readonly has: (capability: Capability) => boolean;
  /** A name that nobody has, beginning with the prefix of the run. */
  readonly newName: (stem?: string) => string;
  readonly send: (method: string, path: string, call?: Call) => Promise<Answer>;
  readonly get: (path: string, headers?: Call['headers']) => Promise<Answer>;
  readonly post: (path: string, body: JsonValue) => Promise<Answer>;
  readonly put: (path: string, body: JsonValue) => Promise<Answer>;
  readonly patch: (path: string, ...operations: readonly JsonObject[]) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
  /** The list that a filter finds; the rest of the query follows as it is. */
  readonly find: (path: string, filter: string, rest?: string) => Promise<Answer>;
  /** The body of a resource that must be there. */
  readonly read: (path: string) => Promise<JsonObject>;
  /** PATCHes, which must succeed, and reads again. */
  readonly change: (path: string, ...operations: readonly JsonObject[]) => Promise<JsonObject>;
  /** A User as created; `values` over a body that every service provider should take. */
  readonly newUser: (values?: JsonObject) => Promise<JsonObject>;
  readonly newGroup: (values?: JsonObject) => Promise<JsonObject>;
  /** The body that `newUser` would send. */
  readonly userBody: (values?: JsonObject) => JsonObject;
  readonly groupBody: (values?: JsonObject) => JsonObject;
}

/** What some checks need beside the target; without it they are skipped. */
export interface SessionSupplies {
  /** A second token of the target, which may read only. */
  readonly readOnlyToken?: string | undefined;
  /** Asks another tenant of the same service provider, with a token of its own. */
  readonly otherTenant?: Exchanger | undefined;
}

export interface SessionOptions {
  readonly supplies: SessionSupplies;
  readonly now: () => number;
  readonly tell: (measured: string) => void;
  readonly target: string;
  readonly bearer: string;
  readonly prefix: string;
  readonly exchanger: Exchanger;
  readonly capabilities: ReadonlySet<Capability>;
  /** Takes the path of everything that was created. */
  readonly created: string[];
}

export function createSession(options: SessionOptions): Session {
  const { target, bearer, supplies, now, tell, prefix, exchanger, capabilities, created } = options;
  let names = 0;

  async function send(method: string, path: string, call?: Call): Promise<Answer> {
    const answer = await exchanger.send(method, path, call);
    if (method === 'POST') created.push(...createdBy(target, path, answer));
    return answer;
  }

  const base = {
    target,
    bearer,
    supplies,
    now,
    tell,
    has: (capability: Capability) => capabilities.has(capability),
    newName(stem = 'x') {
      names += 1;
      return `${prefix}-${names}-${stem}`;
    },
    send,
    get: (path: string, headers: Call['headers'] = {}) => send('GET', path, { headers }),
    post: (path: string, body: JsonValue) => send('POST', path, { body }),
    put: (path: string, body: JsonValue) => send('PUT', path, { body }),
    patch: (path: string, ...operations: readonly JsonObject[]) =>
      send('PATCH', path, { body: { schemas: [PATCH_URN], Operations: operations } }),
    delete: (path: string) => send('DELETE', path),
    find: (path: string, filter: string, rest = '') =>
      send('GET', `${path}?filter=${encodeURIComponent(filter)}${rest}`),
    read: async (path: string) => expectObject(expectStatus(await send('GET', path), 200)),
  };
  return { ...base, ...changes(base), ...testData(base) };
}

type Base = Pick<Session, 'send' | 'read' | 'newName' | 'target' | 'post' | 'patch'>;

function changes({ patch, read }: Base): Pick<Session, 'change'> {
  return {
    async change(path, ...operations) {
      expectStatus(await patch(path, ...operations), 200, 204);
      return read(path);
    },
  };
}

function testData({ newName, post, read, target }: Base) {
  const userBody = (values: JsonObject = {}): JsonObject => ({
    schemas: [USER_URN],
    userName: `${newName('user')}@check.example`,
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    displayName: 'Ada Lovelace',
    active: true,
    ...values,
  });
  const groupBody = (values: JsonObject = {}): JsonObject => ({
    schemas: [GROUP_URN],
    displayName: newName('group'),
    ...values,
  });
  /** Some answer 201 without the resource. */
  async function create(path: string, body: JsonObject): Promise<JsonObject> {
    const answer = expectStatus(await post(path, body), 201);
    if (idOf(answer.body) !== '' && isJsonObject(answer.body)) return answer.body;
    const location = pathBelow(target, answer.headers.get('location') ?? '');
    return location === undefined
      ? fail('a resource with an id', describe(answer))
      : read(location);
  }
  return {
    userBody,
    groupBody,
    newUser: (values?: JsonObject) => create('/Users', userBody(values)),
    newGroup: (values?: JsonObject) => create('/Groups', groupBody(values)),
  };
}

/** Paths of what an answer says it has created, alone or in Bulk. */
function createdBy(
  target: string,
  path: string,
  { status, body, headers }: Answer,
): readonly string[] {
  const [endpoint = ''] = path.split('?');
  if (status === 201) {
    const id = idOf(body);
    const location = pathBelow(target, headers.get('location') ?? textOf(body, 'meta', 'location'));
    return id !== '' ? [`${endpoint.replace(/\/+$/, '')}/${id}`] : location ? [location] : [];
  }
  return listOf(body, 'Operations')
    .filter((operation) => textOf(operation, 'method') === 'POST')
    .map((operation) => pathBelow(target, textOf(operation, 'location')))
    .filter((location) => location !== undefined);
}

/** What follows the target in a URL: public addresses differ from the target in their origin. */
export function pathBelow(target: string, url: string): string | undefined {
  if (!URL.canParse(url, `${target}/`)) return undefined;
  const base = new URL(target).pathname.replace(/\/$/, '');
  const { pathname } = new URL(url, `${target}/`);
  return url !== '' && pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;
}
