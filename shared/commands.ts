// Every command of the UI: its name, where it belongs and its keys. Palette, key handler, `?` overlay, settings, help
// and the desktop menu read this one table; a screen says what a command does while it is on show
// (renderer/features/shortcuts/use-commands.ts).
// Keys: `Mod` is Ctrl, on a Mac ⌘; a letter stands for its key without Shift; `?` and the like stand for what is typed.

export interface CommandDescription {
  readonly title: string;
  readonly section: CommandSection;
  readonly keys: readonly string[];
  /** Other words to find it by. */
  readonly words?: string;
}

export const COMMAND_SECTIONS = [
  'App',
  'Go to',
  'View',
  'Server',
  'Tenant',
  'Simulate',
  'Compose',
  'Requests',
  'Lists',
] as const;
export type CommandSection = (typeof COMMAND_SECTIONS)[number];

const COMMANDS = {
  'app.palette': { title: 'Open the command palette', section: 'App', keys: ['Mod+K'] },
  'app.shortcuts': { title: 'Show keyboard shortcuts', section: 'App', keys: ['?', 'Mod+/'] },
  'app.activity': {
    title: 'Show activity',
    section: 'App',
    keys: ['Mod+Shift+A'],
    words: 'notifications toasts messages',
  },
  'app.checkForUpdates': {
    title: 'Check for updates…',
    section: 'App',
    keys: [],
    words: 'version release upgrade',
  },
  'app.takeSnapshot': {
    title: 'Take a snapshot',
    section: 'App',
    keys: ['Mod+Alt+S'],
    words: 'backup workspace save state',
  },
  'app.tour': { title: 'Show the tour', section: 'App', keys: [], words: 'introduction help' },

  'go.home': { title: 'Home', section: 'Go to', keys: ['Mod+1', 'Alt+1'] },
  'go.requests': { title: 'Requests', section: 'Go to', keys: ['Mod+2', 'Alt+2'], words: 'log' },
  'go.users': { title: 'Users', section: 'Go to', keys: ['Mod+3', 'Alt+3'] },
  'go.groups': { title: 'Groups', section: 'Go to', keys: ['Mod+4', 'Alt+4'] },
  'go.schema': { title: 'Schema', section: 'Go to', keys: ['Mod+5', 'Alt+5'] },
  'go.integration': {
    title: 'Integration: SCIM',
    section: 'Go to',
    keys: ['Mod+6', 'Alt+6'],
    words: 'connect tenant url secret token',
  },
  'go.overview': {
    title: 'Entra simulator: Overview',
    section: 'Go to',
    keys: [],
    words: 'provisioning job status cycle quarantine statistics clock properties',
  },
  'go.connectivity': {
    title: 'Entra simulator: Connectivity',
    section: 'Go to',
    keys: [],
    words: 'admin credentials tenant url secret token test connection oauth notification email',
  },
  'go.discovery': {
    title: 'Entra simulator: Discovery',
    section: 'Go to',
    keys: [],
    words: 'discover identities local accounts unassigned',
  },
  'go.connections': {
    title: 'Entra simulator: Connections',
    section: 'Go to',
    keys: [],
    words: 'object links repair source target anchor',
  },
  'go.usersAndGroups': {
    title: 'Entra simulator: Users and groups',
    section: 'Go to',
    keys: [],
    words: 'assignments app roles scope application',
  },
  'go.mapping': {
    title: 'Entra simulator: Attribute mapping',
    section: 'Go to',
    keys: [],
    words: 'mappings provisioning expression builder scoping filter schema attribute list matching',
  },
  'go.directory': {
    title: 'Entra simulator: Directory',
    section: 'Go to',
    keys: [],
    words: 'people recycle bin generate import',
  },
  'go.provisioningLogs': {
    title: 'Entra simulator: Provisioning logs',
    section: 'Go to',
    keys: [],
    words: 'cycle steps errors insights',
  },
  'go.auditLogs': { title: 'Entra simulator: Audit logs', section: 'Go to', keys: [] },
  'go.mailbox': {
    title: 'Entra simulator: Mailbox',
    section: 'Go to',
    keys: [],
    words: 'mail notification smtp',
  },
  'go.scenarios': {
    title: 'Scenarios',
    section: 'Go to',
    keys: [],
    words: 'demo story play presenter record',
  },
  'go.compose': {
    title: 'Compose',
    section: 'Go to',
    keys: ['Mod+7', 'Alt+7'],
    words: 'send request',
  },
  'go.checks': {
    title: 'Checks',
    section: 'Go to',
    keys: ['Mod+8', 'Alt+8'],
    words: 'conformance',
  },
  'go.snapshots': {
    title: 'Snapshots',
    section: 'Go to',
    keys: ['Mod+9', 'Alt+9'],
    words: 'backup restore',
  },
  'go.settings': {
    title: 'Settings',
    section: 'Go to',
    keys: ['Mod+,'],
    words: 'preferences options',
  },
  'go.help': { title: 'Help', section: 'Go to', keys: ['F1'], words: 'documentation manual' },

  'view.sidebar': { title: 'Collapse or expand the sidebar', section: 'View', keys: ['Mod+B'] },
  'view.inspector': { title: 'Close or reopen the details', section: 'View', keys: ['Mod+I'] },
  'view.nextPart': {
    title: 'Move focus to the next part',
    section: 'View',
    keys: ['F6', 'Mod+]'],
    words: 'landmark pane',
  },
  'view.previousPart': {
    title: 'Move focus to the previous part',
    section: 'View',
    keys: ['Shift+F6', 'Mod+['],
  },
  'view.find': {
    title: 'Go to the filter',
    section: 'View',
    keys: ['/', 'Mod+F'],
    words: 'search',
  },
  'view.density': {
    title: 'Switch between compact and comfortable rows',
    section: 'View',
    keys: [],
    words: 'density height list',
  },
  'view.themeSystem': { title: 'Theme: as the system', section: 'View', keys: [] },
  'view.themeLight': { title: 'Theme: light', section: 'View', keys: [] },
  'view.themeDark': { title: 'Theme: dark', section: 'View', keys: [] },
  'view.themeContrast': { title: 'Theme: high contrast', section: 'View', keys: [] },

  'compose.send': { title: 'Send the request', section: 'Compose', keys: ['Mod+Enter'] },
  'compose.new': { title: 'New request', section: 'Compose', keys: [] },
  'requests.follow': { title: 'Follow new requests', section: 'Requests', keys: ['F'] },
  'requests.replay': { title: 'Send again as it was', section: 'Requests', keys: ['R'] },
  'requests.edit': { title: 'Edit and send again', section: 'Requests', keys: ['E'] },
  'requests.pin': { title: 'Pin or unpin', section: 'Requests', keys: ['P'] },
  'requests.note': { title: 'Write a note', section: 'Requests', keys: ['N'] },
  'requests.diff': { title: 'Compare two requests', section: 'Requests', keys: ['D'] },
  'requests.copyCurl': { title: 'Copy as cURL', section: 'Requests', keys: ['C'] },
  'requests.export': {
    title: 'Export or import requests…',
    section: 'Requests',
    keys: ['Mod+E'],
    words: 'save open file har json csv markdown postman http',
  },
  'requests.delete': { title: 'Delete requests', section: 'Requests', keys: ['Delete'] },
  'requests.previous': {
    title: 'Previous request on the same resource',
    section: 'Requests',
    keys: ['['],
  },
  'requests.next': { title: 'Next request on the same resource', section: 'Requests', keys: [']'] },
  'requests.label1': { title: 'Label: red circle', section: 'Requests', keys: ['1'] },
  'requests.label2': { title: 'Label: amber triangle', section: 'Requests', keys: ['2'] },
  'requests.label3': { title: 'Label: green square', section: 'Requests', keys: ['3'] },
  'requests.label4': { title: 'Label: blue diamond', section: 'Requests', keys: ['4'] },
  'requests.label5': { title: 'Label: violet star', section: 'Requests', keys: ['5'] },
  'requests.label6': { title: 'Label: grey hexagon', section: 'Requests', keys: ['6'] },
  'requests.unlabel': { title: 'Take the label off', section: 'Requests', keys: ['0'] },

  'list.next': {
    title: 'Next row; with Shift, select up to it',
    section: 'Lists',
    keys: ['ArrowDown', 'J'],
  },
  'list.previous': {
    title: 'Previous row; with Shift, select up to it',
    section: 'Lists',
    keys: ['ArrowUp', 'K'],
  },
  'list.pageDown': { title: 'A page on', section: 'Lists', keys: ['PageDown'] },
  'list.pageUp': { title: 'A page back', section: 'Lists', keys: ['PageUp'] },
  'list.first': { title: 'First row', section: 'Lists', keys: ['Home'] },
  'list.last': { title: 'Last row', section: 'Lists', keys: ['End'] },
  'list.open': { title: 'Open the row', section: 'Lists', keys: ['Enter'] },
  'list.select': { title: 'Select the row, or not', section: 'Lists', keys: [' '] },
  'list.selectAll': { title: 'Select all', section: 'Lists', keys: ['Mod+A'] },
  'list.expand': { title: 'Open a group', section: 'Lists', keys: ['ArrowRight'] },
  'list.collapse': { title: 'Close a group', section: 'Lists', keys: ['ArrowLeft'] },
  'list.menu': { title: 'Menu of the row', section: 'Lists', keys: ['ContextMenu', 'Shift+F10'] },

  'server.restart': {
    title: 'Restart serving',
    section: 'Server',
    keys: [],
    words: 'port listener',
  },
  'server.pause': {
    title: 'Pause or resume serving',
    section: 'Server',
    keys: [],
    words: '503 retry-after maintenance',
  },
  'server.startStop': {
    title: 'Start or stop serving',
    section: 'Server',
    keys: ['Mod+Shift+S'],
    words: 'server listener port',
  },

  'simulate.runCycle': {
    title: 'Run a provisioning cycle',
    section: 'Simulate',
    keys: ['Mod+Shift+Y'],
    words: 'entra incremental initial sync now',
  },
  'simulate.onDemand': {
    title: 'Provision on demand',
    section: 'Simulate',
    keys: ['Mod+Shift+D'],
    words: 'entra one user group',
  },
  'simulate.startStop': {
    title: 'Start or stop provisioning',
    section: 'Simulate',
    keys: [],
    words: 'entra job pause resume',
  },
  'simulate.recordStory': {
    title: 'Record a story',
    section: 'Simulate',
    keys: [],
    words: 'scenario recorder demo yaml',
  },
  'simulate.stopStory': {
    title: 'Stop recording the story',
    section: 'Simulate',
    keys: [],
    words: 'scenario recorder save yaml',
  },

  'tenant.pause': {
    title: 'Pause or resume this tenant',
    section: 'Tenant',
    keys: [],
    words: '503 serving',
  },
  'tenant.stop': {
    title: 'Stop or start this tenant',
    section: 'Tenant',
    keys: [],
    words: 'serving no answer',
  },
  'tenant.pauseRecording': {
    title: 'Pause or resume recording',
    section: 'Tenant',
    keys: ['Mod+Shift+R'],
    words: 'request log stop',
  },
  'tenant.switch': { title: 'Switch tenant', section: 'Tenant', keys: ['Mod+Shift+O'] },
  'tenant.create': { title: 'Create a tenant', section: 'Tenant', keys: [] },
  'tenant.change': { title: 'Rename or colour the tenant', section: 'Tenant', keys: [] },
  'tenant.copy': { title: 'Copy the tenant', section: 'Tenant', keys: [], words: 'duplicate' },
  'tenant.empty': { title: 'Empty the tenant', section: 'Tenant', keys: [], words: 'clear reset' },
  'tenant.delete': { title: 'Delete the tenant', section: 'Tenant', keys: [] },
  'tenant.copyUrl': { title: 'Copy the Tenant URL', section: 'Tenant', keys: ['Mod+Shift+U'] },
  'tenant.copyToken': { title: 'Copy the Secret Token', section: 'Tenant', keys: ['Mod+Shift+L'] },
} as const satisfies Record<string, CommandDescription>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]; // the keys of a const object

export function describeCommand(id: CommandId): CommandDescription {
  return COMMANDS[id];
}

export function isCommandId(text: string): text is CommandId {
  return Object.hasOwn(COMMANDS, text);
}
