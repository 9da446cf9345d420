// The command line of `npm run simulate`.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CycleType } from '../../../shared/simulator/job.ts';
import { readFlags } from '../../base/read-flags.ts';

export const HELP = `Provisions into any SCIM server as Entra does: one cycle, its outcome, its logs.

  --target URL           Tenant URL, such as https://scim.example/v2
  --token T              Secret Token; else the environment variable SCIM_TOKEN
  --flag                 end the Tenant URL with ?aadOptscim062020
  --directory FILE       people from Entra's CSV for bulk creation; or made up:
  --seed N               the same people for the same number (1)
  --users N              how many (20)
  --groups N             how many groups of them (2)
  --cycle KIND           initial, or incremental; without it whatever is due
  --state FILE           keeps directory, links and watermark: the next run with it is incremental
  --out DIR              writes the provisioning log there, as JSON and as Entra's three CSV files
  --json                 print one JSON summary
  --ca FILE              trust this CA of the target too, a certificate in PEM
  --timeout SECONDS      for each request (30)
  --help                 print this

Exit code 0 when every object went well, 1 when some failed or the job was quarantined, 2 when no cycle could run.
`;

const count = (least: number) => z.coerce.number().int().min(least).max(100_000);

const Options = z.object({
  target: z.url({ protocol: /^https?$/, error: '--target must be an http or https URL' }),
  token: z.string({ error: '--token (or SCIM_TOKEN) must be given' }).min(1),
  flag: z.boolean().default(false),
  /** Its text, once the command line has been read. */
  directory: z.string().optional(),
  seed: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  users: count(1).optional(),
  groups: count(0).optional(),
  cycle: CycleType.optional(),
  state: z.string().optional(),
  out: z.string().optional(),
  json: z.boolean().default(false),
  /** Absolute: the server has a folder of its own. */
  ca: z
    .string()
    .transform((file) => resolve(file))
    .optional(),
  timeout: z.coerce.number().int().min(1).max(600).default(30),
});
export type SimulateOptions = z.output<typeof Options>;

/** The text of a file; undefined: none was asked for. */
function readText(file: string | undefined): string | undefined {
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: SimulateOptions }
  | { readonly kind: 'help' }
  /** A sentence. */
  | { readonly kind: 'wrong'; readonly message: string };

export function readOptions(args: readonly string[], token: string | undefined): ReadOptions {
  const line = readFlags(args, FLAGS);
  if (typeof line === 'string') return { kind: 'wrong', message: line };
  const flags = line.values;
  if (flags.help === true) return { kind: 'help' };
  const read = Options.safeParse({ token, ...flags });
  if (!read.success) return { kind: 'wrong', message: describeIssue(read.error) };
  const { directory, seed, users, groups } = read.data;
  if (directory !== undefined && (seed ?? users ?? groups) !== undefined) {
    const message = '--directory and --seed, --users, --groups do not go together';
    return { kind: 'wrong', message };
  }
  return { kind: 'options', options: { ...read.data, directory: readText(directory) } };
}

function describeIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  const message = issue?.message ?? 'is wrong';
  return message.startsWith('--') ? message : `--${issue?.path.join('.') ?? ''}: ${message}`;
}

const TEXT = { type: 'string' } as const;
const YES = { type: 'boolean' } as const;
const FLAGS = {
  target: TEXT,
  token: TEXT,
  flag: YES,
  directory: TEXT,
  seed: TEXT,
  users: TEXT,
  groups: TEXT,
  cycle: TEXT,
  state: TEXT,
  out: TEXT,
  json: YES,
  ca: TEXT,
  timeout: TEXT,
  help: YES,
} as const;
