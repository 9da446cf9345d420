import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { z } from 'zod';
import { openJsonFile } from '../../main/desktop/json-file.ts';
import { EARLIER_LOG_FILE, LOG_FILE, openLogFile } from '../../main/desktop/log-file.ts';
import { createLogTail } from '../../main/desktop/log-tail.ts';

const Places = z.array(z.object({ x: z.int() }));

describe('A file of the shell’s own', () => {
  test('is made with its folder, and read at the next start', (context) => {
    const file = path.join(makeFolder(context), 'desktop', 'windows.json');

    openJsonFile(file, Places, []).write([{ x: 12 }]);

    assert.deepEqual(openJsonFile(file, Places, []).read(), [{ x: 12 }]);
    assert.deepEqual(readdirSync(path.dirname(file)), ['windows.json']);
  });

  for (const [damage, text] of [
    ['cut off', '[{"x": 1'],
    ['of another shape', '[{"x": "left"}]'],
    ['empty', ''],
  ] as const) {
    test(`counts as not there when it is ${damage}`, (context) => {
      const file = path.join(makeFolder(context), 'windows.json');
      writeFileSync(file, text);

      assert.deepEqual(openJsonFile(file, Places, [{ x: 0 }]).read(), [{ x: 0 }]);
    });
  }
});

describe('The tail of the log', () => {
  test('keeps the last 500 lines, however they were cut into chunks', () => {
    const tail = createLogTail();
    tail.add('first li');
    tail.add('ne\nsecond line\nthi');

    assert.deepEqual(tail.lines(), ['first line', 'second line', 'thi']);
    for (let line = 0; line < 1_000; line += 1) tail.add(`${line}\n`);
    assert.equal(tail.lines().length, 500);
    assert.equal(tail.lines().at(-1), '999');
  });

  test('cuts lines without an end', () => {
    const tail = createLogTail();
    for (let part = 0; part < 100; part += 1) tail.add('x'.repeat(1_000));

    assert.ok((tail.lines()[0]?.length ?? 0) <= 2_000);
  });
});

function makeFolder(context: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-files-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('The log file', () => {
  test('goes on from start to start, and begins anew once it is long; one earlier is kept', (context) => {
    const folder = path.join(makeFolder(context), 'logs');
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

    openLogFile(folder, 20).append('first start\n');
    const second = openLogFile(folder, 20);
    second.append('second start\n');
    const whole = read(LOG_FILE);
    second.append('then more\n');

    assert.equal(whole, 'first start\nsecond start\n');
    assert.deepEqual([read(EARLIER_LOG_FILE), read(LOG_FILE)], [whole, 'then more\n']);
  });
});
