import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readScenario } from '../../main/scenarios/read-scenario.ts';

const HEAD = ['id: hello', 'title: Hello', 'summary: A first story'];

function problemsOf(...lines: readonly string[]): string {
  const read = readScenario(lines.join('\n'), 'hello.yaml');
  assert.equal(read.kind, 'wrong');
  return read.kind === 'wrong' ? read.message : '';
}

describe('A scenario file', () => {
  test('is read with what it leaves out', () => {
    const step = ['steps:', '  - title: Go', '    actions: [{ do: assign, to: Adele Vance }]'];

    const read = readScenario([...HEAD, ...step].join('\n'), 'hello.yaml');

    assert.ok(read.kind === 'read');
    const { seed, connected, steps } = read.scenario;
    assert.deepEqual([seed, connected], [1, true]);
    assert.deepEqual(steps[0]?.actions, [{ do: 'assign', to: 'Adele Vance', role: 'User' }]);
  });

  test('may be JSON', () => {
    const scenario = { id: 'j', title: 'J', summary: 'S', steps: [{ title: 'Nothing' }] };

    assert.equal(readScenario(JSON.stringify(scenario), 'j.json').kind, 'read');
  });

  test('says file, line and step of all that is wrong', () => {
    const message = problemsOf(
      ...HEAD,
      'steps:',
      '  - title: Hire',
      '    actions:',
      '      - { do: asign, to: Adele }',
      '  - title: Look',
      '    expectations:',
      '      - see: count',
      '        of: users',
      '        is: many',
      '        colour: red',
    );

    const lines = message.split('\n');
    assert.equal(lines.length, 3, message);
    assert.match(message, /^hello\.yaml:7: step 1 "Hire": actions\[0\]\.do: /m);
    assert.match(message, /^hello\.yaml:12: step 2 "Look": expectations\[0\]\.is: /m);
    assert.match(message, /^hello\.yaml:10: step 2 "Look": expectations\[0\]: .*"colour"/m);
  });

  test('that is no YAML, or none of ours, says so', () => {
    assert.match(problemsOf('id: hello', 'title: "Hello'), /^hello\.yaml:2: This is not YAML: /);
    assert.match(problemsOf('- 1'), /^hello\.yaml:1: .*expected object/i);
  });
});
