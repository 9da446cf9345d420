// The live list: a window of the log that follows the end, or stays where the reader is and says how many are new.
import { ArrowDown, Play } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { keyOfRequest, type RequestListProps } from './list-props.ts';
import type { RequestWindow } from './request-window.ts';
import type { RequestWindowState } from './window-core.ts';
import { useHeaderFocus } from './use-header-focus.ts';

interface LiveListProps extends RequestListProps {
  readonly state: RequestWindowState;
  readonly window: RequestWindow;
}

/** The next page is read when the view comes this close to the end of the window. */
const READ_AHEAD_ROWS = 60;

export function RequestList({ state, window, sortedBy, openId, ...list }: LiveListProps) {
  const { rows, isFollowing } = state;
  useHeaderFocus(sortedBy, true);
  const rowAt = useCallback((index: number) => rows[index], [rows]);

  function onRange(first: number, last: number): void {
    if (first < READ_AHEAD_ROWS) window.loadBefore();
    if (last > rows.length - READ_AHEAD_ROWS) window.loadAfter();
  }

  function onFollowingChange(next: boolean): void {
    // The end of the window is not the end of the log while more can be read.
    if (next && state.hasAfter) window.loadAfter();
    else window.setFollowing(next);
  }

  return (
    <>
      <VirtualGrid
        {...list}
        label="Requests"
        columns={list.layout.columns}
        rowCount={rows.length}
        rowAt={rowAt}
        rowKey={keyOfRequest}
        indexOfKey={(key) => indexOfId(rows, Number(key))}
        firstRowNumber={state.firstNumber}
        totalRows={state.total}
        openKey={openId === undefined ? null : String(openId)}
        onRange={onRange}
        isFollowing={isFollowing}
        onFollowingChange={onFollowingChange}
      />
      <Pill state={state} window={window} />
    </>
  );
}

/** What waits below, and the way to it. */
function Pill({ state, window }: Pick<LiveListProps, 'state' | 'window'>) {
  const { isPaused, heldCount, isFollowing, newCount, phase } = state;
  if (phase === 'failed') {
    return (
      <Floating>
        <Button onPress={window.reload}>Rows could not be read. Try again</Button>
      </Floating>
    );
  }
  if (!isPaused && (isFollowing || newCount === 0)) return null;
  const Icon = isPaused ? Play : ArrowDown;
  return (
    <Floating>
      <Button
        variant="primary"
        onPress={() => (isPaused ? window.setPaused(false) : window.setFollowing(true))}
      >
        <Icon aria-hidden className="size-3.5" />
        {isPaused ? `Paused, ${formatNumber(heldCount)} held` : `${formatNumber(newCount)} new`}
      </Button>
    </Floating>
  );
}

/** Over the end of the list. */
export function Floating({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center">
      <div className="pointer-events-auto rounded-md shadow-pop">{children}</div>
    </div>
  );
}

/** Rows rise by id, so a binary search finds one; -1 when it is not in the window. */
export function indexOfId(rows: readonly RequestSummary[], id: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = rows[middle]?.id ?? 0;
    if (there === id) return middle;
    if (there < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
