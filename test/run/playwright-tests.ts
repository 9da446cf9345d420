// Runs one Playwright project and counts its tests from the JSON report, the line reporter's words kept for failures.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Skip, StepResult } from './report.ts';
import { ROOT, runTool } from './run-tool.ts';

const Annotation = z.object({ type: z.string(), description: z.string().optional() });
const Spec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(Annotation),
    }),
  ),
});
const Suite = z.object({
  specs: z.array(Spec).default([]),
  get suites() {
    return z.array(Suite).optional();
  },
});
type Suite = z.infer<typeof Suite>;
export const PlaywrightReport = z.object({
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});
export type PlaywrightReport = z.infer<typeof PlaywrightReport>;

export interface PlaywrightOptions {
  readonly name: string | undefined;
  /** A command to put in front, such as xvfb-run. */
  readonly wrapper?: readonly string[];
}

export async function runPlaywright(
  project: 'browser' | 'desktop',
  { name, wrapper = [] }: PlaywrightOptions,
): Promise<StepResult> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-playwright-'));
  const file = path.join(work, 'report.json');
  const cli = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const filter = name ? [`--grep=${name}`] : [];
  const command = [...wrapper, process.execPath, cli, 'test', `--project=${project}`];
  const [tool = process.execPath, ...args] = [...command, '--reporter=line,json', ...filter];
  try {
    const { code, output } = await runTool(tool, args, {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_FORCE_TTY: '0' },
    });
    const report = existsSync(file)
      ? PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
      : { suites: [], errors: [{ message: 'no report was written' }] };
    return countPlaywright(report, { code, output });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A run that ends badly without a failed test (no test found, a crash) counts as one failure. */
export function countPlaywright(
  report: PlaywrightReport,
  { code, output }: { readonly code: number; readonly output: string },
): StepResult {
  const tests = report.suites
    .flatMap(listSpecs)
    .flatMap(({ title, tests: runs }) => runs.map((run) => ({ title, ...run })));
  const withStatus = (wanted: string) => tests.filter(({ status }) => status === wanted);
  const flaky = withStatus('flaky').map(({ title }) => title);
  const bad = withStatus('unexpected').length;
  const isBroken = bad === 0 && (code !== 0 || report.errors.length > 0);
  return {
    passed: withStatus('expected').length + flaky.length,
    failed: isBroken ? 1 : bad,
    flaky,
    skips: tests.filter(({ status }) => status === 'skipped').map(toSkip),
    output,
  };
}

function listSpecs(suite: Suite): z.infer<typeof Spec>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(listSpecs)];
}

function toSkip(test: {
  readonly title: string;
  readonly annotations: readonly z.infer<typeof Annotation>[];
}): Skip {
  const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  return { title: test.title, reason: reason?.description ?? '' };
}
