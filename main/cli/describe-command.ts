// What the commands are and what each takes, as help on a terminal.
import { summaryOf } from '../../shared/admin/open-api.ts';
import { adminRoutes } from '../../shared/admin/routes.ts';
import { isJsonObject } from '../../shared/scim/json.ts';
import { streamRoutes } from '../../shared/admin/stream-routes.ts';
import {
  COMMAND_NAMES,
  describeType,
  flagsOf,
  isRouteName,
  showPlain,
  takesBody,
  type CommandName,
  type RouteFlag,
} from './route-flags.ts';

const SERVER_FLAGS = `Which server:
  --data-dir DIR   that of the running server; else SCIM_MOCK_DATA_DIR, else the usual one
  --url URL        address of an admin listener; else SCIM_MOCK_ADMIN_URL
  --key KEY        its key; else SCIM_MOCK_ADMIN_KEY, which other users of the machine cannot see`;

const EXIT_CODES = `Exit code 0 when it is done, 1 when the server refused it, 2 when the command line is wrong or no server
answers, 3 when a wait was in vain.`;

export function describeCommands(): string {
  const width = Math.max(...COMMAND_NAMES.map(({ length }) => length));
  const lines = COMMAND_NAMES.map((name) => `  ${name.padEnd(width)}  ${summaryOf(name)}`);
  return [
    'Everything that the admin API does, as commands; answers are JSON on standard output.',
    '',
    '  npm run --silent admin -- COMMAND [--flag value …]',
    '  npm run --silent admin -- COMMAND --help',
    '  npm run --silent admin -- openapi          the OpenAPI document',
    '',
    'Commands:',
    ...lines.toSorted((one, other) => one.localeCompare(other, 'en')),
    '',
    SERVER_FLAGS,
    '',
    EXIT_CODES,
    '',
  ].join('\n');
}

export function describeCommand(name: CommandName): string {
  const { method, path } = isRouteName(name) ? adminRoutes[name] : streamRoutes[name];
  const flags = flagsOf(name);
  const width = Math.max(8, ...flags.map((flag) => heading(flag).length));
  const lines = flags.map((flag) => `  ${heading(flag).padEnd(width)}  ${describeFlag(flag)}`);
  const body = takesBody(name)
    ? [`  ${'--body B'.padEnd(width)}  the whole body: a file, - for standard input, or JSON`]
    : [];
  const out = isRouteName(name)
    ? []
    : [`  ${'--out F'.padEnd(width)}  file for the answer, instead of standard output`];
  return [
    `${summaryOf(name)}: ${method} ${path}`,
    '',
    ...lines,
    ...body,
    ...out,
    '',
    SERVER_FLAGS,
    '',
  ].join('\n');
}

function heading({ name, schema }: RouteFlag): string {
  return `--${name} ${describeType(schema)}`;
}

function describeFlag({ name, part, schema, isRequired }: RouteFlag): string {
  const { default: usual, description, properties } = schema;
  const known = name === 'tenant' && part === 'params' ? 'default' : usual;
  return [
    part === 'body' ? 'of the body' : '',
    isRequired ? 'must be given' : '',
    known === undefined ? '' : `usually ${showPlain(known)}`,
    isJsonObject(properties) ? `members: ${Object.keys(properties).join(', ')}` : '',
    typeof description === 'string' ? description : '',
  ]
    .filter(Boolean)
    .join('; ');
}
