// What became of a resource, as the `events` of a security event token. "full" events carry the data, "notice" events
// only the names of the attributes concerned, never both. One token may tell two things of one change: that a user was
// patched, and that it was deactivated by that. @see RFC 9967 §2.3 and §2.4, RFC 8417 §2.2
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import { diffResources } from '../resource/diff-resources.ts';
import { CHANGE_EVENTS } from './event-uris.ts';

const PATCH_OP_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface ResourceChange {
  readonly action: 'create' | 'replace' | 'patch' | 'delete';
  /** As an answer would show it; the members of a group only where it is told as a whole. */
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly isPasswordSet: boolean;
  /** The entity tag after the change. */
  readonly version: string | undefined;
}

export type EventForm = 'full' | 'notice';

/** Empty where nothing has changed that an event tells. */
export function describeChange(change: ResourceChange, form: EventForm): JsonObject {
  switch (change.action) {
    case 'create':
      return tell(change, form, {
        notice: CHANGE_EVENTS.createNotice,
        full: CHANGE_EVENTS.createFull,
      });
    case 'replace':
      return tell(change, form, { notice: CHANGE_EVENTS.putNotice, full: CHANGE_EVENTS.putFull });
    case 'patch':
      return tell(change, form, {
        notice: CHANGE_EVENTS.patchNotice,
        full: CHANGE_EVENTS.patchFull,
      });
    case 'delete':
      return { [CHANGE_EVENTS.delete]: {} };
  }
}

function tell(
  change: ResourceChange,
  form: EventForm,
  uris: { readonly notice: string; readonly full: string },
): JsonObject {
  const version = change.version === undefined ? {} : { version: change.version };
  const told =
    form === 'notice'
      ? { [uris.notice]: { ...version, attributes: concernedAttributes(change) } }
      : { [uris.full]: { ...version, data: describeData(change) } };
  return { ...told, ...describeActivity(change) };
}

/** Paths; of a new resource and of a replaced one every attribute that it has. */
function concernedAttributes(change: ResourceChange): readonly string[] {
  const { action, before, after, joined, left, isPasswordSet } = change;
  const isPatch = action === 'patch';
  return [
    ...(action === 'create' ? ['id'] : []),
    ...diffResources(isPatch ? before : null, after).map(({ path }) => path),
    ...(isPatch && joined.length + left.length > 0 ? ['members'] : []),
    ...(isPasswordSet ? ['password'] : []),
  ];
}

function describeData(change: ResourceChange): JsonObject {
  return change.action === 'patch' ? describePatch(change) : { ...change.after };
}

/** The difference as a PATCH that makes it, however the client had put it. A password is not told. */
function describePatch({ before, after, joined, left }: ResourceChange): JsonObject {
  const Operations = [
    ...diffResources(before, after).map(toOperation),
    ...left.map((id) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` })),
    ...(joined.length > 0 ? [addMembers(joined)] : []),
  ];
  return { schemas: [PATCH_OP_URN], Operations };
}

function toOperation({ path, kind, after = null }: AttributeChange): JsonObject {
  if (kind === 'removed') return { op: 'remove', path };
  return { op: kind === 'added' ? 'add' : 'replace', path, value: after };
}

function addMembers(ids: readonly string[]): JsonObject {
  return { op: 'add', path: 'members', value: ids.map((value) => ({ value })) };
}

/** Whether a user was shut out, or let in again. @see RFC 9967 §2.4.5, §2.4.6 */
function describeActivity({ before, after }: ResourceChange): JsonObject {
  if (before === null || after === null || isActive(before) === isActive(after)) return {};
  return { [isActive(after) ? CHANGE_EVENTS.activate : CHANGE_EVENTS.deactivate]: {} };
}

function isActive(resource: JsonObject): boolean {
  return resource['active'] !== false;
}
