// `npm run scenario`: scenarios without a screen. Progress on stderr, what is asked for on stdout.
// Exit code 0 when every step of all of them passed, 1 when one did not, 2 when nothing could be run or the command line is
// wrong, 130 after Ctrl+C, which ends the action under way and still removes what was made.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countOf } from '../../shared/count-of.ts';
import type { ScenarioReport, StepResult } from '../../shared/scenario/report.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { systemClock } from '../base/clock.ts';
import { readFlags } from '../base/read-flags.ts';
import { createAdminClient, isAdminApiError, type AdminClient } from '../client/admin-client.ts';
import { findServer } from '../client/find-server.ts';
import { startServer } from '../client/start-server.ts';
import { readLibrary, type LibraryEntry } from './library.ts';
import { readScenario } from './read-scenario.ts';
import { runScenario } from './run-scenario.ts';
import { writeJsonReport, writeJunitReport } from './write-reports.ts';

const EXIT = { passed: 0, failed: 1, wrong: 2, cancelled: 130 } as const;

const MARKS = { passed: 'ok  ', failed: 'FAIL', broken: 'FAIL', skipped: 'skip' } as const;

const HELP = `Plays scenarios: npm run scenario -- NAME|FILE … [flags]

  --all            every scenario of the library
  --list           their names and titles
  --json           print the report as JSON
  --junit FILE     write it as JUnit XML
  --seed N         instead of the scenario's own
  --keep           leave tenant, application and people where they are
  --target WHERE   a server that runs already: the address of its admin listener, or its data directory;
                   without it one is started for this run, with its workspace in memory
  --key KEY        admin key of the server at that address; else SCIM_MOCK_ADMIN_KEY
  --help           print this
`;

const env: Readonly<Record<string, string | undefined>> = process.env;

interface Server {
  readonly client: AdminClient;
  readonly close: () => Promise<void>;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const FLAGS = {
  all: FLAG,
  list: FLAG,
  json: FLAG,
  junit: TEXT,
  seed: TEXT,
  keep: FLAG,
  target: TEXT,
  key: TEXT,
  help: FLAG,
} as const;

process.stdout.on('error', () => undefined);
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const read = readFlags(args, FLAGS, { allowPositionals: true });
  if (typeof read === 'string') return refuse(`${read}; --help lists the flags.`);
  const { values: flags, positionals } = read;
  if (flags.help === true) return print(HELP);
  const library = readLibrary();
  if (flags.list === true) return print(listLibrary(library));
  const chosen = choose(flags.all === true ? ['all'] : positionals, library);
  if (typeof chosen === 'string') return refuse(chosen);
  const scenarios = withSeed(chosen, flags.seed);
  if (typeof scenarios === 'string') return refuse(scenarios);
  try {
    return await perform(scenarios, flags);
  } catch (error) {
    if (isAdminApiError(error) || (error instanceof Error && 'syscall' in error)) {
      return refuse(error.message);
    }
    throw error;
  }
}

type Flags = Exclude<ReturnType<typeof readFlags<typeof FLAGS>>, string>['values'];

async function perform(scenarios: readonly Scenario[], flags: Flags): Promise<number> {
  const server = await reach(flags);
  if (typeof server === 'string') return refuse(server);
  const reports = await play(scenarios, server, flags.keep === true);
  if (flags.json === true) process.stdout.write(writeJsonReport(reports));
  if (flags.junit !== undefined) writeFileSync(flags.junit, writeJunitReport(reports));
  return exitCode(reports);
}

/** The sentence of what is wrong, or the scenarios with the seed that was asked for. */
function withSeed(
  scenarios: readonly Scenario[],
  text: string | undefined,
): string | readonly Scenario[] {
  if (text === undefined) return scenarios;
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 31)
    return '--seed must be a whole number.';
  return scenarios.map((scenario) => ({ ...scenario, seed }));
}

