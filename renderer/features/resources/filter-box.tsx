// The filter over a list: SCIM filter syntax or plain words, with what is wrong right under it.
import { useId } from 'react';
import { SearchField } from '../../ui/search-field.tsx';
import { FilterHelp } from './filter-help.tsx';
import type { ScreenParts } from './screen-parts.ts';
import type { AppliedFilter } from './use-applied-filter.ts';
import { useDelayedText } from './use-delayed-text.ts';

interface FilterBoxProps {
  readonly parts: ScreenParts;
  readonly applied: AppliedFilter;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

export function FilterBox({ parts, applied, text, onChange }: FilterBoxProps) {
  const noteId = useId();
  const typing = useDelayedText(text, onChange);
  return (
    <div className="shrink-0 border-b border-line px-4 py-2">
      <div role="search" className="flex items-center gap-2">
        <SearchField
          label={`Filter ${parts.title.toLowerCase()}`}
          placeholder={parts.placeholder}
          value={typing.text}
          onChange={typing.type}
          onSubmit={typing.settle}
          isMono
          isInvalid={applied.problem !== undefined}
          describedBy={noteId}
        />
        <FilterHelp examples={parts.examples} onPick={typing.settle} />
      </div>
      <p id={noteId} aria-live="polite" className="text-sm">
        {applied.problem === undefined ? (
          <FilterNote applied={applied} />
        ) : (
          <span className="block pt-1 text-bad">
            {applied.problem}. The list shows the last good filter.
          </span>
        )}
      </p>
    </div>
  );
}

function FilterNote({ applied }: { readonly applied: AppliedFilter }) {
  if (applied.kind !== 'words') return null;
  return (
    <span className="block truncate pt-1 text-ink-3" title={applied.filter}>
      Plain words: shows what contains all of them.
    </span>
  );
}
