// Picks one of many by typing part of its name: the list is asked of the server while typing.
import { ChevronsUpDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import { INPUT_CLASSES } from './text-field.tsx';

export interface Pickable {
  readonly id: string;
  readonly name: string;
}

/** What a feature gives of its own search. */
export interface PickerSearch<Item extends Pickable> {
  readonly text: string;
  readonly found: readonly Item[];
  readonly isLoading: boolean;
  readonly type: (text: string) => void;
}

export interface SearchPickerProps<Item extends Pickable> {
  readonly label: string;
  readonly placeholder: string;
  readonly search: PickerSearch<Item>;
  /** Picked at first. */
  readonly initial: Item | null;
  readonly error?: string | undefined;
  readonly hasFocus?: boolean;
  /** Where nothing is found. */
  readonly emptyText: string;
  /** The second line of an item. */
  readonly detail: (item: Item) => string;
  readonly icon?: (item: Item) => ReactNode;
  /** null when the text was emptied. */
  readonly onPick: (item: Item | null) => void;
}

export function SearchPicker<Item extends Pickable>(props: SearchPickerProps<Item>) {
  const { label, placeholder, search, initial, error, hasFocus = false } = props;
  const [picked, setPicked] = useState(initial);

  function choose(item: Item | null): void {
    setPicked(item);
    search.type(item?.name ?? '');
    props.onPick(item);
  }

  function pick(id: unknown): void {
    const found = search.found.find((item) => item.id === id);
    if (found !== undefined) choose(found);
  }

  return (
    <ComboBox
      items={search.found}
      inputValue={search.text}
      onInputChange={(text) => (text === '' ? choose(null) : search.type(text))}
      value={picked?.id ?? null}
      onChange={pick}
      onBlur={() => search.type(picked?.name ?? '')}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
      autoFocus={hasFocus}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="text-sm font-medium text-ink-2">{label}</Label>
      <div className="relative">
        <Input
          placeholder={placeholder}
          className={cx(INPUT_CLASSES, 'pr-7 data-invalid:border-bad')}
        />
        <Button className="absolute top-0.5 right-0.5 flex size-6 items-center justify-center rounded text-ink-3 hover:text-ink-1">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Button>
      </div>
      <FieldError className="text-sm text-bad">{error}</FieldError>
      <Suggestions {...props} />
    </ComboBox>
  );
}

function Suggestions<Item extends Pickable>({
  search,
  emptyText,
  detail,
  icon,
}: SearchPickerProps<Item>) {
  return (
    <Popover className="w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface-1 p-1 shadow-pop">
      <ListBox<Item>
        renderEmptyState={() => (
          <p className="px-2 py-1.5 text-ink-3">{search.isLoading ? 'Looking…' : emptyText}</p>
        )}
        className="max-h-64 overflow-auto outline-none"
      >
        {(item) => (
          <ListBoxItem
            id={item.id}
            textValue={item.name}
            className="flex cursor-default items-center gap-2 rounded-md px-2 py-1 data-focused:bg-accent-soft"
          >
            {icon?.(item)}
            <span className="min-w-0">
              <span className="block truncate text-ink-1">{item.name}</span>
              <span className="block truncate text-sm text-ink-3">{detail(item)}</span>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
