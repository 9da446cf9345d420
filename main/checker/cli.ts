// `npm run check:scim`: the checks against any SCIM URL. Progress on stderr, the summary on stdout.
// Exit code 0 when every binding check passed, 1 when one failed, 2 when the target could not be checked or the command
// line is wrong, 130 after Ctrl+C, which ends the check under way and still deletes what was created.
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CheckPreset, type CheckReport, type CheckResult } from '../../shared/checker/report.ts';
import { systemClock } from '../base/clock.ts';
import { newUuid } from '../base/ids.ts';
import { readFlags } from '../base/read-flags.ts';
import { createTrust, readCertificates, type Trust } from '../base/trust.ts';
import { allChecks, selectChecks } from './all-checks.ts';
import { runChecks, type Progress, type RunOptions } from './run-checks.ts';
import { writeHtmlReport } from './write-html-report.ts';
import { writeJsonReport, writeJunitReport } from './write-report.ts';
import { writeSummary } from './write-summary.ts';

const EXIT = { conforms: 0, fails: 1, wrong: 2, cancelled: 130 } as const;

const HELP = `Checks any SCIM 2.0 service provider: ${allChecks.length} checks of the RFCs and of what clients need.

  --target URL     base URL, such as https://scim.example/v2
  --token T        bearer token; else the environment variable SCIM_TOKEN
  --preset NAME    rfc (default), or entra: INTEROP binds like MUST
  --only A,F,X13   sections and checks; all when left out
  --json FILE      the whole report
  --junit FILE     the report as JUnit XML
  --html FILE      the report as one page
  --ca FILE        trust this CA too, a certificate in PEM
  --read-only-token T   a second token that may read only: for the check of rights
  --other-target URL    another tenant of the same server, and
  --other-token T       its token: for the check that tenants are apart
  --timeout MS     for each request (15000)
  --help           print this

It creates users and groups whose names begin with "check-", and deletes them again.
`;

const CommandLine = z.object({
  target: z.url({ protocol: /^https?$/, error: '--target must be an http or https URL' }),
  token: z.string({ error: '--token (or SCIM_TOKEN) must be given' }).min(1),
  preset: CheckPreset.default('rfc'),
  only: z.string().default('').transform(splitList),
  json: z.string().optional(),
  junit: z.string().optional(),
  html: z.string().optional(),
  ca: z.string().optional(),
  'read-only-token': z.string().min(1).optional(),
  'other-target': z
    .url({ protocol: /^https?$/, error: '--other-target must be an http or https URL' })
    .optional(),
  'other-token': z.string().min(1).optional(),
  timeout: z.coerce.number().int().min(1).default(15_000),
});
type CommandLine = z.output<typeof CommandLine>;

const TEXT = { type: 'string' } as const;
const FLAGS = {
  target: TEXT,
  token: TEXT,
  preset: TEXT,
  only: TEXT,
  json: TEXT,
  junit: TEXT,
  html: TEXT,
  ca: TEXT,
  'read-only-token': TEXT,
  'other-target': TEXT,
  'other-token': TEXT,
  timeout: TEXT,
  help: { type: 'boolean' },
} as const;

process.stdout.on('error', () => undefined);
process.exitCode = await main(process.argv.slice(2), process.env['SCIM_TOKEN']);

async function main(args: readonly string[], token: string | undefined): Promise<number> {
  const line = readFlags(args, FLAGS);
  if (typeof line === 'string') return refuse(line);
  const flags = line.values;
  if (flags.help === true) {
    process.stdout.write(HELP);
    return EXIT.conforms;
  }
  const read = CommandLine.safeParse({ token, ...flags });
  if (!read.success) return refuse(read.error.issues[0]?.message ?? 'wrong');
  const { checks, unknown } = selectChecks(read.data.only);
  if (unknown.length > 0) return refuse(`--only: there is no ${unknown.join(', ')}`);
  const trust = readTrust(read.data.ca);
  if (typeof trust === 'string') return refuse(trust);
  const report = await runChecks(
    {
      ...read.data,
      checks,
      readOnlyToken: read.data['read-only-token'],
      otherTenant: readOtherTenant(read.data),
      timeoutMs: read.data.timeout,
      signal: untilInterrupted(),
      onResult: tellProgress,
    },
    { clock: systemClock, newId: newUuid, trust },
  );
  process.stderr.write('\n');
  writeFiles(read.data, report);
  process.stdout.write(writeSummary(report));
  return exitCode(report);
}

/** What is wrong is told as a sentence. */
function readTrust(file: string | undefined): Trust | string {
  if (file === undefined) return createTrust();
  try {
    return createTrust(readCertificates(file));
  } catch {
    return `--ca: ${file} cannot be read as a certificate in PEM`;
  }
}

function readOtherTenant(flags: CommandLine): RunOptions['otherTenant'] {
  const { 'other-target': target, 'other-token': token } = flags;
  return target === undefined || token === undefined ? undefined : { target, token };
}

function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim().toUpperCase())
    .filter((name) => name !== '');
}

function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write('\nStopping: what was created is deleted first\n');
      controller.abort();
    });
  }
  return controller.signal;
}

function tellProgress({ id, outcome }: CheckResult, { done, total }: Progress): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} ${id.padEnd(6)}`);
  else if (outcome.status === 'failed') process.stderr.write(`${done}/${total} ${id} failed\n`);
}

function writeFiles({ json, junit, html }: CommandLine, report: CheckReport): void {
  if (json !== undefined) writeFileSync(json, writeJsonReport(report));
  if (junit !== undefined) writeFileSync(junit, writeJunitReport(report));
  if (html !== undefined) writeFileSync(html, writeHtmlReport(report));
}

function exitCode({ state, conforms }: CheckReport): number {
  if (state === 'cancelled') return EXIT.cancelled;
  if (state === 'stopped') return EXIT.wrong;
  return conforms ? EXIT.conforms : EXIT.fails;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}; --help lists the flags.\n`);
  return EXIT.wrong;
}
