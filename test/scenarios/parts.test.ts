// What the runner of scenarios is made of: values by SCIM path, labels, numbers from a seed, reports.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNames } from '../../main/scenarios/names.ts';
import { createRandom } from '../../main/scenarios/random.ts';
import { readPath } from '../../main/scenarios/read-path.ts';
import { writeJunitReport } from '../../main/scenarios/write-reports.ts';
import type { ScenarioReport, StepResult } from '../../shared/scenario/report.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const USER = {
  id: '1',
  userName: 'ada',
  active: false,
  name: { givenName: 'Ada' },
  emails: [
    { type: 'home', value: 'home@x.example' },
    { type: 'work', value: 'work@x.example', primary: true },
  ],
  [ENTERPRISE]: { department: 'R&D', manager: { value: '9' } },
};

describe('readPath', () => {
  const cases = [
    ['active', false],
    ['USERNAME', 'ada'],
    ['name.givenName', 'Ada'],
    ['emails[type eq "work"].value', 'work@x.example'],
    ['emails[primary eq "True"].value', 'work@x.example'],
    ['emails[type eq "other"].value', null],
    ['emails.type', ['home', 'work']],
    [`${ENTERPRISE}:department`, 'R&D'],
    [`${ENTERPRISE}:manager.value`, '9'],
    ['urn:example:other:User:colour', null],
    ['nickName', null],
  ] as const;
  for (const [path, value] of cases) {
    test(`finds ${path}`, () => assert.deepEqual(readPath(USER, path), value));
  }
});

describe('Labels of a scenario', () => {
  function fill() {
    const names = createNames();
    for (const [objectId, local] of [
      ['1', 'staff-001'],
      ['2', 'staff-002'],
    ] as const) {
      const userPrincipalName = `${local}@x.example`;
      names.add({ type: 'User', objectId, displayName: `Person ${objectId}`, userPrincipalName });
    }
    names.add({ type: 'Group', objectId: '3', displayName: 'Staff', userPrincipalName: '' });
    return names;
  }

  test('mean a person by name or userPrincipalName, a group by name, and many by their beginning', () => {
    const names = fill();
    const ids = (labels: string | string[]) => names.all(labels).map(({ objectId }) => objectId);

    assert.deepEqual(ids('staff-001'), ['1']);
    assert.deepEqual(ids('STAFF-002@x.example'), ['2']);
    assert.deepEqual(ids(['Person 1', 'Staff']), ['1', '3']);
    assert.deepEqual(ids('staff-*'), ['1', '2']);
  });

  test('that nobody has are refused; those of the gone are remembered', () => {
    const names = fill();
    names.forget('1');

    assert.throws(() => names.all('Person 1'), /Nobody and no group is called "Person 1"/);
    assert.deepEqual(names.known('Person 1'), ['1']);
  });
});

describe('createRandom', () => {
  test('gives the same for the same seed, and something else for another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.integer(1_000));
    };

    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
    assert.ok(draw(7).every((number) => number >= 0 && number < 1_000));
  });
});

describe('The JUnit report', () => {
  test('has a suite for each scenario and a case for each step', () => {
    const step = { narration: '', screen: null, durationMs: 12, actions: [], expectations: [] };
    const unmet = { text: 'Two <users>', passed: false, seen: '1' };
    const steps: StepResult[] = [
      { ...step, title: 'Fine', state: 'passed' },
      { ...step, title: 'Odd', state: 'failed', expectations: [unmet] },
      { ...step, title: 'Late', state: 'skipped' },
    ];
    const report: ScenarioReport = {
      scenario: 'story',
      title: 'A story',
      seed: 1,
      outcome: 'failed',
      startedAt: '2026-05-04T12:00:00.000Z',
      durationMs: 1_500,
      steps,
      leftBehind: [],
    };

    const xml = writeJunitReport([report]);

    assert.match(
      xml,
      /<testsuites name="Scenarios" tests="3" failures="1" errors="0" skipped="1">/,
    );
    assert.match(xml, /<testsuite name="story: A story" .* time="1\.500"/);
    assert.match(xml, /name="1\. Fine" time="0\.012" \/>/);
    assert.match(xml, /<failure message="expected: Two &#60;users&#62;; seen: 1">/);
    assert.match(xml, /name="3\. Late" time="0\.012"><skipped/);
  });
});
