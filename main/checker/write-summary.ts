// The report for a person at a terminal: what failed, then a line for each section and the totals.
import { countOf } from '../../shared/count-of.ts';
import {
  CheckGrade,
  type CheckOutcome,
  type CheckReport,
  type CheckResult,
} from '../../shared/checker/report.ts';
import { SECTION_NAMES } from './section-names.ts';

const NAME_WIDTH = 38;

export function writeSummary(report: CheckReport): string {
  const failed = report.results.filter(({ outcome }) => outcome.status === 'failed');
  const sections = Map.groupBy(report.results, ({ section }) => section);
  const lines = [
    ...failed.flatMap(writeFailure),
    row('', 'passed', 'failed', 'skipped'),
    ...[...sections].map(([section, results]) =>
      row(`${section}  ${SECTION_NAMES[section] ?? ''}`, ...countStates(results)),
    ),
    '',
    ...CheckGrade.options.map((grade) => {
      const { passed, failed: bad, skipped } = report.totals[grade];
      return row(grade, passed, bad, skipped);
    }),
    '',
    writeVerdict(report),
  ];
  return `${lines.join('\n')}\n`;
}

function writeFailure({ id, grade, title, source, outcome }: CheckResult): readonly string[] {
  if (outcome.status !== 'failed') return [];
  return [
    `${id} ${grade}: ${title} (${source})`,
    `  expected ${outcome.expected}`,
    `  got      ${outcome.got}`,
    `  advice   ${outcome.advice}`,
    '',
  ];
}

function countStates(results: readonly CheckResult[]): readonly [number, number, number] {
  const count = (status: CheckOutcome['status']) =>
    results.filter(({ outcome }) => outcome.status === status).length;
  return [count('passed'), count('failed'), count('skipped')];
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function writeVerdict({
  target,
  state,
  problem,
  conforms,
  requests,
  leftBehind,
}: CheckReport): string {
  const left = leftBehind.length === 0 ? '' : ` Left behind: ${leftBehind.join(', ')}.`;
  const about = `${countOf(requests, 'request')} to ${target}.${left}`;
  if (problem !== null) return `${problem} ${about}`;
  if (state === 'cancelled') return `Cancelled. ${about}`;
  return `${conforms ? 'Every binding check passed' : 'Binding checks failed'}. ${about}`;
}
