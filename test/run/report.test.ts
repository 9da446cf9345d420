import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTally } from './node-tests.ts';
import { countPlaywright, PlaywrightReport } from './playwright-tests.ts';
import { createReport, type StepResult } from './report.ts';

const PASSED: StepResult = { passed: 3, failed: 0, skips: [], output: 'noise' };
const FAILED: StepResult = { passed: 1, failed: 2, skips: [], output: 'what went wrong\n' };
const SKIPPED: StepResult = {
  passed: 0,
  failed: 0,
  skips: [{ title: 'desktop tests', reason: 'no display' }],
  output: '',
};

describe('The closing line', () => {
  test('adds up all steps, alone on the last line', () => {
    const { lines, code } = report([PASSED, FAILED, SKIPPED], false);

    assert.deepEqual([lines.at(-1), code], ['4 passed, 2 failed, 1 skipped', 1]);
  });

  test('ends well when nothing failed, and shows no output of steps that passed', () => {
    const { lines, code } = report([PASSED, SKIPPED], false);

    assert.deepEqual([lines.at(-1), code], ['3 passed, 0 failed, 1 skipped', 0]);
    assert.equal(lines.includes('noise'), false);
    assert.equal(lines.includes('  SKIPPED desktop tests: no display'), true);
  });

  test('counts a skip as a failure with CI=true', () => {
    const { lines, code } = report([PASSED, SKIPPED], true);

    assert.deepEqual([lines.at(-1), code], ['3 passed, 1 failed, 0 skipped', 1]);
  });

  test('follows the whole output of a failed step', () => {
    assert.equal(report([FAILED], false).lines.includes('what went wrong'), true);
  });
});

describe('Counting node:test events', () => {
  test('counts tests, not suites, names a failure by its path, keeps skip reasons', () => {
    const file = 'a.test.ts';
    const tally = createTally();
    tally.add({ type: 'test:start', data: { name: 'PATCH', nesting: 0, file } });
    tally.add({ type: 'test:start', data: { name: 'adds', nesting: 1, file } });
    tally.add({ type: 'test:pass', data: { name: 'adds', nesting: 1, file } });
    tally.add({ type: 'test:start', data: { name: 'removes', nesting: 1, file } });
    tally.add({
      type: 'test:fail',
      data: { name: 'removes', nesting: 1, file, details: { error: { cause: new Error('boom') } } },
    });
    tally.add({ type: 'test:pass', data: { name: 'later', nesting: 1, file, skip: 'no disk' } });
    tally.add({
      type: 'test:fail',
      data: {
        name: 'PATCH',
        nesting: 0,
        file,
        details: { type: 'suite', error: { failureType: 'subtestsFailed' } },
      },
    });

    const { output, ...counts } = tally.result();

    assert.deepEqual(counts, {
      passed: 1,
      failed: 1,
      skips: [{ title: 'PATCH › later', reason: 'no disk' }],
    });
    assert.match(output, /FAILED .*: PATCH › removes\n {4}Error: boom/);
  });
});

describe('Counting a Playwright report', () => {
  const suite = (...statuses: string[]) => ({
    specs: statuses.map((status) => ({
      title: status,
      tests: [{ status, annotations: [{ type: 'skip', description: 'no sandbox' }] }],
    })),
  });
  const parse = (suites: object[]) => PlaywrightReport.parse({ suites, errors: [] });

  test('goes through nested suites; what passed when tried again is named', () => {
    const nested = { specs: [], suites: [suite('expected', 'unexpected', 'flaky', 'skipped')] };

    const counted = countPlaywright(parse([suite('expected'), nested]), {
      code: 1,
      output: 'lines',
    });

    const skips = [{ title: 'skipped', reason: 'no sandbox' }];
    const flaky = ['flaky'];
    assert.deepEqual(counted, { passed: 3, failed: 1, flaky, skips, output: 'lines' });
  });

  test('takes a run that ended badly without a failed test as one failure', () => {
    assert.equal(countPlaywright(parse([]), { code: 1, output: '' }).failed, 1);
  });
});

function report(results: readonly StepResult[], isStrict: boolean) {
  let text = '';
  const made = createReport({ isStrict, write: (part) => void (text += part) });
  for (const result of results) {
    made.begin('Step');
    made.end(result);
  }
  const code = made.close();
  return { lines: text.trimEnd().split('\n'), code };
}
