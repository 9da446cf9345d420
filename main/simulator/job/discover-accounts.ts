// *Account discovery*: every user of the target, and which user of the directory it is. Found by the connection, or by the
// first matching attribute that is mapped directly; nothing is written.
// @see entra docs "Account discovery"
import { isJsonObject, textOf, type JsonObject } from '../../../shared/scim/json.ts';
import type {
  DiscoveredAccount,
  DiscoveryOrder,
  DiscoveryResult,
} from '../../../shared/simulator/job-run.ts';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import { readPage } from '../client/read-requests.ts';
import { member, parseTargetPath, readTargetPath } from '../client/target-path.ts';
import { showValue } from '../client/wire-value.ts';
import type { CycleContext } from '../engine/cycle-context.ts';
import { matchingAttributes } from '../engine/matching-attributes.ts';
import { readList } from '../engine/query-target.ts';
import { readSourceObject } from '../engine/source-object.ts';

const PAGE = 100;

export async function discoverAccounts(
  context: CycleContext,
  { limit, startIndex: first }: DiscoveryOrder,
): Promise<DiscoveryResult> {
  const index = indexDirectory(context);
  const counts = { Local: 0, Unassigned: 0, Assigned: 0 };
  const accounts: DiscoveredAccount[] = [];
  let problem: string | null = null;
  let next: number | null = null;
  for await (const found of walkUsers(context, first ?? 1)) {
    if ('problem' in found) {
      problem = found.problem;
      break;
    }
    const isListed = accounts.length < limit;
    if (!isListed) next ??= found.place;
    if (!isListed && first !== undefined) break;
    const account = judgeAccount(context, index, found.resource);
    counts[account.kind] += 1;
    if (isListed) accounts.push(account);
  }
  const at = context.now().toISOString();
  return { at, counts, accounts, next, problem, requests: context.client.count() };
}

type FoundUser =
  { readonly resource: JsonObject; readonly place: number } | { readonly problem: string };

/** From a place of the target's list on, which begins with 1. */
async function* walkUsers(context: CycleContext, first: number): AsyncGenerator<FoundUser> {
  for (let startIndex = first; ;) {
    const page = await readUsers(context, startIndex);
    if ('problem' in page) {
      yield page;
      return;
    }
    for (const [at, resource] of page.resources.entries()) {
      yield { resource, place: startIndex + at };
    }
    startIndex += page.resources.length;
    if (page.resources.length === 0 || startIndex > page.total) return;
  }
}

type UserPage =
  | { readonly resources: readonly JsonObject[]; readonly total: number }
  | { readonly problem: string };

async function readUsers({ client }: CycleContext, startIndex: number): Promise<UserPage> {
  const outcome = await client.send(readPage('User', startIndex, PAGE));
  if (outcome.kind !== 'ok') return { problem: outcome.failure.reason };
  const resources = readList(outcome.body ?? {});
  if (resources === undefined) return { problem: 'The target answered with no ListResponse.' };
  return { resources, total: Number(member(outcome.body ?? {}, 'totalResults')) || 0 };
}

/** The directory by the values of one target attribute, without case. */
interface DirectoryIndex {
  readonly target: string;
  readonly objectIds: ReadonlyMap<string, string>;
}

/** Undefined: no matching attribute is mapped directly. */
function indexDirectory(context: CycleContext): DirectoryIndex | undefined {
  let target: string | undefined;
  const objectIds = new Map<string, string>();
  for (const object of liveUsers(context)) {
    const source = { objectType: 'User' as const, object, assignments: [] };
    const direct = matchingAttributes(context, source).find(
      ({ mapping }) => mapping.type === 'Direct',
    );
    if (direct === undefined) return undefined;
    ({ target } = direct);
    if (direct.value !== null) objectIds.set(keyOf(showValue(direct.value)), object.objectId);
  }
  return target === undefined ? undefined : { target, objectIds };
}

function* liveUsers({ directory }: CycleContext): Generator<DirectoryUser> {
  let users = directory.readUsers(null, PAGE);
  while (users.length > 0) {
    yield* users.filter(({ deletedDateTime }) => deletedDateTime === null);
    users = directory.readUsers(users.at(-1)?.objectId ?? null, PAGE);
  }
}

function keyOf(value: string | null): string {
  return (value ?? '').toLowerCase();
}

function judgeAccount(
  context: CycleContext,
  index: DirectoryIndex | undefined,
  resource: JsonObject,
): DiscoveredAccount {
  const { store, jobKey, directory, application } = context;
  const targetId = textOf(member(resource, 'id'));
  const link = store.links.findByTarget(jobKey, 'User', targetId);
  const sourceId = link?.sourceId ?? findByMatch(index, resource) ?? null;
  const source =
    sourceId === null
      ? undefined
      : readSourceObject(directory, application.id, { objectType: 'User', objectId: sourceId });
  const active = member(resource, 'active');
  const displayName = textOf(member(resource, 'displayName'));
  return {
    targetId,
    userName: textOf(member(resource, 'userName')),
    displayName: displayName === '' ? null : displayName,
    active: typeof active === 'boolean' ? active : null,
    kind: source === undefined ? 'Local' : isAssigned(context, source) ? 'Assigned' : 'Unassigned',
    sourceId: source === undefined ? null : sourceId,
    isLinked: link !== undefined,
  };
}

function isAssigned(
  { settings }: CycleContext,
  { assignments }: { readonly assignments: readonly unknown[] },
): boolean {
  return settings.scope === 'all' || assignments.length > 0;
}

function findByMatch(index: DirectoryIndex | undefined, resource: JsonObject): string | undefined {
  const path = index && parseTargetPath(index.target);
  const held = path && readTargetPath(resource, path);
  if (held === undefined || isJsonObject(held)) return undefined;
  return index?.objectIds.get(keyOf(showValue(held)));
}
