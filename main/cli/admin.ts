// `npm run admin`: every route of the admin API as a command, for scripts and terminals. Answers go to standard output as
// JSON, files as they are; what went wrong is one sentence on standard error.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import about from '../../package.json' with { type: 'json' };
import { openApiDocument } from '../../shared/admin/open-api.ts';
import { defaultDataDir } from '../../shared/default-data-dir.ts';
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { createAdminClient, isAdminApiError, type AdminClient } from '../client/admin-client.ts';
import { findServer } from '../client/find-server.ts';
import { describeCommand, describeCommands } from './describe-command.ts';
import { readCommand, type Call } from './read-command.ts';
import { isRouteName, takesBody } from './route-flags.ts';

const EXIT = { done: 0, refused: 1, wrong: 2, inVain: 3 } as const;

const env: Readonly<Record<string, string | undefined>> = process.env;

process.stdout.on('error', () => undefined); // a reader such as `head` that has seen enough
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const read = readCommand(args);
  switch (read.kind) {
    case 'wrong':
      return refuse(read.message, EXIT.wrong);
    case 'help':
      return print(read.command === undefined ? describeCommands() : describeCommand(read.command));
    case 'openapi':
      return print(
        toJson(openApiDocument({ version: about.version, url: 'http://127.0.0.1:7644' })),
      );
    case 'call':
      return perform(read.call);
  }
}

async function perform(call: Call): Promise<number> {
  const url = call.url ?? env['SCIM_MOCK_ADMIN_URL'];
  const found = findServer({
    url,
    // The variable may be there for the server: alone it names none.
    key: call.key ?? (url === undefined ? undefined : env['SCIM_MOCK_ADMIN_KEY']),
    dataDir: call.dataDir ?? env['SCIM_MOCK_DATA_DIR'] ?? usualDataDir(),
  });
  if (found.kind === 'missing') return refuse(found.reason, EXIT.wrong);
  try {
    const client = createAdminClient(found.access);
    return await (isRouteName(call.name) ? callRoute(client, call) : transfer(client, call));
  } catch (error) {
    if (isAdminApiError(error)) {
      return refuse(error.message, error.code === 'offline' ? EXIT.wrong : EXIT.refused);
    }
    if (isFileError(error)) return refuse(error.message, EXIT.wrong);
    throw error;
  }
}

function usualDataDir(): string {
  return defaultDataDir({ platform: process.platform, home: homedir(), env });
}

async function callRoute(client: AdminClient, call: Call): Promise<number> {
  const { name, params, query } = call;
  if (!isRouteName(name)) return EXIT.wrong;
  const body = takesBody(name) ? readBody(call) : undefined;
  const answer = await client.callAny(name, { params, query, body });
  print(toJson(answer));
  return isInVain(answer) ? EXIT.inVain : EXIT.done;
}

/** The whole body, and over it the members that have been given one by one. */
function readBody({ body, members }: Call): JsonValue {
  const whole = body === undefined ? {} : parseBody(body);
  if (Object.keys(members).length === 0 || !isJsonObject(whole)) return whole;
  return { ...whole, ...members };
}

function parseBody(body: string): JsonValue {
  const text = /^\s*[[{]/.test(body) ? body : readFileSync(body === '-' ? 0 : body, 'utf8');
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch (error) {
    throw fileError('The body is not JSON.', error);
  }
}

async function transfer(client: AdminClient, call: Call): Promise<number> {
  const { name, params, query, body, out } = call;
  if (isRouteName(name)) return EXIT.wrong;
  if (takesBody(name) && body === undefined) {
    return refuse('--body must be given: a file, or - for standard input.', EXIT.wrong);
  }
  const answer = await client.stream(name, {
    params,
    query,
    ...(body !== undefined && { body: readFile(body) }),
  });
  const target = out === undefined ? process.stdout : createWriteStream(out);
  if (answer.body !== null) await pipeline(answer.body, target, { end: out !== undefined });
  return EXIT.done;
}

function readFile(place: string): ReadableStream {
  return Readable.toWeb(place === '-' ? process.stdin : createReadStream(place)) as ReadableStream; // the same, as fetch knows it
}

/** @see shared/admin/verification.ts */
function isInVain(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('kind' in answer)) return false;
  return answer.kind === 'not-seen' || answer.kind === 'not-reached';
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.done;
}

function refuse(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

function fileError(message: string, cause: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: 'FileError' });
}

/** Ours, or the system's, such as a file that is not there. */
function isFileError(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'FileError' || 'syscall' in error);
}
