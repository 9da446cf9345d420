// The filter of the Requests list: one line of text in the language of shared/request-filter, coloured as one types, with
// completions and how many requests each would leave. An editable combobox (ARIA Authoring Practices).
import { Search, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { findCaret } from '../../../../shared/request-filter/find-caret.ts';
import { findProblem } from '../list-mode.ts';
import { CompletionPopup } from './completion-popup.tsx';
import { FilterField } from './filter-field.tsx';
import { useCompletions } from './use-completions.ts';
import { useTypedFilter } from './use-typed-filter.ts';

interface FilterBoxProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Escape in a box that has nothing to close or clear: back to the list. */
  readonly onLeave: () => void;
}

export function FilterBox(props: FilterBoxProps) {
  const { inputRef } = props;
  const ids = { list: useId(), problem: useId() };
  const box = useFilterBox(props);
  const { typed, popup, options, problem, active } = box;
  return (
    <div className="relative flex min-w-0 flex-1 items-center">
      <Search
        aria-hidden
        className="pointer-events-none absolute left-2 z-10 size-3.5 text-ink-3"
      />
      <FilterField
        inputRef={inputRef}
        text={typed.text}
        problem={problem}
        onKeyDown={box.onKeyDown}
        onCaret={box.setCaret}
        onText={(text) => {
          typed.type(text);
          popup.open();
        }}
        onBlur={popup.close}
        aria={{
          'aria-expanded': options.length > 0,
          'aria-controls': ids.list,
          ...(active === undefined
            ? {}
            : { 'aria-activedescendant': `${ids.list}-${popup.active}` }),
          ...(problem === undefined
            ? {}
            : { 'aria-describedby': ids.problem, 'aria-invalid': true }),
        }}
      />
      {typed.text !== '' && (
        <span className="absolute right-0">
          <IconButton icon={X} label="Clear the filter" onPress={typed.clear} />
        </span>
      )}
      {options.length > 0 && (
        <CompletionPopup
          id={ids.list}
          options={options}
          active={popup.active}
          isSampled={box.isSampled}
          onAccept={box.accept}
        />
      )}
      {problem !== undefined && options.length === 0 && (
        <p
          id={ids.problem}
          role="status"
          className="absolute top-8 left-0 z-30 max-w-full rounded-md border border-line bg-surface-1 px-2.5 py-1.5 text-sm text-bad shadow-pop"
        >
          {problem.message}
        </p>
      )}
    </div>
  );
}

function useFilterBox({ filter, onFilter, inputRef, onLeave }: FilterBoxProps) {
  const typed = useTypedFilter(filter, onFilter);
  const [caret, setCaret] = useState(0);
  const popup = usePopup();
  const completions = useCompletions({ text: typed.text, caret }, popup.isOpen);
  // The answer trails the typing: it holds for as long as the same term is typed on.
  const place = findCaret(typed.text, caret);
  const isOfPlace = popup.isOpen && completions?.from === place.from;
  const options = isOfPlace
    ? completions.completions.filter(({ text }) => holds(text, place.typed))
    : [];
  const active = options[popup.active];

  function accept(option: { readonly text: string }): void {
    const { from, to } = place;
    const isDone = !option.text.endsWith(':');
    const space = isDone && typed.text.charAt(to) !== ' ' ? ' ' : '';
    const end = from + option.text.length + space.length;
    typed.type(`${typed.text.slice(0, from)}${option.text}${space}${typed.text.slice(to)}`);
    popup.open();
    moveCaret(inputRef.current, end, setCaret);
  }

  const run: Record<FieldAction, () => void> = {
    next: () => popup.move(1, options.length),
    previous: () => popup.move(-1, options.length),
    accept: () => active !== undefined && accept(active),
    apply() {
      popup.close();
      typed.apply();
    },
    escape() {
      popup.close();
      if (options.length > 0) return;
      if (typed.text === '') onLeave();
      else typed.clear();
    },
  };

  function onKeyDown(event: KeyboardEvent): void {
    const action = readKey(event, {
      hasOptions: options.length > 0,
      hasActive: active !== undefined,
    });
    if (action === undefined) return;
    event.preventDefault();
    run[action]();
  }

  return {
    typed,
    popup,
    options,
    active,
    accept,
    setCaret,
    onKeyDown,
    problem: findProblem(typed.text),
    isSampled: completions?.isSampled ?? false,
  };
}

function holds(option: string, typed: string): boolean {
  return option.replace(/^"/, '').toLowerCase().includes(typed.toLowerCase());
}

type FieldAction = 'next' | 'previous' | 'accept' | 'apply' | 'escape';

interface FieldState {
  readonly hasOptions: boolean;
  readonly hasActive: boolean;
}

function readKey(event: KeyboardEvent, state: FieldState): FieldAction | undefined {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (event.nativeEvent.isComposing || hasModifier) return undefined;
  const actions: Record<string, FieldAction | undefined> = {
    ArrowDown: 'next',
    ArrowUp: state.hasOptions ? 'previous' : undefined,
    Enter: state.hasActive ? 'accept' : 'apply',
    Tab: state.hasActive ? 'accept' : undefined,
    Escape: 'escape',
  };
  return actions[event.key];
}

/** Open or not, and which option is active; -1 when none is. */
function usePopup() {
  const [state, setState] = useState({ isOpen: false, active: -1 });
  return {
    ...state,
    open: () => setState({ isOpen: true, active: -1 }),
    close: () => setState({ isOpen: false, active: -1 }),
    move: (by: number, count: number) =>
      setState(({ isOpen, active }) => {
        if (!isOpen || count === 0) return { isOpen: true, active: -1 };
        const next = active + by;
        return { isOpen, active: next < 0 ? count - 1 : next >= count ? 0 : next };
      }),
  };
}

/** After the new text is in the input. */
function moveCaret(
  input: HTMLInputElement | null,
  place: number,
  onCaret: (caret: number) => void,
): void {
  requestAnimationFrame(() => {
    input?.setSelectionRange(place, place);
    onCaret(place);
  });
}
