// An action in a sentence, in the words of the portal: for lists of steps, reports and the screen.
import { countOf } from '../count-of.ts';
import type { ActionName, ActionOf, ScenarioAction } from './actions.ts';

export function describeAction(action: ScenarioAction): string {
  // The sentence is that of this very verb; TypeScript cannot follow that through a generic index.
  const describe = SENTENCES[action.do] as (action: ScenarioAction) => string;
  return describe(action);
}

const SENTENCES: { readonly [Name in ActionName]: (action: ActionOf<Name>) => string } = {
  'create-user': ({ displayName, userPrincipalName }) =>
    `Create ${displayName} (${userPrincipalName}) in the directory`,
  'create-users': ({ count, prefix }) =>
    `Create ${countOf(count, 'person', 'people')}, ${prefix}-001 and on`,
  'change-user': ({ user, attributes }) => `Change ${user}: ${listAttributes(attributes)}`,
  'delete-user': ({ user }) => `Delete ${user}: into the recycle bin`,
  'restore-user': ({ user }) => `Restore ${user} from the recycle bin`,
  'purge-user': ({ user }) => `Delete ${user} for good`,
  'create-group': ({ displayName, members }) =>
    members === undefined
      ? `Create the group ${displayName}`
      : `Create the group ${displayName} with ${listLabels(members)}`,
  'change-group': ({ group, attributes }) =>
    `Change the group ${group}: ${listAttributes(attributes)}`,
  'rename-group': ({ group, displayName }) => `Rename the group ${group} to ${displayName}`,
  'delete-group': ({ group }) => `Delete the group ${group}`,
  'restore-group': ({ group }) => `Restore the group ${group} from the recycle bin`,
  'purge-group': ({ group }) => `Delete the group ${group} for good`,
  'add-members': ({ group, members }) => `Add ${listLabels(members)} to the group ${group}`,
  'remove-members': ({ group, members }) => `Remove ${listLabels(members)} from the group ${group}`,
  'create-role': ({ displayName, value }) =>
    `Create the app role ${displayName} (${value ?? 'no value'})`,
  assign: ({ to, role }) => `Assign ${listLabels(to)} in the role ${role}`,
  'change-role': ({ of, role }) => `Edit the assignment of ${of}: role ${role}`,
  unassign: ({ from, role }) =>
    `Remove the assignment of ${listLabels(from)}${role === undefined ? '' : ` in the role ${role}`}`,
  connect: ({ flag, secretToken }) =>
    `Paste the Tenant URL${flag ? ' with ?aadOptscim062020' : ''} and ${secretToken === undefined ? 'the' : 'a wrong'} Secret Token`,
  'test-connection': () => 'Test Connection',
  configure: ({ settings }) => `Settings: ${compact(settings)}`,
  'map-attribute': ({ object, target, type, source, constant, expression }) =>
    `Map ${object}: ${target} from ${source ?? constant ?? expression ?? 'nothing'} (${type})`,
  'unmap-attribute': ({ object, target }) => `Remove the mapping of ${target} (${object})`,
  'set-object': ({ do: _verb, object, ...changes }) => `Mapping of ${object}: ${compact(changes)}`,
  'set-scope': ({ object, filters }) =>
    filters.length === 0
      ? `Source Object Scope of ${object}: all records`
      : `Source Object Scope of ${object}: ${filters.map(({ title }) => title).join(', ')}`,
  start: () => 'Provisioning Status On: the first cycle runs',
  stop: () => 'Stop provisioning',
  restart: ({ reset }) => `Restart provisioning (${reset.join(', ')})`,
  'run-cycle': () => 'Run the next cycle now',
  jump: ({ minutes, hours, days }) => `Let ${listTime({ minutes, hours, days })} pass`,
  'allow-deletes': () => 'Allow deletes',
  'provision-on-demand': ({ object, members }) =>
    members.length === 0
      ? `Provision ${object} on demand`
      : `Provision ${object} on demand with ${listLabels(members)}`,
  discover: () => 'Discover identities',
  'fail-next': ({ method, path, status, times }) =>
    `Answer the next ${times === 1 ? 'request' : `${times} requests`}${ofKind(method, path)} with ${status}`,
  'stop-failing': () => 'Serve every request again',
  'expire-token': () => 'Let the Secret Token expire',
  'rotate-token': ({ paste }) =>
    paste ? 'Rotate the Secret Token and paste the new one' : 'Rotate the Secret Token',
  send: ({ method, path }) => `Send ${method} ${path}`,
  note: ({ text }) => text,
};

function listLabels(labels: string | readonly string[]): string {
  if (typeof labels === 'string') return labels;
  const shown = labels.slice(0, 4);
  const more = labels.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function listAttributes(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? `no ${name}` : `${name} ${plain(value)}`))
    .join(', ');
}

function listTime(time: Readonly<Record<'minutes' | 'hours' | 'days', number>>): string {
  const parts = Object.entries(time).filter(([, amount]) => amount > 0);
  return parts.map(([unit, amount]) => `${amount} ${unit}`).join(' ') || 'no time';
}

function ofKind(method: string | readonly string[] | undefined, path: string | undefined): string {
  const words = [method, path].flat().filter((word) => word !== undefined);
  return words.length === 0 ? '' : ` (${words.join(' ')})`;
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) return `(${compact(value)})`;
  return String(value);
}

function compact(value: object): string {
  return Object.entries(value)
    .map(([name, each]) => `${name} ${plain(each)}`)
    .join(', ');
}
