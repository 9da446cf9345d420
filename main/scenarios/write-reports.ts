// Reports for machines: JSON as it is, and JUnit XML, in which a scenario is a suite and a step a test.
import type { ScenarioReport, StepResult } from '../../shared/scenario/report.ts';

export function writeJsonReport(reports: readonly ScenarioReport[]): string {
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
}

export function writeJunitReport(reports: readonly ScenarioReport[]): string {
  const steps = reports.flatMap((report) => report.steps);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Scenarios" ${count(steps)}>`,
    ...reports.map(writeSuite),
    '</testsuites>',
    '',
  ].join('\n');
}

function writeSuite({ scenario, title, startedAt, durationMs, steps }: ScenarioReport): string {
  const about = `name="${escape(`${scenario}: ${title}`)}" ${count(steps)}`;
  return [
    `  <testsuite ${about} time="${seconds(durationMs)}" timestamp="${startedAt}">`,
    ...steps.map((step, index) => writeCase(scenario, step, index + 1)),
    '  </testsuite>',
  ].join('\n');
}

function writeCase(scenario: string, step: StepResult, number: number): string {
  const name = escape(`${number}. ${step.title}`);
  const open = `    <testcase classname="scenario.${scenario}" name="${name}" time="${seconds(step.durationMs)}"`;
  if (step.state === 'passed') return `${open} />`;
  return `${open}>${writeOutcome(step)}</testcase>`;
}

function writeOutcome({ state, actions, expectations }: StepResult): string {
  const refused = actions.filter(({ outcome }) => outcome === 'refused');
  const unmet = expectations.filter(({ passed }) => !passed);
  const lines = [
    ...refused.map(({ text, detail }) => `${text}: ${detail}`),
    ...unmet.map(({ text, seen }) => `expected: ${text}; seen: ${seen}`),
  ];
  if (state === 'broken') return `<error message="${escape(lines[0] ?? '')}" />`;
  if (state !== 'failed') return '<skipped message="It was not carried out." />';
  const message = escape(lines[0] ?? '');
  return `<failure message="${message}">${escape(lines.join('\n'))}</failure>`;
}

function count(steps: readonly StepResult[]): string {
  const of = (...states: StepResult['state'][]) =>
    steps.filter(({ state }) => states.includes(state)).length;
  const skipped = of('skipped', 'waiting', 'running');
  return `tests="${steps.length}" failures="${of('failed')}" errors="${of('broken')}" skipped="${skipped}"`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** What means markup is written as a reference, what XML 1.0 §2.2 knows no character for is dropped. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
