// One piece of work on an object at a time: a cycle and provision on demand may come upon it together, and both would find
// that the target does not have it yet, and create it.

export interface Turns {
  /** Waits until nobody else works on what has that key. */
  readonly take: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async take(key, work) {
      const before = last.get(key);
      const mine = before === undefined ? work() : before.then(work, work);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
