// How much is kept, what is recorded, and what is left out meanwhile: settings that can be changed while the server runs.
import type { LogLimits, Recording } from '../../../shared/admin/request-log-changes.ts';

export const DEFAULT_LOG_LIMITS: LogLimits = {
  maxRows: 100_000,
  maxAgeDays: 30,
  maxBytes: 1024 ** 3,
  maxBodyBytes: 1024 ** 2,
  recordsBodies: true,
  indexesText: true,
  maxPinned: 10_000,
};

export function createLogState(given: Partial<LogLimits> = {}) {
  let limits: LogLimits = { ...DEFAULT_LOG_LIMITS, ...given };
  let recording: Recording = { isPaused: false, since: null, skipped: 0 };

  return {
    limits: () => limits,
    /** What is left out stays as it is; the log is cut to it in the background. */
    setLimits(change: Partial<LogLimits>): LogLimits {
      limits = { ...limits, ...change };
      return limits;
    },
    recording: () => recording,
    /** `now` is since when. Pausing twice changes nothing. */
    setRecording(isPaused: boolean, now: string): Recording {
      if (isPaused === recording.isPaused) return recording;
      recording = { isPaused, since: isPaused ? now : null, skipped: 0 };
      return recording;
    },
    /** A request was answered and not recorded. */
    noteSkipped(): void {
      recording = { ...recording, skipped: recording.skipped + 1 };
    },
  };
}
