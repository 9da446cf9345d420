// What the Checks screen shows of a run: its checks in their sections, each with how it ended so far.
import type {
  CheckCatalogue,
  CheckEntry,
  CheckRunDetails,
  CheckStatus,
} from '../../../shared/admin/check-run.ts';
import { isBinding, type CheckPreset, type CheckResult } from '../../../shared/checker/report.ts';

/** `waiting`: not carried out yet; `missed`: the run ended before it. */
export type CheckState = CheckStatus | 'waiting' | 'missed';

export const SHOW_CHOICES = ['all', 'failed', 'passed', 'skipped'] as const;
export type Show = (typeof SHOW_CHOICES)[number];

export interface CheckLine {
  readonly check: CheckEntry;
  readonly state: CheckState;
  /** Whether its failure is a failure of the run. */
  readonly binds: boolean;
}

export interface CheckSection {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly CheckLine[];
  readonly failed: number;
  readonly passed: number;
  readonly skipped: number;
}

/** The sections of a run; those without a line that fits `show` and `text` are left out. */
export function listSections(
  catalogue: CheckCatalogue,
  run: CheckRunDetails,
  { show, text }: { readonly show: Show; readonly text: string },
): readonly CheckSection[] {
  const wanted = new Set(run.checks);
  const sections = catalogue.sections.map(({ id, name }) => {
    const lines = catalogue.checks
      .filter((check) => check.section === id && wanted.has(check.id))
      .map((check) => toLine(check, run));
    return {
      id,
      name,
      ...countLines(lines),
      lines: lines.filter((line) => fits(line, show, text)),
    };
  });
  return sections.filter(({ lines }) => lines.length > 0);
}

function toLine(check: CheckEntry, run: CheckRunDetails): CheckLine {
  const open = run.state === 'running' ? 'waiting' : 'missed';
  const state = run.outcomes[check.id] ?? open;
  return { check, state, binds: isBinding(check.grade, run.preset) };
}

function countLines(lines: readonly CheckLine[]) {
  const of = (state: CheckState) => lines.filter((line) => line.state === state).length;
  return { failed: of('failed'), passed: of('passed'), skipped: of('skipped') };
}

function fits({ check, state }: CheckLine, show: Show, text: string): boolean {
  if (show !== 'all' && state !== show) return false;
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const searched = `${check.id} ${check.title} ${check.grade} ${check.source}`.toLowerCase();
  return words.every((word) => searched.includes(word));
}

export function countStates(run: CheckRunDetails): Readonly<Record<CheckStatus, number>> {
  const states = Object.values(run.outcomes);
  const of = (wanted: CheckStatus) => states.filter((state) => state === wanted).length;
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

export function failedChecks(run: CheckRunDetails): readonly string[] {
  return run.checks.filter((id) => run.outcomes[id] === 'failed');
}

export function findResult(run: CheckRunDetails, id: string): CheckResult | undefined {
  return run.report?.results.find((result) => result.id === id);
}

export const PRESET_NAMES: Readonly<Record<CheckPreset, string>> = {
  rfc: 'RFC 7643 and RFC 7644',
  entra: 'Microsoft Entra',
};
