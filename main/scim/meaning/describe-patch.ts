// PATCH of a resource, told by what its operations touch. Where one message does several things, what became of
// `active` decides: that somebody lost access matters more than that a title changed. @see RFC 7644 §3.5.2
import type { Effect, Operation } from '../../../shared/admin/request-log.ts';
import { isJsonArray, type JsonValue } from '../../../shared/scim/json.ts';
import { describeMembers } from './describe-members.ts';
import {
  enumerate,
  type ExchangeFacts,
  type Intent,
  readResource,
  type ResourceKind,
  subject,
  textMember,
} from './exchange.ts';
import { readTouches, type Touch } from './read-touches.ts';

interface PatchTarget {
  readonly resource: ResourceKind;
  readonly id: string;
}

export function describePatch(facts: ExchangeFacts, target: PatchTarget): Intent {
  const touches = readTouches(facts.requestBody);
  if (target.resource === 'Group') return describeGroupPatch(facts, target, touches);
  const who = subject(target.resource, readResource(facts, target.id));
  // What `active` and `manager` mean is known of a User alone.
  if (target.resource !== 'User') return describeUpdate(touches, who);
  return (
    describeSingleAttribute(facts, touches, who) ??
    describeStateChange(facts.effects, who) ??
    describeUpdate(touches, who)
  );
}

function describeUpdate(touches: readonly Touch[], who: string): Intent {
  const labels = touches.map(({ label }) => label);
  return {
    operation: 'update',
    action: `Update ${who}`,
    ...(labels.length > 0 && { detail: enumerate(labels) }),
  };
}

/** A message about one attribute that has a verb of its own. */
function describeSingleAttribute(
  facts: ExchangeFacts,
  touches: readonly Touch[],
  who: string,
): Intent | undefined {
  const [first] = touches;
  const last = touches.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (touches.some(({ attribute }) => attribute !== first.attribute)) return undefined;
  switch (first.attribute) {
    case 'active':
      return describeActive(last, who);
    case 'manager':
      return describeManager(facts, last, who);
    case 'roles':
      return { operation: 'change-roles', action: `Change roles of ${who}` };
    case 'password':
      return { operation: 'change-password', action: `Change password of ${who}` };
    default:
      return undefined;
  }
}

// Entra: `"False"` and `"True"` unless the tenant URL carries aadOptscim062020.
function describeActive({ op, value }: Touch, who: string): Intent | undefined {
  if (op === 'remove') return undefined;
  const text = typeof value === 'string' ? value.toLowerCase() : value;
  if (text === false || text === 'false')
    return { operation: 'deactivate', action: `Deactivate ${who}` };
  return text === true || text === 'true'
    ? { operation: 'activate', action: `Activate ${who}` }
    : undefined;
}

function describeManager(facts: ExchangeFacts, { op, value }: Touch, who: string): Intent {
  const id = op === 'remove' ? null : readReference(value);
  if (id === null) return { operation: 'clear-manager', action: `Clear manager of ${who}` };
  const name = facts.findName?.(id) ?? id;
  return { operation: 'set-manager', action: `Set manager of ${who} to ${name}` };
}

// Entra: a text, an object, or an array of one object; empty in any of these forms clears.
function readReference(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return textMember(isJsonArray(value) ? value[0] : value, 'value');
}

/** Told by what was stored, so that it also serves PUT. */
export function describeStateChange(effects: readonly Effect[], who: string): Intent | undefined {
  const effect = effects.find(({ changes }) => changes.some(({ path }) => path === 'active'));
  const state = effect?.after?.['active'];
  if (effect === undefined || typeof state !== 'boolean') return undefined;
  const others = effect.changes.filter(({ path }) => path !== 'active').map(({ path }) => path);
  const [operation, verb]: [Operation, string] = state
    ? ['activate', 'Activate']
    : ['deactivate', 'Deactivate'];
  return {
    operation,
    action: `${verb} ${who}`,
    ...(others.length > 0 && { detail: `also ${enumerate(others.map(withoutUrn))}` }),
  };
}

function describeGroupPatch(
  facts: ExchangeFacts,
  target: PatchTarget,
  touches: readonly Touch[],
): Intent {
  const who = groupName(facts, target);
  const members = touches.filter(({ attribute }) => attribute === 'members');
  if (members.length > 0 && members.length === touches.length) {
    return describeMembers(facts, members, who);
  }
  const name = touches.findLast(({ attribute }) => attribute === 'displayname')?.value;
  const isRename = touches.every(({ attribute }) =>
    ['displayname', 'externalid'].includes(attribute),
  );
  if (!isRename || typeof name !== 'string') return describeUpdate(touches, who);
  return { operation: 'rename', action: `Rename ${who} to ${name}` };
}

/** The name before the change: `Rename Sales EMEA to Sales World`. */
function groupName(facts: ExchangeFacts, { id }: PatchTarget): string {
  const before = facts.effects.find(({ resourceId }) => resourceId === id)?.before;
  return (
    textMember(before ?? undefined, 'displayName') ?? subject('Group', readResource(facts, id))
  );
}

function withoutUrn(path: string): string {
  return path.slice(path.lastIndexOf(':') + 1);
}
