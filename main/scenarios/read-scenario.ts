// A scenario file, YAML or JSON (which is YAML too), read and checked. What is wrong is told by file, line and step, all of it
// at once: whoever writes a file wants to correct it in one go.
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { Scenario } from '../../shared/scenario/scenario.ts';

export interface ScenarioProblem {
  readonly line: number;
  /** What is wrong, with the step where it is in one. */
  readonly message: string;
}

export type ReadScenario =
  | { readonly kind: 'read'; readonly scenario: Scenario }
  | {
      readonly kind: 'wrong';
      readonly problems: readonly ScenarioProblem[];
      /** One line for each problem: `joiner.yaml:12: step 2 "…": …`. */
      readonly message: string;
    };

type Path = readonly PropertyKey[];

export function readScenario(text: string, fileName: string): ReadScenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    return wrong(fileName, [{ line, message: `This is not YAML: ${broken.message}` }]);
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const result = Scenario.safeParse(value);
  if (result.success) return { kind: 'read', scenario: result.data };
  const problems = result.error.issues.map((issue) => ({
    line: lineOf(document, lines, issue.path),
    message: describeIssue(value, issue),
  }));
  return wrong(fileName, problems);
}

function wrong(fileName: string, problems: readonly ScenarioProblem[]): ReadScenario {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  const message = sorted.map(({ line, message: text }) => `${fileName}:${line}: ${text}`);
  return { kind: 'wrong', problems: sorted, message: message.join('\n') };
}

/** Of the value, or of the closest one around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, ...unknown[]] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function describeIssue(value: unknown, { path, message }: z.core.$ZodIssue): string {
  const [top, index, ...rest] = path;
  if (top !== 'steps' || typeof index !== 'number') return told(path, message);
  const title = stepTitle(value, index);
  return `step ${index + 1}${title === undefined ? '' : ` "${title}"`}: ${told(rest, message)}`;
}

function told(path: Path, message: string): string {
  const where = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return where === '' ? message : `${where}: ${message}`;
}

function stepTitle(value: unknown, index: number): string | undefined {
  if (typeof value !== 'object' || value === null || !('steps' in value)) return undefined;
  const step: unknown = Array.isArray(value.steps) ? value.steps[index] : undefined;
  if (typeof step !== 'object' || step === null || !('title' in step)) return undefined;
  return typeof step.title === 'string' ? step.title : undefined;
}
