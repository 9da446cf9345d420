// Runs node:test files, each in a process of its own, and counts from the event stream: tests, not suites, and a test
// whose subtest failed not again. A file that ends badly outside any test counts as one failure.
import { globSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import type { Skip, StepResult } from './report.ts';
import { ROOT } from './run-tool.ts';

const FILE_TIMEOUT_MS = 300_000;

/** Test files by glob, sorted; the globs in `without` taken out. */
export function listTests(
  globs: readonly string[],
  without: readonly string[] = [],
): readonly string[] {
  return globSync([...globs], { cwd: ROOT, exclude: [...without] })
    .map((file) => path.join(ROOT, file))
    .sort();
}

/** Runs them in parallel; `name` keeps only tests whose name matches it. */
export async function runNodeTests(files: readonly string[], name?: string): Promise<StepResult> {
  if (files.length === 0) {
    return { passed: 0, failed: 1, skips: [], output: 'no test file found' };
  }
  const stream = run({
    files: [...files],
    concurrency: os.availableParallelism(), // `true` would leave one core idle: half of a small machine
    timeout: FILE_TIMEOUT_MS,
    cwd: ROOT,
    ...(name ? { testNamePatterns: [name] } : {}),
  });
  const tally = createTally();
  for await (const event of stream) tally.add(event);
  return tally.result();
}

interface TestEvent {
  readonly type: string;
  readonly data: unknown;
}

interface EventData {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  readonly message?: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details?: {
    readonly type?: string;
    readonly error?: { readonly failureType?: string; readonly cause?: unknown };
  };
}

/** Takes the events of one run; exported for its own test. */
export function createTally(): { add(event: TestEvent): void; result(): StepResult } {
  let passed = 0;
  const skips: Skip[] = [];
  const failures: string[] = [];
  const printed = new Map<string, string>();
  const parents = new Map<string, string[]>();

  function titleOf(data: EventData): string {
    const names = parents.get(data.file ?? '')?.slice(0, data.nesting) ?? [];
    return [...names, data.name].join(' › ');
  }

  function fail(data: EventData): void {
    const error = data.details?.error;
    if (error?.failureType === 'subtestsFailed') return;
    const cause = inspect(error?.cause ?? error, { depth: 8 });
    failures.push(`FAILED ${relative(data.file)}: ${titleOf(data)}\n${indent(cause)}`);
  }

  const handlers: Readonly<Record<string, (data: EventData) => void>> = {
    'test:start': (data) => {
      const names = parents.get(data.file ?? '') ?? [];
      parents.set(data.file ?? '', [...names.slice(0, data.nesting), data.name]);
    },
    'test:pass': (data) => {
      const reason = data.skip ?? data.todo;
      if (reason) skips.push({ title: titleOf(data), reason: reason === true ? '' : reason });
      else if (data.details?.type !== 'suite') passed += 1;
    },
    'test:fail': fail,
    'test:stdout': keep,
    'test:stderr': keep,
  };

  function keep({ file = '', message = '' }: EventData): void {
    printed.set(file, (printed.get(file) ?? '') + message);
  }

  return {
    // Node types each event apart; the members read here are those they share.
    add: ({ type, data }) => handlers[type]?.(data as EventData),
    result: () => ({
      passed,
      failed: failures.length,
      skips,
      output: [...failures, ...describePrinted(printed, failures)].join('\n'),
    }),
  };
}

/** What a file with a failure printed is part of the story; what the others printed is not. */
function describePrinted(
  printed: ReadonlyMap<string, string>,
  failures: readonly string[],
): readonly string[] {
  return [...printed]
    .filter(([file]) => failures.some((text) => text.startsWith(`FAILED ${relative(file)}:`)))
    .map(([file, text]) => `PRINTED BY ${relative(file)}\n${indent(text.trimEnd())}`);
}

function relative(file = ''): string {
  return path.relative(ROOT, file);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
