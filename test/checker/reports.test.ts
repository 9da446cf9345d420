// Reports say the same in every form, and hostile text from a target stays text.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheckOutcome, CheckReport } from '../../shared/checker/report.ts';
import { CheckReport as CheckReportSchema } from '../../shared/checker/report.ts';
import { writeHtmlReport } from '../../main/checker/write-html-report.ts';
import { writeJsonReport, writeJunitReport } from '../../main/checker/write-report.ts';
import { writeSummary } from '../../main/checker/write-summary.ts';

const HOSTILE = '<script>alert("x")</script>\u0000\ud800';

const FAILED: CheckOutcome = {
  status: 'failed',
  expected: 'status 200',
  got: `500 ${HOSTILE}`,
  advice: `Answer 200, not ${HOSTILE}`,
  evidence: [
    {
      request: { method: 'GET', url: 'https://scim.example/Users', headers: {}, body: '' },
      response: { status: 500, headers: { 'content-type': 'text/html' }, body: HOSTILE },
      problem: null,
      durationMs: 12,
    },
  ],
};

function result(id: string, grade: 'MUST' | 'MAY', outcome: CheckOutcome) {
  const section = id.slice(0, 1);
  return { id, section, title: `Claim ${id}`, grade, source: 'RFC 7644', durationMs: 5, outcome };
}

const REPORT: CheckReport = {
  target: 'https://scim.example',
  preset: 'rfc',
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
  state: 'finished',
  problem: null,
  conforms: false,
  requests: 9,
  leftBehind: ['/Users/1'],
  totals: {
    MUST: { passed: 1, failed: 1, skipped: 1 },
    SHOULD: { passed: 0, failed: 0, skipped: 0 },
    MAY: { passed: 0, failed: 1, skipped: 0 },
    INTEROP: { passed: 0, failed: 0, skipped: 0 },
  },
  results: [
    result('A1', 'MUST', { status: 'passed', measured: `50 ${HOSTILE}` }),
    result('A2', 'MUST', { status: 'skipped', reason: 'not offered' }),
    result('F1', 'MUST', FAILED),
    result('F2', 'MAY', FAILED),
  ],
};

describe('A report', () => {
  test('as JSON reads back as it is', () => {
    const read: unknown = JSON.parse(writeJsonReport(REPORT));

    const wellFormed: unknown = JSON.parse(JSON.stringify(REPORT));
    assert.deepEqual(CheckReportSchema.parse(read), wellFormed);
  });

  test('as JUnit XML fails where a binding check failed, and skips other failures', () => {
    const xml = writeJunitReport(REPORT);

    assert.match(xml, /<testsuites [^>]*tests="4" failures="1" skipped="2">/);
    assert.match(xml, /<testsuite name="F" tests="2" failures="1" skipped="1"/);
    assert.match(xml, /name="F1 Claim F1 \(MUST\)"[^>]*><failure type="MUST"/);
    assert.match(xml, /name="F2 Claim F2 \(MAY\)"[^>]*><skipped message="MAY not met/);
    assert.ok(!xml.includes('<script>') && !xml.includes('\u0000'));
  });

  test('as a page fetches nothing, runs nothing, and keeps hostile text as text', () => {
    const html = writeHtmlReport(REPORT);

    assert.ok(html.includes('&#60;script&#62;'));
    assert.ok(!/<script|<link|<img|src=|https?:\/\/(?!scim\.example)/.test(html));
    assert.ok(html.includes('light-dark(') && html.includes('<details>'));
  });

  test('as a summary names what failed, the totals and what was left', () => {
    const text = writeSummary(REPORT);

    assert.match(text, /F1 MUST: Claim F1/);
    assert.match(text, /MUST +1 +1 +1/);
    assert.match(text, /Binding checks failed\. 9 requests .* Left behind: \/Users\/1\./);
  });
});
