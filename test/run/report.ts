// Adds up the steps of a run and prints them: one line for a step that passed, everything for one that did not.

export interface Skip {
  readonly title: string;
  readonly reason: string;
}

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skips: readonly Skip[];
  /** Passed only when tried once more; counted as passed and named. */
  readonly flaky?: readonly string[];
  /** What to show of a step that failed: the tools' own words. */
  readonly output: string;
}

export interface ReportOptions {
  /** With CI=true nothing may be skipped. */
  readonly isStrict: boolean;
  readonly write?: (text: string) => void;
}

export interface Report {
  begin(title: string): void;
  end(result: StepResult): void;
  /** Prints the closing line and returns the exit code. */
  close(): number;
}

export function createReport({
  isStrict,
  write = (text) => process.stdout.write(text),
}: ReportOptions): Report {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let begun = 0;
  return {
    begin(title) {
      begun = performance.now();
      write(`${title} … `);
    },
    end(result) {
      const failed = result.failed + (isStrict ? result.skips.length : 0);
      total.passed += result.passed;
      total.failed += failed;
      total.skipped += isStrict ? 0 : result.skips.length;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      write(`${describeStep(result, failed)} (${seconds} s)\n`);
      if (result.failed > 0) write(`${result.output.trimEnd()}\n`);
      for (const title of result.flaky ?? []) write(`  FLAKY ${title}: passed when tried again\n`);
      for (const skip of result.skips) write(describeSkip(skip, isStrict));
    },
    close() {
      write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
      return total.failed > 0 ? 1 : 0;
    },
  };
}

function describeStep({ passed, skips }: StepResult, failed: number): string {
  const counts = [`${passed} passed`];
  if (failed > 0) counts.push(`${failed} FAILED`);
  if (skips.length > 0) counts.push(`${skips.length} SKIPPED`);
  return counts.join(', ');
}

function describeSkip({ title, reason }: Skip, isStrict: boolean): string {
  const note = isStrict ? ' (a failure, because CI is set)' : '';
  return `  SKIPPED ${title}: ${reason || 'no reason given'}${note}\n`;
}
