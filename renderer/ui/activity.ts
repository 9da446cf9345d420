// What has happened in this window, newest first: every message, also those that have left the corner.
import { create } from 'zustand';

export interface ActivityEntry {
  readonly id: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly message: string;
}

interface ActivityState {
  readonly entries: readonly ActivityEntry[];
  /** Since the list was last open. */
  readonly unseen: number;
}

const MOST_KEPT = 200;
let lastId = 0;

export const useActivity = create<ActivityState>(() => ({ entries: [], unseen: 0 }));

export function recordActivity({ tone, message }: Pick<ActivityEntry, 'tone' | 'message'>): void {
  lastId += 1;
  const entry = { id: lastId, at: new Date().toISOString(), tone, message };
  useActivity.setState(({ entries, unseen }) => ({
    entries: [entry, ...entries].slice(0, MOST_KEPT),
    unseen: unseen + 1,
  }));
}

export function markActivitySeen(): void {
  useActivity.setState({ unseen: 0 });
}

export function clearActivity(): void {
  useActivity.setState({ entries: [], unseen: 0 });
}
