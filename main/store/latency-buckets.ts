// Durations as whole numbers of a logarithmic scale: few enough to be counted one by one, fine enough that a percentile
// read from the counts is within 5 % of the true one.

const BASE = 1.1;
const LEAST_MS = 0.01;

export function toLatencyBucket(durationMs: number): number {
  return Math.round(Math.log(Math.max(durationMs, LEAST_MS)) / Math.log(BASE));
}

function toMilliseconds(bucket: number): number {
  return BASE ** bucket;
}

/** How many requests each bucket has. */
export type LatencyCounts = ReadonlyMap<number, number>;

/** `share` from 0 to 1: milliseconds that this part of the requests did not exceed; null where there are none. */
export function readPercentile(counts: LatencyCounts, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const wanted = Math.ceil(total * share);
  let passed = 0;
  for (const [bucket, count] of [...counts].toSorted(([one], [other]) => one - other)) {
    passed += count;
    if (passed >= wanted) return toMilliseconds(bucket);
  }
  return null;
}
