// Reports for machines: JSON as it is, and JUnit XML for CI. There a failed check that does not bind is a skipped test
// with its message, so that the CI run fails where the checker's exit code does.
import { isBinding, type CheckReport, type CheckResult } from '../../shared/checker/report.ts';
import { escapeMarkup } from './escape-markup.ts';

export function writeJsonReport(report: CheckReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function writeJunitReport(report: CheckReport): string {
  const sections = Map.groupBy(report.results, ({ section }) => section);
  const suites = [...sections].map(([section, results]) => writeSuite(report, section, results));
  const { tests, failures, skipped } = count(report, report.results);
  const about = `name="SCIM conformance of ${escapeMarkup(report.target)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${about} tests="${tests}" failures="${failures}" skipped="${skipped}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function writeSuite(report: CheckReport, section: string, results: readonly CheckResult[]): string {
  const { tests, failures, skipped } = count(report, results);
  const time = seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0));
  const about = `name="${section}" tests="${tests}" failures="${failures}" skipped="${skipped}"`;
  return [
    `  <testsuite ${about} errors="0" time="${time}" timestamp="${report.startedAt}">`,
    ...results.map((result) => writeCase(report, result)),
    '  </testsuite>',
  ].join('\n');
}

function writeCase(report: CheckReport, result: CheckResult): string {
  const { id, section, title, grade, durationMs } = result;
  const name = escapeMarkup(`${id} ${title} (${grade})`);
  const open = `    <testcase classname="scim.${section}" name="${name}" time="${seconds(durationMs)}"`;
  const inner = writeOutcome(report, result);
  return inner === '' ? `${open} />` : `${open}>${inner}</testcase>`;
}

function writeOutcome({ preset }: CheckReport, { grade, source, outcome }: CheckResult): string {
  if (outcome.status === 'passed') return '';
  if (outcome.status === 'skipped') return `<skipped message="${escapeMarkup(outcome.reason)}" />`;
  const text = `expected ${outcome.expected}, got ${outcome.got}`;
  const message = escapeMarkup(isBinding(grade, preset) ? text : `${grade} not met: ${text}`);
  if (!isBinding(grade, preset)) return `<skipped message="${message}" />`;
  const evidence = outcome.evidence.map(
    ({ request, response }) => `${request.method} ${request.url} -> ${response?.status ?? 'none'}`,
  );
  const body = escapeMarkup([source, outcome.advice, ...evidence].join('\n'));
  return `<failure type="${grade}" message="${message}">${body}</failure>`;
}

function count({ preset }: CheckReport, results: readonly CheckResult[]) {
  const failures = results.filter(
    ({ outcome, grade }) => outcome.status === 'failed' && isBinding(grade, preset),
  ).length;
  const passed = results.filter(({ outcome }) => outcome.status === 'passed').length;
  return { tests: results.length, failures, skipped: results.length - passed - failures };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
