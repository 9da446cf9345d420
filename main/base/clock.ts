// Time, as an argument: the only place that reads the machine's clock.

export interface Clock {
  readonly now: () => Date;
  /** Milliseconds that only grow, for durations. */
  readonly monotonicMs: () => number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};
