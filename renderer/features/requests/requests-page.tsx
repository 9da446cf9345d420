// Requests: every exchange that reached the SCIM listener, live, with its details beside it.
import { useRef, useState } from 'react';
import { formatNumber } from '../../ui/format.ts';
import type { GridSort } from '../../ui/grid-types.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PinnedNotice } from './pinned-notice.tsx';
import { RecordingNotice } from './record-button.tsx';
import { ReplayDialog } from './replay-dialog.tsx';
import { FrozenNotice, RequestContent } from './request-content.tsx';
import { RequestMenu, type OpenMenu } from './request-menu.tsx';
import { RequestPanes } from './request-panes.tsx';
import { RequestToolbar } from './request-toolbar.tsx';
import type { RequestWindowState } from './window-core.ts';
import { useRequestsScreen } from './use-requests-screen.ts';

export function RequestsPage() {
  const filterBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const screen = useRequestsScreen({ filterBox, list });
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [sortedBy, setSortedBy] = useState<string | null>(null);
  const { address, window, state, layout } = screen;

  function sortBy(next: GridSort | null): void {
    setSortedBy(next?.columnId ?? address.sort?.columnId ?? null);
    address.setSort(next);
  }

  function select(next: ReadonlySet<string>, how?: 'all'): void {
    if (next.size > 0) window.setFollowing(false);
    screen.select(next, how);
  }

  return (
    <>
      <RecordingNotice />
      <PinnedNotice onShow={() => address.setFilter('is:pinned')} />
      <RequestPanes
        address={address}
        selectedIds={screen.selectedIds}
        selectionScope={screen.selectionScope}
        onClearSelection={screen.clear}
        onCompare={screen.compare}
        onFocusList={screen.focusList}
      >
        <PageHeader title="Requests" note={describeTotal(state)} help="requests">
          <RequestToolbar screen={screen} filterBox={filterBox} />
        </PageHeader>
        {screen.isFrozen && <FrozenNotice state={state} onLive={address.backToLive} />}
        <div
          ref={list}
          className="relative flex min-h-0 flex-1 flex-col"
          onKeyDown={(event) => event.key === 'Escape' && screen.onEscape()}
          role="presentation"
        >
          <RequestContent
            address={address}
            state={state}
            window={window}
            filter={address.appliedFilter}
            layout={layout}
            sort={address.sort}
            sortedBy={sortedBy}
            onSort={sortBy}
            openId={address.id}
            onOpen={screen.open}
            selected={screen.selected}
            onSelect={select}
            onMenu={(request, place) => setMenu({ place, actions: screen.actionsOf(request) })}
          />
        </div>
      </RequestPanes>
      <RequestMenu menu={menu} onClose={() => setMenu(null)} />
      <NoteDialog />
      <ReplayDialog />
    </>
  );
}

function describeTotal(state: RequestWindowState): string | undefined {
  if (state.phase === 'loading') return undefined;
  const total = `${formatNumber(state.total)}${state.isTotalExact ? '' : '+'}`;
  return state.filter === '' ? total : `${total} match`;
}
