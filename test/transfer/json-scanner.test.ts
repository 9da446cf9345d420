import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { isFileFault } from '../../main/transfer/formats/file-entry.ts';
import { readJsonLines } from '../../main/transfer/formats/json-lines.ts';
import { readJsonList } from '../../main/transfer/formats/json-list.ts';
import { collect, inPieces } from '../support/transfer-file.ts';

describe('JSON files of resources', () => {
  const documents = fc.array(fc.dictionary(fc.string(), fc.jsonValue()));

  test('a ListResponse, an array and JSON Lines give what was written, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.integer({ min: 1, max: 40 }), async (resources, size) => {
        const written = JSON.parse(JSON.stringify(resources)) as unknown;
        const list = JSON.stringify({
          schemas: ['a[{"'],
          'x,]': { Resources: [1] },
          Resources: resources,
          after: '[',
        });
        const texts = [list, JSON.stringify(resources, null, 2)];

        for (const text of texts) {
          const read = await collect(readJsonList(inPieces(text, size)));
          assert.deepEqual(
            read.map((entry) => 'resource' in entry && entry.resource),
            written,
          );
        }
        const lines = resources.map((each) => JSON.stringify(each)).join('\r\n');
        const read = await collect(readJsonLines(inPieces(lines, size)));
        assert.deepEqual(
          read.map((entry) => 'resource' in entry && entry.resource),
          written,
        );
      }),
    );
  });

  test('one resource alone is a file too', async () => {
    const read = await collect(readJsonList(inPieces('{"userName":"a","emails":[{"value":"b"}]}')));

    assert.deepEqual(read, [{ line: 1, resource: { userName: 'a', emails: [{ value: 'b' }] } }]);
  });

  test('a broken element is told with its line, and the rest goes on', async () => {
    const text = '[\n{"userName": "a"},\n{"userName": tru},\n{"userName": "c"}]';

    const read = await collect(readJsonList(inPieces(text)));

    assert.deepEqual(
      read.map(({ line }) => line),
      [2, 3, 4],
    );
    assert.ok(read[1] !== undefined && 'problem' in read[1]);
    assert.match(read[1].problem, /^is not JSON/);
  });

  for (const [title, text] of [
    ['an empty file', ''],
    ['text that is no JSON', 'userName'],
    ['a list of numbers', '[1, 2]'],
    ['a list that is cut off', '[{"userName": "a"}, {"userNa'],
    ['something after the end', '[] []'],
  ] as const) {
    test(`${title} is refused in a sentence with its line`, async () => {
      await assert.rejects(collect(readJsonList(inPieces(text))), (error) => {
        assert.ok(isFileFault(error));
        return /^Line \d+: [A-Z].*\.$/.test(error.message);
      });
    });
  }

  test('a file of 100,000 users is never in memory whole', async () => {
    const { bytes, peak } = await readUsers(100_000);

    assert.ok(peak < bytes * 0.05, `${bytes} bytes took ${peak} bytes of the heap`);
  });
});

/** What is still referred to: garbage is collected first. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

/** Size of the file, and bytes of the heap that were in use at most while it was read. */
async function readUsers(count: number): Promise<{ bytes: number; peak: number }> {
  const before = liveBytes();
  let peak = 0;
  let read = 0;
  for await (const _ of readJsonList(makeList(count))) {
    read += 1;
    if (read % 10_000 === 9_999) peak = Math.max(peak, liveBytes() - before);
  }
  assert.equal(read, count);
  return { bytes: count * 1_000, peak };
}

async function* makeList(count: number): AsyncGenerator<Uint8Array> {
  const filler = 'x'.repeat(1_000);
  yield Buffer.from('{"Resources":[');
  for (let from = 0; from < count; from += 50) {
    const portion = Array.from(
      { length: 50 },
      (_, at) => `{"userName":"user-${from + at}","title":"${filler}"}`,
    );
    yield Buffer.from(`${from === 0 ? '' : ','}${portion.join(',')}`);
  }
  yield Buffer.from(']}');
}
