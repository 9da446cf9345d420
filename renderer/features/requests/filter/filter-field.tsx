// The input of the filter box: its text is transparent, and the same text lies behind it in colours.
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { cx } from '../../../ui/cx.ts';
import type { FilterProblem } from '../list-mode.ts';
import { readFilterSpans, type FilterSpan } from './filter-spans.ts';

interface FilterFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly problem: FilterProblem | undefined;
  readonly onText: (text: string) => void;
  readonly onCaret: (caret: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly aria: Readonly<Record<`aria-${string}`, string | boolean>>;
}

const KINDS: Record<FilterSpan['kind'], string> = {
  plain: 'text-ink-1',
  name: 'rounded-l-sm bg-accent-soft text-accent',
  value: 'rounded-r-sm bg-accent-soft text-ink-1',
  keyword: 'text-violet',
  wrong: 'text-bad underline decoration-wavy underline-offset-2',
};

const TEXT = 'font-mono text-sm whitespace-pre';

export function FilterField({
  inputRef,
  text,
  problem,
  onText,
  onCaret,
  onKeyDown,
  onBlur,
  aria,
}: FilterFieldProps) {
  const colours = useRef<HTMLDivElement>(null);
  return (
    <>
      <div
        ref={colours}
        aria-hidden
        className={cx(
          TEXT,
          'pointer-events-none absolute inset-y-px right-8 left-7 overflow-hidden leading-7 forced-colors:hidden',
        )}
      >
        {readFilterSpans(text, problem?.position).map((span, index) => (
          <span key={index} className={KINDS[span.kind]}>
            {span.text}
          </span>
        ))}
      </div>
      <input
        ref={inputRef}
        role="combobox"
        aria-label="Filter requests"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={aria['aria-expanded'] === true}
        aria-controls={String(aria['aria-controls'])}
        {...aria}
        type="text"
        value={text}
        placeholder="Filter: status:4xx op:create, or any words"
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => {
          onText(target.value);
          onCaret(target.selectionStart ?? target.value.length);
        }}
        onSelect={({ currentTarget }) => onCaret(currentTarget.selectionStart ?? 0)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onScroll={({ currentTarget }) => {
          colours.current?.scrollTo({ left: currentTarget.scrollLeft });
        }}
        className={cx(
          TEXT,
          'h-7 w-full min-w-0 rounded-md border border-line-strong bg-transparent pr-8 pl-[27px] text-transparent caret-ink-1 placeholder:font-sans placeholder:text-base placeholder:text-ink-3 forced-colors:text-[FieldText]',
        )}
      />
    </>
  );
}
