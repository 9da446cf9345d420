// The users and groups that a cycle was about, as the target has them afterwards: the first few of each step.
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type { ProvisioningLogRow } from '../../../shared/simulator/provisioning-log-pages.ts';
import { isAdminApiError } from '../../client/admin-client.ts';
import { readPath } from '../read-path.ts';
import type { ExpectationDraft } from './drafts.ts';
import { keepValid } from './story-steps.ts';
import type { Story } from './story.ts';

const MOST_OBJECTS = 5;
const MOST_ATTRIBUTES = 4;
const WRITTEN = new Set(['create', 'update', 'disable', 'delete']);

export async function suggestObjects(
  rows: readonly ProvisioningLogRow[],
  isSure: boolean,
  story: Story,
): Promise<readonly ExpectationDraft[]> {
  const known = rows.filter(({ sourceId }) => story.people.isKnown(sourceId));
  const written = known.filter(
    ({ provisioningAction, status }) => status === 'success' && WRITTEN.has(provisioningAction),
  );
  const unwritten = known.filter(({ status }) => status === 'failure' || status === 'skipped');
  const byObject = [...Map.groupBy(written, ({ targetId }) => targetId).values()];
  const expectations: ExpectationDraft[] = [];
  for (const entries of byObject.slice(0, MOST_OBJECTS)) {
    expectations.push(...(await suggestObject(entries, story)));
  }
  if (!isSure) return expectations;
  return [...expectations, ...suggestEntries(unwritten.slice(0, MOST_OBJECTS), story)];
}

/** Users and groups that provision on demand was about. */
export async function suggestPresence(
  summaries: readonly ProvisioningObjectSummary[],
  story: Story,
): Promise<readonly ExpectationDraft[]> {
  const application = story.application()?.id ?? '';
  const ids = new Set(summaries.map(({ id }) => id));
  const query = { limit: 100 };
  const { entries } = await story.client().call('listProvisioningLogs', {
    params: { application },
    query,
  });
  return keepValid(
    await suggestObjects(
      entries.filter(({ id }) => ids.has(id)),
      false,
      story,
    ),
  );
}

/** Of who was not written: why the log says so. */
function suggestEntries(rows: readonly ProvisioningLogRow[], { people }: Story) {
  return rows.flatMap(({ sourceId, provisioningAction, status, errorCode }): ExpectationDraft[] => {
    if (people.find(sourceId) === undefined) return [];
    const object = people.label(sourceId);
    const action = provisioningAction;
    return [{ see: 'log', object, action, status, ...(errorCode !== null && { errorCode }) }];
  });
}

async function suggestObject(
  entries: readonly ProvisioningLogRow[],
  story: Story,
): Promise<readonly ExpectationDraft[]> {
  const tenant = story.application()?.target?.tenant;
  const last = entries.at(-1);
  if (tenant === undefined || last === undefined) return [];
  const { sourceId, sourceUserPrincipalName, sourceName, targetId } = last;
  const object = story.people.find(sourceId);
  const isUser = sourceUserPrincipalName !== '';
  const resourceType = isUser ? 'User' : 'Group';
  const resource = await readResource({ tenant, resourceType, id: targetId }, story);
  if (!isUser) {
    const group = object === undefined ? sourceName : story.people.label(sourceId);
    return resource === undefined
      ? [{ see: 'group', group, is: 'absent' }]
      : [{ see: 'group', group, memberCount: await countMembers(tenant, targetId, story) }];
  }
  const principal = story.domains.principal(sourceUserPrincipalName);
  const user = object === undefined ? principal : story.people.label(sourceId);
  if (resource === undefined) return [{ see: 'user', user, is: 'absent' }];
  const changed = await readChanges(entries, resource, story);
  const { active } = resource;
  return [
    { see: 'user', user, attributes: { ...(active !== undefined && { active }), ...changed } },
  ];
}

async function readResource(
  params: { readonly tenant: string; readonly resourceType: string; readonly id: string },
  { client }: Story,
): Promise<JsonObject | undefined> {
  try {
    return (await client().call('getResource', { params })).resource;
  } catch (error) {
    if (isAdminApiError(error) && error.status === 404) return undefined;
    throw error;
  }
}

async function countMembers(tenant: string, id: string, { client }: Story): Promise<number> {
  const params = { tenant, id };
  return (await client().call('listMembers', { params, query: { count: 1 } })).totalResults;
}

/** What an update has written, as the target has it now. */
async function readChanges(
  entries: readonly ProvisioningLogRow[],
  resource: JsonObject,
  story: Story,
): Promise<Record<string, JsonValue>> {
  const updates = entries.filter(({ provisioningAction }) => provisioningAction === 'update');
  const application = story.application()?.id ?? '';
  const changes: [string, JsonValue][] = [];
  for (const { id } of updates) {
    const { entry } = await story.client().call('getProvisioningLog', {
      params: { application, id },
    });
    for (const { displayName: path } of entry.modifiedProperties) {
      const value = readPlain(resource, path);
      if (value !== undefined) changes.push([path, relative(value, story)]);
    }
  }
  return Object.fromEntries(changes.slice(0, MOST_ATTRIBUTES));
}

const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Undefined for what is no plain value, no path, or an id that the next run has otherwise. */
function readPlain(resource: JsonObject, path: string): JsonValue | undefined {
  try {
    const value = readPath(resource, path);
    if (typeof value === 'string') return ID.test(value) ? undefined : value;
    return typeof value === 'object' ? undefined : value;
  } catch {
    return undefined; // the log names properties that are no paths too
  }
}

function relative(value: JsonValue, { domains }: Story): JsonValue {
  return typeof value === 'string' ? domains.relative(value) : value;
}
