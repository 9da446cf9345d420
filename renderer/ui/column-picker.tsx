// Chooses the columns of a list: which are shown, in which order, how wide. All that a drag in the header does can be
// done here with buttons (WCAG 2.5.7).
import { ArrowDown, ArrowUp, ChevronsLeftRight, ChevronsRightLeft, Columns3 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { setDensity, useDensity } from './density.ts';
import type { GridColumn, GridLayout } from './grid-types.ts';
import { IconButton } from './icon-button.tsx';
import { PopoverButton } from './popover-button.tsx';
import { SearchField } from './search-field.tsx';
import { SegmentedControl } from './segmented-control.tsx';

interface ColumnPickerProps<Row> {
  readonly layout: GridLayout<Row>;
  /** More about the look of the list. */
  readonly children?: ReactNode;
}

/** More columns than this are searched rather than scrolled. */
const SEARCH_FROM = 12;
const WIDTH_STEP = 24;
const ASSUMED_WIDTH = 160;
const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const;

export function ColumnPicker<Row>({ layout, children }: ColumnPickerProps<Row>) {
  return (
    <PopoverButton label="Columns" icon={Columns3}>
      <ColumnList layout={layout}>{children}</ColumnList>
    </PopoverButton>
  );
}

function ColumnList<Row>({ layout, children }: ColumnPickerProps<Row>) {
  const [text, setText] = useState('');
  const density = useDensity((state) => state.density);
  const fits = createMatcher(text);
  const shown = layout.columns.filter(fits);
  const others = layout.all.filter(
    (column) => fits(column) && !layout.columns.some(({ id }) => id === column.id),
  );
  return (
    <div className="flex max-h-[min(32rem,70vh)] w-80 flex-col">
      <div className="flex items-center gap-2 p-1">
        {layout.all.length > SEARCH_FROM ? (
          <SearchField
            label="Find a column"
            placeholder="Find a column"
            value={text}
            onChange={setText}
          />
        ) : (
          <p className="flex-1 px-1 font-medium">Columns</p>
        )}
        <Button variant="ghost" isDisabled={layout.isAsDelivered} onPress={layout.reset}>
          Reset
        </Button>
      </div>
      <div className="min-h-0 overflow-y-auto">
        <ul aria-label="Shown columns">
          {shown.map((column) => (
            <ShownColumn key={column.id} column={column} layout={layout} />
          ))}
        </ul>
        {others.length > 0 && (
          <ul aria-label="Other columns" className="mt-1 border-t border-line pt-1">
            {others.map((column, index) => (
              <li key={column.id}>
                {column.section !== undefined && column.section !== others[index - 1]?.section && (
                  <p className="px-2 pt-2 pb-0.5 text-xs text-ink-3">{column.section}</p>
                )}
                <ColumnCheckbox column={column} layout={layout} isShown={false} />
              </li>
            ))}
          </ul>
        )}
        {shown.length + others.length === 0 && (
          <p className="px-2 py-3 text-ink-3">No column has this name.</p>
        )}
      </div>
      <div className="mt-1 flex items-center justify-between border-t border-line px-2 pt-1.5 pb-0.5">
        <span className="text-ink-2">Rows</span>
        <SegmentedControl
          label="Density of rows"
          options={DENSITIES}
          value={density}
          onChange={setDensity}
        />
      </div>
      {children}
    </div>
  );
}

interface ColumnEntryProps<Row> {
  readonly column: GridColumn<Row>;
  readonly layout: GridLayout<Row>;
}

function ShownColumn<Row>({ column, layout }: ColumnEntryProps<Row>) {
  const place = layout.columns.findIndex(({ id }) => id === column.id);
  function widen(by: number): void {
    const pixels = Number.parseInt(column.width, 10);
    layout.resize(column.id, (Number.isNaN(pixels) ? ASSUMED_WIDTH : pixels) + by);
  }
  return (
    <li className="flex items-center rounded-md hover:bg-surface-2">
      <ColumnCheckbox column={column} layout={layout} isShown />
      <IconButton
        icon={ChevronsRightLeft}
        label={`Make ${column.header} narrower`}
        onPress={() => widen(-WIDTH_STEP)}
      />
      <IconButton
        icon={ChevronsLeftRight}
        label={`Make ${column.header} wider`}
        onPress={() => widen(WIDTH_STEP)}
      />
      <IconButton
        icon={ArrowUp}
        label={`Move ${column.header} up`}
        isDisabled={place === 0}
        onPress={() => layout.move(column.id, place - 1)}
      />
      <IconButton
        icon={ArrowDown}
        label={`Move ${column.header} down`}
        isDisabled={place === layout.columns.length - 1}
        onPress={() => layout.move(column.id, place + 1)}
      />
    </li>
  );
}

function ColumnCheckbox<Row>({
  column,
  layout,
  isShown,
}: ColumnEntryProps<Row> & { readonly isShown: boolean }) {
  return (
    <label className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 hover:bg-surface-2">
      <input
        type="checkbox"
        checked={isShown}
        disabled={column.isFixed === true}
        onChange={() => layout.toggle(column.id)}
        className="size-4 shrink-0 accent-(--accent-fill)"
      />
      <span className="truncate">{column.header}</span>
    </label>
  );
}

/** Words apart by spaces must all occur; `dept|cost` means one or the other. */
function createMatcher(text: string) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ header, id }: { readonly header: string; readonly id: string }): boolean => {
    const name = `${header} ${id}`.toLowerCase();
    return words.every((word) => word.split('|').some((part) => name.includes(part)));
  };
}
