// The report as one page that stands alone: no script, nothing fetched, light and dark by the reader's own setting.
// The exchanges of a failed check are folded under it.
import { countOf } from '../../shared/count-of.ts';
import {
  CheckGrade,
  type CheckedExchange,
  type CheckReport,
  type CheckResult,
} from '../../shared/checker/report.ts';
import { escapeMarkup } from './escape-markup.ts';
import { SECTION_NAMES } from './section-names.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a3f47);
    --soft: light-dark(#f5f6f8, #22262c); --dim: light-dark(#5b6470, #a0a8b4);
    --passed: light-dark(#1a7f37, #57c774); --failed: light-dark(#b42318, #ff8a80);
    --skipped: light-dark(#6b5900, #d8b94a); }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
  th { font-weight: 600; color: var(--dim); } td.id, td.state { white-space: nowrap; }
  .passed { color: var(--passed); } .failed { color: var(--failed); } .skipped { color: var(--skipped); }
  .state { font-weight: 600; } .dim { color: var(--dim); } .verdict { font-size: 1.1rem; font-weight: 600; }
  pre { background: var(--soft); padding: .6rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
  summary { cursor: pointer; } dt { font-weight: 600; } dd { margin: 0 0 .3rem; overflow-wrap: anywhere; }
`;

export function writeHtmlReport(report: CheckReport): string {
  const sections = Map.groupBy(report.results, ({ section }) => section);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>SCIM conformance of ${escapeMarkup(report.target)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>SCIM conformance</h1>
${writeVerdict(report)}
${writeTotals(report)}
${[...sections].map(([section, results]) => writeSection(section, results)).join('\n')}
</body>
</html>
`;
}

function writeVerdict(report: CheckReport): string {
  const { target, preset, state, problem, conforms, startedAt, requests, leftBehind } = report;
  const verdict = conforms
    ? '<span class="passed">Every binding check passed</span>'
    : `<span class="failed">${state === 'finished' ? 'Binding checks failed' : `The run was ${state}`}</span>`;
  const left = leftBehind.length === 0 ? '' : `Left behind: ${leftBehind.join(', ')}.`;
  const notes = [problem ?? '', left].filter((note) => note !== '').map(escapeMarkup);
  return `<p class="verdict">${verdict}</p>
<p><code>${escapeMarkup(target)}</code>, preset ${preset}, ${countOf(requests, 'request')}, ${startedAt}</p>
${notes.map((note) => `<p>${note}</p>`).join('\n')}`;
}

function writeTotals({ totals }: CheckReport): string {
  const rows = CheckGrade.options.map((grade) => {
    const { passed, failed, skipped } = totals[grade];
    return `<tr><th scope="row">${grade}</th><td>${passed}</td><td>${failed}</td><td>${skipped}</td></tr>`;
  });
  return `<table>
<thead><tr><th scope="col">Grade</th><th scope="col">Passed</th><th scope="col">Failed</th><th scope="col">Skipped</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table>`;
}

function writeSection(section: string, results: readonly CheckResult[]): string {
  return `<h2>${section} · ${SECTION_NAMES[section] ?? section}</h2>
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">Claim</th><th scope="col">Grade</th><th scope="col">Source</th></tr></thead>
<tbody>
${results.map(writeResult).join('\n')}
</tbody>
</table>`;
}

function writeResult({ id, title, grade, source, outcome }: CheckResult): string {
  const { status } = outcome;
  const cells = [
    `<td class="id">${id}</td>`,
    `<td class="state ${status}">${status}</td>`,
    `<td>${escapeMarkup(title)}${writeDetails(outcome)}</td>`,
    `<td>${grade}</td>`,
    `<td class="dim">${escapeMarkup(source)}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

function writeDetails(outcome: CheckResult['outcome']): string {
  if (outcome.status === 'passed') {
    const { measured } = outcome;
    return measured === undefined ? '' : `<div class="dim">${escapeMarkup(measured)}</div>`;
  }
  if (outcome.status === 'skipped') return `<div class="dim">${escapeMarkup(outcome.reason)}</div>`;
  const { expected, got, advice, evidence } = outcome;
  return `<dl><dt>Expected</dt><dd>${escapeMarkup(expected)}</dd><dt>Got</dt><dd>${escapeMarkup(got)}</dd><dt>What to do</dt><dd>${escapeMarkup(advice)}</dd></dl>
<details><summary>Evidence: ${countOf(evidence.length, 'request')}</summary>${evidence.map(writeExchange).join('\n')}</details>`;
}

function writeExchange({ request, response, problem, durationMs }: CheckedExchange): string {
  const asked = [
    `${request.method} ${request.url}`,
    ...writeHeaders(request.headers),
    '',
    request.body,
  ];
  const answered = response
    ? [String(response.status), ...writeHeaders(response.headers), '', response.body]
    : [problem ?? 'no answer'];
  const text = [...asked, '', `after ${Math.round(durationMs)} ms:`, '', ...answered].join('\n');
  return `<pre>${escapeMarkup(text)}</pre>`;
}

function writeHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}
