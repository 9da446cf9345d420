// `npm run mcp`: the admin API as tools of language models, over standard input and output (Model Context Protocol).
// Works with the server that runs already; where none does, with one of its own in memory. Standard output belongs to the
// protocol: everything else goes to standard error.
import { homedir } from 'node:os';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import about from '../../package.json' with { type: 'json' };
import { defaultDataDir } from '../../shared/default-data-dir.ts';
import { readFlags } from '../base/read-flags.ts';
import { findServer } from '../client/find-server.ts';
import { openOwnServer, openRunningServer, type Connection } from './connection.ts';
import { createMcpServer } from './create-mcp-server.ts';

const HELP = `The admin API as an MCP server over standard input and output.

  --data-dir DIR   of the running server; else SCIM_MOCK_DATA_DIR, else the usual one
  --url URL        address of an admin listener; else SCIM_MOCK_ADMIN_URL
  --key KEY        its key; else SCIM_MOCK_ADMIN_KEY
  --own            a server of its own, its workspace in memory, whether one runs or not
  --show-token     tell the model secret tokens, which are masked otherwise
  --help           print this

Without --own the server that runs is used, and one of its own where none runs.
`;

const EXIT_WRONG = 2;

const env: Readonly<Record<string, string | undefined>> = process.env;

const [TEXT, FLAG] = [{ type: 'string' }, { type: 'boolean' }] as const;
const FLAGS = {
  'data-dir': TEXT,
  url: TEXT,
  key: TEXT,
  own: FLAG,
  'show-token': FLAG,
  help: FLAG,
} as const;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const line = readFlags(args, FLAGS);
  if (typeof line === 'string') return refuse(`${line}; --help lists the flags.`);
  const flags = line.values;
  if (flags.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const connection = await connect(flags);
  if (typeof connection === 'string') return refuse(connection);
  const showSecrets = flags['show-token'] === true;
  const server = createMcpServer(connection, { version: about.version, showSecrets });
  const end = () => void connection.close().then(() => process.exit(0));
  server.server.onclose = end;
  process.stdin.once('end', end); // the client has gone
  await server.connect(new StdioServerTransport());
}

type Flags = Exclude<ReturnType<typeof readFlags<typeof FLAGS>>, string>['values'];

/** Text: why not. Who says which server gets no other one. */
async function connect(flags: Flags): Promise<Connection | string> {
  if (flags.own === true) return openOwnServer();
  const url = flags.url ?? env['SCIM_MOCK_ADMIN_URL'];
  // The variable may be there for the server: alone it names none.
  const key = flags.key ?? (url === undefined ? undefined : env['SCIM_MOCK_ADMIN_KEY']);
  const named = flags['data-dir'] ?? env['SCIM_MOCK_DATA_DIR'];
  const usual = defaultDataDir({ platform: process.platform, home: homedir(), env });
  const hint = { url, key, dataDir: named ?? usual };
  const found = findServer(hint);
  if (found.kind === 'found') return openRunningServer(hint, found.access);
  if (url !== undefined || key !== undefined || named !== undefined) return found.reason;
  process.stderr.write('No server runs: this is one of its own, in memory.\n');
  return openOwnServer();
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = EXIT_WRONG;
}
