// The line of text that a filter is typed in: an ARIA combobox whose list suggests what may come next. Nothing is chosen
// until an arrow key has gone there, so Enter always applies what is written.
import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import type { FilterSuggestion } from './filter-completion.ts';
import { useFilterCompletion } from './use-filter-completion.ts';

interface FilterInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly resourceType: string;
  readonly text: string;
  readonly isInvalid: boolean;
  /** Id of the element that explains what is wrong. */
  readonly describedBy: string;
  readonly onType: (text: string) => void;
  readonly onSettle: (text: string) => void;
}

export function FilterInput(props: FilterInputProps) {
  const { label, placeholder, text, isInvalid, describedBy } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useFilterBox(props, input);
  return (
    <div className="relative flex min-w-0 flex-1 items-center" onBlur={box.close}>
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-ink-3" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={box.isOpen}
        aria-controls={listId}
        aria-activedescendant={box.active === -1 ? undefined : `${listId}-${box.active}`}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) =>
          box.type(target.value, target.selectionStart ?? target.value.length)
        }
        onSelect={(event) => box.moveCaret(event.currentTarget)}
        onKeyDown={box.onKeyDown}
        className={cx(
          INPUT_CLASSES,
          'pr-7 pl-7 font-mono text-sm placeholder:font-sans placeholder:text-base',
          isInvalid && 'border-bad',
        )}
      />
      {text !== '' && (
        <span className="absolute right-0.5">
          <IconButton icon={X} label="Clear" onPress={box.clear} />
        </span>
      )}
      <SuggestionList id={listId} box={box} />
    </div>
  );
}

interface SuggestionListProps {
  readonly id: string;
  readonly box: FilterBox;
}

function SuggestionList({ id, box }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      hidden={!box.isOpen}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-surface-1 p-1 shadow-pop"
    >
      {box.isOpen &&
        box.suggestions.map((suggestion, index) => (
          // Keys are handled by the input, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
          <div
            key={suggestion.insert}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === box.active}
            ref={index === box.active ? intoView : null}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => box.pick(suggestion)}
            className={cx(
              'flex cursor-default items-baseline gap-3 rounded-md px-2 py-0.5',
              index === box.active ? 'bg-accent-soft' : 'hover:bg-surface-2',
            )}
          >
            <span className="shrink-0 font-mono text-sm">{suggestion.label}</span>
            <span className="min-w-0 flex-1 truncate text-right text-sm text-ink-3">
              {suggestion.detail}
            </span>
          </div>
        ))}
    </div>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** In the same paint as the text: whoever types on must not find the caret elsewhere. */
function usePlacedCaret(input: RefObject<HTMLInputElement | null>): (at: number) => void {
  const wanted = useRef<number>(null);
  useLayoutEffect(() => {
    const at = wanted.current;
    wanted.current = null;
    if (at !== null) input.current?.setSelectionRange(at, at);
  });
  return (at) => {
    wanted.current = at;
  };
}

type FilterBox = ReturnType<typeof useFilterBox>;

function useFilterBox(
  { resourceType, text, onType, onSettle }: FilterInputProps,
  input: RefObject<HTMLInputElement | null>,
) {
  const [caret, setCaret] = useState(text.length);
  const [{ isWanted, active }, setList] = useState({ isWanted: false, active: -1 });
  const { suggestions, accept } = useFilterCompletion(resourceType, text, caret);
  const isOpen = isWanted && suggestions.length > 0;
  const placeCaret = usePlacedCaret(input);

  function show(wanted: boolean): void {
    setList({ isWanted: wanted, active: -1 });
  }

  function type(value: string, at: number): void {
    setCaret(at);
    show(value.trim() !== ''); // an emptied box is done with
    onType(value);
  }

  function pick(suggestion: FilterSuggestion): void {
    const next = accept(suggestion);
    type(next.text, next.caret);
    placeCaret(next.caret);
  }

  function move(by: number): void {
    const count = suggestions.length;
    if (count === 0) return;
    const next = (active + by + count + (active === -1 && by < 0 ? 1 : 0)) % count;
    setList({ isWanted: true, active: isOpen ? next : 0 });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = isOpen ? suggestions[active] : undefined;
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: isOpen ? () => move(-1) : undefined,
      Enter: () => (chosen === undefined ? (show(false), onSettle(text)) : pick(chosen)),
      Tab: chosen === undefined ? undefined : () => pick(chosen),
      Escape: isOpen ? () => show(false) : text === '' ? undefined : () => onSettle(''),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return {
    suggestions,
    active,
    isOpen,
    type,
    pick,
    onKeyDown,
    moveCaret: ({ selectionStart }: HTMLInputElement) => setCaret(selectionStart ?? 0),
    close: () => show(false),
    clear: () => {
      show(false);
      onSettle('');
      input.current?.focus();
    },
  };
}
