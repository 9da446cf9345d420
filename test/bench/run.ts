// Create and look-up by userName through HTTP, against the floor in the same run: ratios, because absolute figures say
// more about the machine than about us. Rounds alternate between the two, so that a slow moment hits both. Nothing is
// asserted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LoadResult, median, runLoad } from './load.ts';
import { startFloor, startOurs, type Subject } from './subjects.ts';
import { createTraffic } from './traffic.ts';

const ROUNDS = 8;
const SLICE_MS = 400;
const CASES = [
  { operation: 'create', label: 'create', concurrency: 1 },
  { operation: 'create', label: 'create', concurrency: 8 },
  { operation: 'lookUp', label: 'look-up', concurrency: 1 },
  { operation: 'lookUp', label: 'look-up', concurrency: 8 },
] as const;

type Case = (typeof CASES)[number];

const folder = mkdtempSync(path.join(tmpdir(), 'scim-bench-'));
const subjects: Subject[] = [];
try {
  subjects.push(await startFloor(folder), await startOurs(folder));
  print(await measure(subjects));
} finally {
  await Promise.all(subjects.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
}

/** Results by case and subject, such as `create 8 ours`. */
async function measure(compared: readonly Subject[]): Promise<Map<string, LoadResult[]>> {
  const results = new Map<string, LoadResult[]>();
  const traffic = new Map(compared.map((subject) => [subject.name, createTraffic(subject)]));
  for (const { round, one, name } of plan(compared)) {
    const next = traffic.get(name)?.[one.operation];
    if (next === undefined) continue;
    const result = await runLoad({ ...one, durationMs: SLICE_MS, next });
    const key = keyOf(one, name);
    // The first round warms up.
    if (round > 0) results.set(key, [...(results.get(key) ?? []), result]);
  }
  return results;
}

/** Every slice in order; who goes first changes from round to round. */
function* plan(compared: readonly Subject[]) {
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = round % 2 === 0 ? compared : compared.toReversed();
    for (const one of CASES) yield* order.map(({ name }) => ({ round, one, name }));
  }
}

function keyOf({ operation, concurrency }: Case, name: Subject['name']): string {
  return `${operation} ${concurrency} ${name}`;
}

function print(results: ReadonlyMap<string, readonly LoadResult[]>): void {
  console.log(`Medians of ${ROUNDS} rounds of ${SLICE_MS} ms; ratio = ours / floor, per second.`);
  console.log('operation  at once  floor/s   ours/s  ratio  floor ms  ours ms');
  for (const one of CASES) {
    const floor = summarise(results.get(keyOf(one, 'floor')) ?? []);
    const ours = summarise(results.get(keyOf(one, 'ours')) ?? []);
    const columns = [
      one.label.padEnd(9),
      String(one.concurrency).padStart(7),
      floor.perSecond.toFixed(0).padStart(7),
      ours.perSecond.toFixed(0).padStart(7),
      (ours.perSecond / floor.perSecond).toFixed(2).padStart(5),
      floor.medianMs.toFixed(2).padStart(8),
      ours.medianMs.toFixed(2).padStart(7),
    ];
    console.log(columns.join('  '));
  }
}

function summarise(results: readonly LoadResult[]): LoadResult {
  return {
    perSecond: median(results.map(({ perSecond }) => perSecond)),
    medianMs: median(results.map(({ medianMs }) => medianMs)),
  };
}
