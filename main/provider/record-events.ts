// Tells the event feed of a tenant what became of a resource, in the transaction of the change: an event that a
// receiver gets has happened, and one that has happened is not lost. @see RFC 9967 §2
import type { JsonObject } from '../../shared/scim/json.ts';
import type { EventFeedSetting } from '../../shared/admin/event-feed.ts';
import { describeChange, type ResourceChange } from '../scim/events/describe-change.ts';
import { CHANGE_EVENTS } from '../scim/events/event-uris.ts';
import { evaluateFilter } from '../scim/filter/evaluate-filter.ts';
import { readFilter } from '../scim/filter/read-filter.ts';
import { projectResource } from '../scim/resource/project-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { ALL_MEMBERS } from '../store/members.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { describeRecord, hasMembers } from './assemble-resource.ts';
import { NO_DELTA } from './change-members.ts';
import { versionHeader } from './check-version.ts';
import type { OperationContext } from './context.ts';
import type { WrittenChange } from './written-change.ts';

/** Nothing where the profile has no events, or where the resource is in the feed neither before nor after. */
export function recordEvents(
  context: OperationContext,
  model: ResourceModel,
  change: WrittenChange,
): void {
  if (!context.tenant.profile.eventsSupported) return;
  const record = change.after ?? change.before;
  if (record === null) return;
  const setting = context.store.events.setting(context.tenant.id);
  const events = describeEvents(context, model, { change, setting });
  if (Object.keys(events).length === 0) return;
  context.store.events.add({
    tenantId: context.tenant.id,
    at: change.at,
    txn: transactionOf(context),
    claims: { iss: context.baseUrl, sub_id: subjectOf(model, record), events },
  });
}

/** The txn that the client knows, or one that leads to the request in the request log. */
export function transactionOf({ txn, requestId }: OperationContext): string | undefined {
  return txn ?? (requestId === null ? undefined : `request-${requestId}`);
}

/** The subject by its path below the base URL, and by the name that the client gave it. @see RFC 9967 §2.1 */
function subjectOf(model: ResourceModel, { id, document }: ResourceRecord): JsonObject {
  const { externalId } = document;
  return {
    format: 'scim',
    uri: `${model.type.endpoint}/${encodeURIComponent(id)}`,
    ...(typeof externalId === 'string' && { externalId }),
  };
}

interface Telling {
  readonly change: WrittenChange;
  readonly setting: EventFeedSetting;
}

function describeEvents(
  context: OperationContext,
  model: ResourceModel,
  { change, setting }: Telling,
): JsonObject {
  const isInFeed = readMembership(context, model, setting);
  const { before, after } = change;
  const was = before !== null && isInFeed(before);
  const is = after !== null && isInFeed(after);
  if (!was && !is) return {};
  if (before !== null && !was) return { [CHANGE_EVENTS.feedAdd]: {} };
  if (after !== null && !is) return { [CHANGE_EVENTS.feedRemove]: {} };
  return describeChange(toResourceChange(context, model, change), setting.form);
}

function toResourceChange(
  context: OperationContext,
  model: ResourceModel,
  change: WrittenChange,
): ResourceChange {
  const { action, before, after, delta = NO_DELTA, isPasswordSet = false } = change;
  return {
    action,
    before: before && show(context, model, before),
    after: after && showWhole(context, model, { action, after }),
    joined: delta.added,
    left: delta.removed,
    isPasswordSet,
    version: after === null ? undefined : versionHeader(context, after)['ETag'],
  };
}

function readMembership(
  context: OperationContext,
  model: ResourceModel,
  { filter }: EventFeedSetting,
): (record: ResourceRecord) => boolean {
  if (filter === null) return () => true;
  const rules = { model, profile: feedRules(context) };
  const resolved = readFilter(filter, rules);
  return (record) => evaluateFilter(resolved, describeRecord(context, model, record));
}

/** Throws `invalidFilter` for a text that is no filter. */
export function checkFeedFilter(
  context: Pick<OperationContext, 'tenant' | 'models'>,
  filter: string,
): void {
  for (const model of context.models) readFilter(filter, { model, profile: feedRules(context) });
}

/** The feed's filter is ours, whatever the profile lets clients ask. One filter serves every resource type. */
function feedRules({ tenant }: Pick<OperationContext, 'tenant'>) {
  return {
    ...tenant.profile,
    filterSupported: true,
    filterOperators: 'all',
    unknownFilterAttribute: 'no-match',
  } as const;
}

/** Without what answers never show. */
function show(context: OperationContext, model: ResourceModel, record: ResourceRecord): JsonObject {
  const resource = describeRecord(context, model, record);
  return projectResource(resource, model, { attributes: [], excludedAttributes: [] });
}

function showWhole(
  context: OperationContext,
  model: ResourceModel,
  { action, after }: Pick<WrittenChange, 'action'> & { readonly after: ResourceRecord },
): JsonObject {
  const resource = show(context, model, after);
  if (action === 'patch' || !hasMembers(model)) return resource;
  const members = context.store.members.list(after, ALL_MEMBERS);
  return { ...resource, members: members.map(({ value }) => ({ value })) };
}
