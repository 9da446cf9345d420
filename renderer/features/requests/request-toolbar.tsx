// What stands over the Requests list: recording, the filter with its menus, how the list is shown, what leaves it.
import { ArrowDownToLine, Check, Clock, Layers, PanelRight, Pause, Play } from 'lucide-react';
import type { RefObject } from 'react';
import type { RequestView } from '../../../shared/admin/request-log-changes.ts';
import type { GroupBy } from '../../../shared/admin/request-log-pages.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ColumnPicker } from '../../ui/column-picker.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { ClearMenu } from './clear-menu.tsx';
import { DOCKS, setDock, useDock } from './dock.ts';
import { FilterBox } from './filter/filter-box.tsx';
import { FilterHelp } from './filter/filter-help.tsx';
import { readTimeRange, replaceTimeRange, TIME_RANGES } from './filter/time-range.ts';
import { GROUPINGS } from './list-mode.ts';
import { RecordButton } from './record-button.tsx';
import { setTimeForm, TIME_FORMS, useTimeForm } from './time-form.ts';
import type { RequestsScreen } from './use-requests-screen.ts';
import { ViewsMenu } from './views-menu.tsx';

interface RequestToolbarProps {
  readonly screen: RequestsScreen;
  readonly filterBox: RefObject<HTMLInputElement | null>;
}

export function RequestToolbar({ screen, filterBox }: RequestToolbarProps) {
  const { address, state, window, layout, isFrozen } = screen;
  const { filter, setFilter } = address;
  const tenant = useTenantSlug();
  const { isPaused, isFollowing } = state;
  const isEmpty = state.total === 0 && filter === '';

  function showView(view: RequestView): void {
    layout.show(view.columns);
    address.showView(view);
  }

  return (
    <div
      role="toolbar"
      aria-label="Requests"
      className="flex min-w-0 flex-1 flex-wrap items-center justify-end gap-1 py-2 pl-2 max-[30rem]:p-0"
    >
      <RecordButton />
      <div className="flex min-w-64 flex-1 items-center gap-1 max-[30rem]:min-w-0">
        <FilterBox
          filter={filter}
          onFilter={setFilter}
          inputRef={filterBox}
          onLeave={screen.focusList}
        />
        <FilterHelp onTry={setFilter} />
      </div>
      <div className="flex items-center gap-1 max-[30rem]:flex-wrap">
        <ViewsMenu current={screen.view} onShow={showView} />
        <TimeMenu filter={filter} onFilter={setFilter} />
        <GroupMenu groupBy={address.groupBy} onGroupBy={address.setGroupBy} />
        <ColumnPicker layout={layout}>
          <TimeFormControl />
        </ColumnPicker>
        <DockMenu />
        <IconButton
          icon={isPaused ? Play : Pause}
          label={isPaused ? 'Resume the list' : 'Pause the list'}
          isDisabled={isFrozen}
          onPress={() => window.setPaused(!isPaused)}
        />
        <IconButton
          icon={ArrowDownToLine}
          label="Follow new requests"
          isDisabled={isFrozen}
          isPressed={isFollowing}
          onPress={() => window.setFollowing(!isFollowing)}
        />
        <ExportMenu
          selectedIds={screen.selectedIds}
          listed={{ query: { tenant, filter }, total: state.total }}
          isDisabled={isEmpty}
        />
        <ClearMenu filter={filter} isDisabled={isEmpty} />
      </div>
    </div>
  );
}

interface TimeMenuProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

function TimeMenu({ filter, onFilter }: TimeMenuProps) {
  const range = readTimeRange(filter);
  const shown = TIME_RANGES.find(({ id }) => id === range)?.label ?? 'Other time';
  return (
    <MenuButton
      label={`Time range: ${shown}`}
      icon={Clock}
      actions={TIME_RANGES.map(({ id, label }) => ({
        id: id === '' ? 'any' : id,
        label,
        ...(id === range ? { icon: Check } : {}),
        onAction: () => onFilter(replaceTimeRange(filter, id)),
      }))}
    />
  );
}

interface GroupMenuProps {
  readonly groupBy: GroupBy | null;
  readonly onGroupBy: (groupBy: GroupBy | null) => void;
}

function GroupMenu({ groupBy, onGroupBy }: GroupMenuProps) {
  const shown = groupBy ?? 'none';
  return (
    <MenuButton
      label={`Groups: ${GROUPINGS.find(({ value }) => value === shown)?.label ?? shown}`}
      icon={Layers}
      actions={GROUPINGS.map(({ value, label }) => ({
        id: value,
        label,
        ...(value === shown ? { icon: Check } : {}),
        onAction: () => onGroupBy(value === 'none' ? null : value),
      }))}
    />
  );
}

function DockMenu() {
  const dock = useDock();
  return (
    <MenuButton
      label="Place of the details"
      icon={PanelRight}
      actions={DOCKS.map(({ value, label }) => ({
        id: value,
        label,
        ...(value === dock ? { icon: Check } : {}),
        onAction: () => setDock(value),
      }))}
    />
  );
}

function TimeFormControl() {
  const form = useTimeForm((state) => state.form);
  return (
    <div className="flex items-center justify-between px-2 pt-1">
      <span className="text-ink-2">Time</span>
      <SegmentedControl
        label="Form of times"
        options={TIME_FORMS}
        value={form}
        onChange={setTimeForm}
      />
    </div>
  );
}
