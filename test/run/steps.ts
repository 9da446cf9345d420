// The steps of `npm test`, in the order they run: cheap verdicts first, then the tests.
import { buildStale } from '../../main/launch/build-stale.mjs';
import { findChromium } from '../support/find-chromium.ts';
import { findDesktop } from './find-desktop.ts';
import { listTests, runNodeTests } from './node-tests.ts';
import { runPlaywright } from './playwright-tests.ts';
import type { StepResult } from './report.ts';
import { judge, ROOT, runScript } from './run-tool.ts';

export type StepName =
  | 'format'
  | 'lint'
  | 'types'
  | 'law'
  | 'dead'
  | 'build'
  | 'unit'
  | 'protocol'
  | 'browser'
  | 'desktop';

export interface StepOptions {
  /** Only tests whose name contains this. */
  readonly name: string | undefined;
}

export interface Step {
  readonly name: StepName;
  readonly title: string;
  readonly run: (options: StepOptions) => Promise<StepResult>;
}

const PROJECTS = ['shared', 'main', 'main/desktop/preload', 'renderer', 'test'];
const PROTOCOL = ['test/protocol/**/*.test.ts', 'test/exchanges/**/*.test.ts'];
const ARCHITECTURE = ['test/architecture/**/*.test.ts'];

export const STEPS: readonly Step[] = [
  { name: 'format', title: 'Format (prettier)', run: checkFormat },
  { name: 'lint', title: 'Lint (oxlint)', run: checkLint },
  { name: 'types', title: 'Types (tsc)', run: checkTypes },
  {
    name: 'law',
    title: 'Import law',
    run: ({ name }) => runNodeTests(listTests(ARCHITECTURE), name),
  },
  { name: 'dead', title: 'Dead code (knip)', run: checkDeadCode },
  { name: 'build', title: 'Build (vite)', run: checkBuild },
  {
    name: 'unit',
    title: 'Unit tests',
    run: ({ name }) =>
      runNodeTests(listTests(['test/**/*.test.ts'], [...ARCHITECTURE, ...PROTOCOL]), name),
  },
  {
    name: 'protocol',
    title: 'Protocol tests',
    run: ({ name }) => runNodeTests(listTests(PROTOCOL), name),
  },
  { name: 'browser', title: 'Browser tests (Chromium)', run: runBrowserTests },
  { name: 'desktop', title: 'Desktop tests (Electron)', run: runDesktopTests },
];

async function checkFormat(): Promise<StepResult> {
  return judge([
    await runScript('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  ]);
}

async function checkLint(): Promise<StepResult> {
  return judge([await runScript('oxlint/bin/oxlint', ['--deny-warnings'])]);
}

async function checkTypes(): Promise<StepResult> {
  const runs = [];
  for (const project of PROJECTS) {
    const known = `node_modules/.cache/tsc/${project}.tsbuildinfo`;
    const flags = ['--incremental', '--tsBuildInfoFile', known];
    runs.push(await runScript('typescript/bin/tsc', ['-p', project, ...flags]));
  }
  return judge(runs);
}

async function checkDeadCode(): Promise<StepResult> {
  return judge([await runScript('knip/bin/knip.js', ['--no-progress'])]);
}

async function checkBuild(): Promise<StepResult> {
  const builds = ['main', 'preload', 'renderer', 'client'] as const;
  const lines: string[] = [];
  const code = await buildStale({ root: ROOT, node: process.execPath, builds }, (line) =>
    lines.push(line),
  );
  return judge([{ code, output: lines.join('\n') }]);
}

async function runBrowserTests({ name }: StepOptions): Promise<StepResult> {
  if (findChromium()) return runPlaywright('browser', { name });
  return skipAll('browser tests', 'no Chromium found; install one or set SCIM_MOCK_CHROMIUM');
}

async function runDesktopTests({ name }: StepOptions): Promise<StepResult> {
  const desktop = await findDesktop();
  if ('problem' in desktop) return skipAll('desktop tests', desktop.problem);
  return runPlaywright('desktop', { name, wrapper: desktop.wrapper });
}

function skipAll(title: string, reason: string): StepResult {
  return { passed: 0, failed: 0, skips: [{ title, reason }], output: '' };
}
