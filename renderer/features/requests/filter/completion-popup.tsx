// The completions of the filter box, each with what it means and how many requests it would leave.
import { useEffect, useRef } from 'react';
import type { CompletionList } from '../../../../shared/admin/request-log-pages.ts';
import { cx } from '../../../ui/cx.ts';
import { formatNumber } from '../../../ui/format.ts';

type Completion = CompletionList['completions'][number];

interface CompletionPopupProps {
  readonly id: string;
  readonly options: readonly Completion[];
  readonly active: number;
  readonly isSampled: boolean;
  readonly onAccept: (option: Completion) => void;
}

export function CompletionPopup({
  id,
  options,
  active,
  isSampled,
  onAccept,
}: CompletionPopupProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="absolute top-8 left-0 z-30 w-full max-w-xl min-w-72 rounded-lg border border-line bg-surface-1 p-1 shadow-pop">
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Completions"
        className="max-h-80 overflow-y-auto"
      >
        {options.map((option, index) => (
          // The input keeps the focus and hears the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
          <div
            key={`${option.kind} ${option.text}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAccept(option)}
            className={cx(
              'flex h-7 cursor-default items-center gap-3 rounded px-2',
              index === active ? 'bg-surface-3' : 'hover:bg-surface-2',
            )}
          >
            <span className="shrink-0 font-mono text-sm text-accent">{option.text}</span>
            <span className="min-w-0 flex-1 truncate text-ink-3">{option.meaning}</span>
            {option.requests !== null && (
              <span className="text-sm text-ink-2 tabular-nums">
                {formatNumber(option.requests)}
                <span className="sr-only">{option.requests === 1 ? ' request' : ' requests'}</span>
              </span>
            )}
          </div>
        ))}
      </div>
      {isSampled && (
        <p className="border-t border-line px-2 pt-1 text-xs text-ink-3">
          Counts are of the newest requests.
        </p>
      )}
    </div>
  );
}