function listLibrary(library: readonly LibraryEntry[]): string {
  const width = Math.max(...library.map(({ scenario }) => scenario.id.length));
  const lines = library.map(
    ({ scenario: { id, title, steps } }) =>
      `${id.padEnd(width)}  ${title} (${countOf(steps.length, 'step')})`,
  );
  return `${lines.join('\n')}\n`;
}

/** The sentence of what is wrong, or the scenarios. */
function choose(
  names: readonly string[],
  library: readonly LibraryEntry[],
): string | readonly Scenario[] {
  if (names.length === 0) return 'Say which scenario: a name of --list, a file, or --all.';
  if (names.includes('all')) return library.map(({ scenario }) => scenario);
  const chosen: Scenario[] = [];
  for (const name of names) {
    const entry = library.find(({ scenario }) => scenario.id === name);
    const found = entry === undefined ? readFile(name) : entry.scenario;
    if (typeof found === 'string') return found;
    chosen.push(found);
  }
  return chosen;
}

function readFile(name: string): string | Scenario {
  if (!existsSync(name)) return `There is no scenario and no file "${name}"; --list has the names.`;
  const read = readScenario(readFileSync(name, 'utf8'), path.basename(name));
  return read.kind === 'read' ? read.scenario : read.message;
}

/** The sentence of what is wrong, or the server to play on. */
async function reach(flags: {
  readonly target?: string;
  readonly key?: string;
}): Promise<string | Server> {
  const { target, key = env['SCIM_MOCK_ADMIN_KEY'] } = flags;
  if (target === undefined) {
    const { admin: client, close } = await startServer();
    return { client, close };
  }
  const isAddress = /^https?:/i.test(target);
  const found = findServer(
    isAddress
      ? { url: target, key, dataDir: '' }
      : { url: undefined, key: undefined, dataDir: target },
  );
  if (found.kind === 'missing') return found.reason;
  return { client: createAdminClient(found.access), close: async () => undefined };
}

async function play(
  scenarios: readonly Scenario[],
  { client, close }: Server,
  keep: boolean,
): Promise<readonly ScenarioReport[]> {
  const signal = untilInterrupted();
  const reports: ScenarioReport[] = [];
  try {
    for (const scenario of scenarios) {
      if (signal.aborted) break;
      process.stderr.write(`${scenario.id}: ${scenario.title}\n`);
      const told = new Set<number>();
      const onProgress = (steps: readonly StepResult[]) => tellSteps(steps, told);
      const options = { client, clock: systemClock, signal, keep, onProgress };
      const report = await runScenario(scenario, options);
      for (const thing of report.leftBehind) process.stderr.write(`  left behind: ${thing}\n`);
      process.stderr.write(`  ${report.outcome} in ${(report.durationMs / 1000).toFixed(1)} s\n`);
      reports.push(report);
    }
  } finally {
    await close();
  }
  return reports;
}

function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write('\nStopping: what was made is removed first\n');
      controller.abort();
    });
  }
  return controller.signal;
}

/** Each step once, when it has ended. */
function tellSteps(steps: readonly StepResult[], told: Set<number>): void {
  for (const [index, step] of steps.entries()) {
    const { state } = step;
    if (told.has(index) || state === 'waiting' || state === 'running') continue;
    told.add(index);
    process.stderr.write(`  ${MARKS[state]} ${index + 1}/${steps.length} ${step.title}\n`);
    for (const line of describeTrouble(step)) process.stderr.write(`       ${line}\n`);
  }
}

function describeTrouble({ actions, expectations }: StepResult): readonly string[] {
  const refused = actions.filter(({ outcome }) => outcome === 'refused');
  const unmet = expectations.filter(({ passed }) => !passed);
  return [
    ...refused.map(({ text, detail }) => `${text}: ${detail}`),
    ...unmet.map(({ text, seen }) => `expected: ${text}; seen: ${seen}`),
  ];
}

function exitCode(reports: readonly ScenarioReport[]): number {
  if (reports.some(({ outcome }) => outcome === 'cancelled')) return EXIT.cancelled;
  return reports.every(({ outcome }) => outcome === 'passed') ? EXIT.passed : EXIT.failed;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.passed;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return EXIT.wrong;
}
