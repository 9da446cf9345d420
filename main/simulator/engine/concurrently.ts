// Work on a stream of things, a few at the same time, results as they are ready. The stream is read no further than the
// work goes, so that memory does not grow with it.

export async function* concurrently<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running = new Map<number, Promise<readonly [number, Result]>>();
  let next = 0;
  try {
    for (const item of items) {
      const key = next++;
      running.set(
        key,
        work(item).then((result) => [key, result] as const),
      );
      if (running.size < limit) continue;
      const [done, result] = await Promise.race(running.values());
      running.delete(done);
      yield result;
    }
    while (running.size > 0) {
      const [done, result] = await Promise.race(running.values());
      running.delete(done);
      yield result;
    }
  } finally {
    await Promise.allSettled(running.values()); // nothing goes on behind the back of whoever stopped
  }
}
