// `npm run simulate`: one provisioning cycle into any SCIM URL, by a server of its own that it starts for the purpose. Progress
// goes to stderr, the summary to stdout.
// Exit code 0 when every object went well, 1 when some failed or the job was quarantined, 2 when no cycle could run.
import { isAdminApiError } from '../client/admin-client.ts';
import { startServer, type TestServer } from '../client/start-server.ts';
import { HELP, readOptions, type SimulateOptions } from './simulate/options.ts';
import { runOneCycle } from './simulate/run-one-cycle.ts';
import { setUp } from './simulate/set-up.ts';
import { simulateFailure } from './simulate/simulate-failure.ts';
import { openStateFolder } from './simulate/state-file.ts';
import { describeSummary, summarise, wentWell } from './simulate/summarise.ts';
import { writeLogs } from './simulate/write-logs.ts';

const EXPECTED: readonly string[] = ['ServerStartError', 'SimulateFailure'];
const EXIT = { done: 0, failed: 1, wrong: 2 } as const;

process.stdout.on('error', () => undefined);
process.exitCode = await main(process.argv.slice(2), process.env['SCIM_TOKEN']);

async function main(args: readonly string[], token: string | undefined): Promise<number> {
  try {
    const read = readOptions(args, token);
    if (read.kind === 'wrong') return refuse(`${read.message}; --help lists the flags.`);
    if (read.kind === 'help') return print(HELP);
    return await simulate(read.options);
  } catch (error) {
    if (isExpected(error)) return refuse(error.message);
    throw error;
  }
}

/** The state is written when the server has closed it, and only after a cycle has run. */
async function simulate(options: SimulateOptions): Promise<number> {
  const { ca } = options;
  const state = openStateFolder(options.state);
  try {
    const { dataDir, isResumed } = state;
    if (options.cycle === 'incremental' && !isResumed) {
      throw simulateFailure('An incremental cycle follows an initial one: --state says of which.');
    }
    const server = await startServer({ dataDir, ...(ca !== undefined && { trustedCa: ca }) });
    let code: number;
    try {
      code = await provision(server, options, isResumed);
    } finally {
      await server.close();
    }
    state.save();
    return code;
  } finally {
    state.remove();
  }
}

async function provision(
  { admin }: TestServer,
  options: SimulateOptions,
  isResumed: boolean,
): Promise<number> {
  const { target, out } = options;
  const application = await setUp(admin, options, isResumed);
  const outcome = await runOneCycle(admin, application, options);
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (out !== undefined) {
    const cycleId = outcome.cycle.activityIdentifier;
    await writeLogs(admin, { application, cycleId }, out);
  }
  const summary = await summarise(admin, application, { target, outcome });
  process.stderr.write(describeSummary(summary));
  if (options.json) print(`${JSON.stringify(summary, null, 2)}\n`);
  return wentWell(summary) ? EXIT.done : EXIT.failed;
}

/** A server that cannot start, its refusals, files that cannot be read, and what the simulation itself says. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (isAdminApiError(error) || EXPECTED.includes(error.name) || 'syscall' in error)
  );
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.done;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return EXIT.wrong;
}
