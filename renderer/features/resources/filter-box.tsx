// The filter over a list: SCIM filter syntax or plain words, with what is wrong right under it.
import { useId } from 'react';
import { FilterHelp } from './filter-help.tsx';
import { FilterInput } from './filter-input.tsx';
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
    <div className="min-w-48 flex-1">
      <div role="search" className="flex items-center gap-2">
        <FilterInput
          label={`Filter ${parts.title.toLowerCase()}`}
          placeholder={parts.placeholder}
          resourceType={parts.resourceType}
          text={typing.text}
          onType={typing.type}
          onSettle={typing.settle}
          isInvalid={applied.problem !== undefined}
          describedBy={noteId}
        />
        <FilterHelp examples={parts.examples} onPick={typing.settle} />
      </div>
      <div id={noteId} aria-live="polite" className="text-sm">
        {applied.problem === undefined ? (
          <FilterNote applied={applied} />
        ) : (
          <>
            <SlipMark text={text} position={applied.position} />
            <p className="pt-0.5 text-bad">
              {applied.problem}. The list shows the last good filter.
            </p>
          </>
        )}
      </div>
    </div>
  );
}

interface SlipMarkProps {
  readonly text: string;
  readonly position: number | undefined;
}

/** The filter once more, with the place of the slip marked; the message beside it names the place in words. */
function SlipMark({ text, position }: SlipMarkProps) {
  if (position === undefined) return null;
  return (
    <p aria-hidden className="truncate pt-1 pl-7 font-mono text-sm whitespace-pre text-ink-3">
      {text.slice(Math.max(0, position - 60), position)}
      <span className="border-b-2 border-bad text-bad">
        {text.slice(position, position + 1) || ' '}
      </span>
      {text.slice(position + 1, position + 20)}
    </p>
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
