// A command line read into a call: the route by its name, each flag to the part of the call that it belongs to.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { JsonValue } from '../../shared/scim/json.ts';
import { COMMAND_NAMES, flagsOf, isText, type CommandName, type RouteFlag } from './route-flags.ts';

export interface Call {
  readonly name: CommandName;
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly query: Readonly<Record<string, JsonValue>>;
  /** Members of the body that have flags of their own. */
  readonly members: Readonly<Record<string, JsonValue>>;
  /** A file, `-`, or JSON. */
  readonly body: string | undefined;
  readonly out: string | undefined;
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly dataDir: string | undefined;
}

export type ReadCommand =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'help'; readonly command: CommandName | undefined }
  | { readonly kind: 'openapi' }
  /** One sentence. */
  | { readonly kind: 'wrong'; readonly message: string };

const OWN_FLAGS = ['url', 'key', 'data-dir', 'body', 'out'] as const;

/** `wait-for-requests` is `waitForRequests`, `--resource-type` is `--resourceType`. */
export function readCommand([word, ...args]: readonly string[]): ReadCommand {
  if (word === undefined || word === 'help' || word === '--help')
    return { kind: 'help', command: undefined };
  if (word === 'openapi') return { kind: 'openapi' };
  const wanted = camel(word).toLowerCase();
  const name = COMMAND_NAMES.find((each) => each.toLowerCase() === wanted);
  if (name === undefined)
    return wrong(`There is no command "${word}"; --help lists them.${suggest(wanted)}`);
  const flags = flagsOf(name);
  const read = parseFlags(args, flags);
  if ('problem' in read) return wrong(read.problem);
  if (read.values['help'] === true) return { kind: 'help', command: name };
  return toCall(name, flags, read.values);
}

/** A flag that is repeated is the last one; Node tells lists only where they are asked for. */
type Values = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

function parseFlags(
  args: readonly string[],
  flags: readonly RouteFlag[],
): { readonly values: Values } | { readonly problem: string } {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean' } };
  for (const own of OWN_FLAGS) options[own] = { type: 'string' };
  for (const { name, schema } of flags) {
    options[name] = { type: schema['type'] === 'boolean' ? 'boolean' : 'string' };
  }
  try {
    const known = args.map((arg) => spelled(arg, Object.keys(options)));
    return { values: parseArgs({ args: known, options, allowNegative: true }).values };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence = ''] = error.message.split(/\. |; /);
    return { problem: `${sentence.replace(/\.$/, '')}; --help lists the flags.` };
  }
}

/** A flag as the contract spells it, whichever way it was typed. */
function spelled(arg: string, known: readonly string[]): string {
  const [, flag = '', rest = ''] = /^--([^=]+)(=.*)?$/s.exec(arg) ?? [];
  const name = known.find((each) => plain(each) === plain(flag));
  return name === undefined ? arg : `--${name}${rest}`;
}

function plain(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}

function toCall(name: CommandName, flags: readonly RouteFlag[], values: Values): ReadCommand {
  const parts: Record<RouteFlag['part'], Record<string, JsonValue>> = {
    params: {},
    query: {},
    body: {},
  };
  for (const flag of flags) {
    const value = values[flag.name];
    if (value === undefined) continue;
    const read = readValue(flag, value);
    if (read === undefined)
      return wrong(`--${flag.name} must be JSON, such as '{"method":"POST"}'.`);
    parts[flag.part][flag.name] = read;
  }
  const body = textOf(values, 'body');
  const absent = flags.find(({ part, isRequired, name: flag }) => {
    const isGiven = parts[part][flag] !== undefined || (part === 'body' && body !== undefined);
    return isRequired && !isGiven;
  });
  if (absent !== undefined) return wrong(`--${absent.name} must be given; --help lists the flags.`);
  const call: Call = {
    name,
    params: { tenant: 'default', ...parts.params },
    query: parts.query,
    members: parts.body,
    body,
    out: textOf(values, 'out'),
    url: textOf(values, 'url'),
    key: textOf(values, 'key'),
    dataDir: textOf(values, 'data-dir'),
  };
  return { kind: 'call', call };
}

function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Of an address everything is text; of a body, what is meant to be. */
function readValue(
  { part, schema }: RouteFlag,
  value: string | boolean | readonly (string | boolean)[],
): JsonValue | undefined {
  if (typeof value !== 'string' || part !== 'body' || isText(schema)) return value;
  try {
    return JSON.parse(value) as JsonValue; // JSON.parse yields exactly that
  } catch {
    // A choice of texts, or text among other things: `--status 2xx`.
    return schema['type'] === undefined ? value : undefined;
  }
}

function camel(word: string): string {
  return word.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function suggest(wanted: string): string {
  const close = COMMAND_NAMES.filter((name) => name.toLowerCase().includes(wanted));
  return close.length === 0 ? '' : ` Is it ${close.slice(0, 3).join(', ')}?`;
}

function wrong(message: string): ReadCommand {
  return { kind: 'wrong', message };
}
