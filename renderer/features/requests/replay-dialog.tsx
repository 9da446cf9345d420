// Asks before many requests are sent again: they may change as many resources.
import { create } from 'zustand';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { readMatchingIds, replayRequests, type ListScope } from './request-actions.ts';

/** That the server sends one after the other for one order. */
const MOST_SENT = 1000;

/** So many are sent without a question. */
const FEW = 10;

interface ReplayPlan {
  readonly ids: readonly number[];
  /** Shows the new entry. */
  readonly onOpen: (id: number) => void;
}

const usePlan = create<{ readonly plan: ReplayPlan | null }>(() => ({ plan: null }));

export function sendAgain(ids: readonly number[], onOpen: ReplayPlan['onOpen']): void {
  if (ids.length <= FEW) {
    void replayRequests(ids, onOpen);
  } else if (ids.length <= MOST_SENT) {
    usePlan.setState({ plan: { ids, onOpen } });
  } else {
    const message = `${formatCount(ids.length, 'request')} are too many: at most ${MOST_SENT} are sent again at once. Select fewer.`;
    toast({ tone: 'bad', message });
  }
}

/** All that match, loaded or not. */
export async function sendMatchingAgain(
  scope: ListScope,
  onOpen: ReplayPlan['onOpen'],
): Promise<void> {
  const ids = await readMatchingIds(scope, MOST_SENT);
  if (ids !== undefined) sendAgain(ids, onOpen);
}

function close(): void {
  usePlan.setState({ plan: null });
}

/** Mount once on the screen. */
export function ReplayDialog() {
  const plan = usePlan((state) => state.plan);
  if (plan === null) return null;
  const { ids, onOpen } = plan;
  const counted = formatCount(ids.length, 'request');
  return (
    <ConfirmDialog
      title={`Send ${counted} again?`}
      isOpen
      confirmLabel={`Send ${counted} again`}
      onClose={close}
      onConfirm={() => {
        close();
        void replayRequests(ids, onOpen);
      }}
    >
      <p>
        One after the other, in the order in which they arrived, each to the tenant that it came to.
        Users and groups may be created, changed and deleted by it. It ends at the first request
        that fails where it had not failed before.
      </p>
    </ConfirmDialog>
  );
}
