// Runs a command and keeps what it prints, for the steps that are one tool's verdict.
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { StepResult } from './report.ts';

export const ROOT = path.join(import.meta.dirname, '..', '..');

export interface ToolRun {
  readonly code: number;
  readonly output: string;
}

export interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs to the end; output is stdout and stderr in the order they came. */
export function runTool(
  file: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** Runs the JavaScript file of a package's command with this Node: no shell, no PATH, the same on Windows. */
export function runScript(
  script: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<ToolRun> {
  const file = path.join(ROOT, 'node_modules', script);
  return runTool(process.execPath, [file, ...args], options);
}

/** A step that is one check counts as one, however many commands it takes. */
export function judge(runs: readonly ToolRun[]): StepResult {
  const bad = runs.filter(({ code }) => code !== 0);
  const output = bad.map(({ output: text }) => text.trimEnd()).join('\n');
  return { passed: bad.length > 0 ? 0 : 1, failed: bad.length > 0 ? 1 : 0, skips: [], output };
}
