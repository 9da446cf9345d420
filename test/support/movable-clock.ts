// The time of day as a test says it; it stands still until it is moved.
import { systemClock, type Clock } from '../../main/base/clock.ts';

export interface MovableClock extends Clock {
  readonly moveMinutes: (minutes: number) => void;
}

export function createMovableClock(start = '2026-03-01T12:00:00.000Z'): MovableClock {
  let nowMs = Date.parse(start);
  return {
    now: () => new Date(nowMs),
    monotonicMs: systemClock.monotonicMs,
    moveMinutes: (minutes) => void (nowMs += minutes * 60_000),
  };
}
