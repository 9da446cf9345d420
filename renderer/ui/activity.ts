// What has happened in this window, newest first: every message, also those that have left the corner. Kept for as long
// as the window is open, a reload included, for each workspace: what another one told belongs to that one.
import { z } from 'zod';
import { create } from 'zustand';

const ActivityEntry = z.object({
  /** The newest has the greatest. */
  id: z.int(),
  /** Instant, ISO 8601. */
  at: z.string(),
  tone: z.enum(['good', 'bad', 'neutral']),
  message: z.string(),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

const Kept = z.object({
  entries: z.array(ActivityEntry).readonly(),
  /** Since the list was last open. */
  unseen: z.int(),
});
type Kept = z.infer<typeof Kept>;

interface ActivityState extends Kept {
  readonly workspace: string | undefined;
}

const STORAGE_NAME = 'scim-mock-tenant.activity';
const MOST_KEPT = 200;
const NOTHING: Kept = { entries: [], unseen: 0 };

export const useActivity = create<ActivityState>(() => ({ ...NOTHING, workspace: undefined }));

/** From now on the list is that of this workspace. What was said before one was known joins it. */
export function openActivity(workspace: string): void {
  const { workspace: before, ...pending } = useActivity.getState();
  if (before === workspace) return;
  const kept = readKept(workspace);
  const early = before === undefined ? pending : NOTHING;
  const newest = kept.entries[0]?.id ?? 0;
  const added = early.entries.map((entry) => ({ ...entry, id: entry.id + newest }));
  useActivity.setState({ workspace });
  keep({ entries: [...added, ...kept.entries], unseen: early.unseen + kept.unseen });
}

export function recordActivity({ tone, message }: Pick<ActivityEntry, 'tone' | 'message'>): void {
  const { entries, unseen } = useActivity.getState();
  const id = (entries[0]?.id ?? 0) + 1;
  const entry = { id, at: new Date().toISOString(), tone, message };
  keep({ entries: [entry, ...entries], unseen: unseen + 1 });
}

export function markActivitySeen(): void {
  keep({ entries: useActivity.getState().entries, unseen: 0 });
}

export function clearActivity(): void {
  keep(NOTHING);
}

function keep({ entries, unseen }: Kept): void {
  const { workspace } = useActivity.getState();
  const kept: Kept = { entries: entries.slice(0, MOST_KEPT), unseen };
  useActivity.setState(kept);
  if (workspace === undefined) return;
  sessionStorage.setItem(nameFor(workspace), JSON.stringify(kept));
}

function readKept(workspace: string): Kept {
  try {
    return Kept.parse(JSON.parse(sessionStorage.getItem(nameFor(workspace)) ?? 'null'));
  } catch {
    return NOTHING; // nothing yet, or not ours
  }
}

function nameFor(workspace: string): string {
  return `${STORAGE_NAME} ${workspace}`;
}
