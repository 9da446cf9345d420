// Sections that fold, each with its checks; a section with a failure is open at first.
import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import type { CheckLine, CheckSection } from './check-model.ts';
import { CheckStateIcon } from './check-state-icon.tsx';

interface CheckSectionListProps {
  readonly sections: readonly CheckSection[];
  /** Whether the lines were chosen, so that each is meant to be seen. */
  readonly isNarrowed: boolean;
  readonly openCheck: string | undefined;
  readonly onOpen: (check: string) => void;
}

export function CheckSectionList(props: CheckSectionListProps) {
  const { sections, isNarrowed, openCheck, onOpen } = props;
  return (
    <div className="divide-y divide-line rounded-lg border border-line">
      {sections.map((section) => (
        <Disclosure
          // Anew when the first failure comes, so that it shows.
          key={`${section.id} ${isNarrowed || section.failed > 0}`}
          defaultExpanded={isNarrowed || section.failed > 0}
          className="group/section"
        >
          <Heading level={3}>
            <Button
              slot="trigger"
              className="flex min-h-9 w-full cursor-default items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-surface-2"
            >
              <ChevronRight
                aria-hidden
                className="size-4 shrink-0 text-ink-3 group-data-expanded/section:rotate-90"
              />
              <span className="flex-1 font-medium">{section.name}</span>
              <SectionCounts section={section} />
            </Button>
          </Heading>
          <DisclosurePanel>
            <ul className="pb-1">
              {section.lines.map((line) => (
                <li key={line.check.id}>
                  <Line line={line} isOpen={line.check.id === openCheck} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      ))}
    </div>
  );
}

function SectionCounts({ section }: { readonly section: CheckSection }) {
  const { passed, failed, skipped } = section;
  return (
    <span className="flex items-center gap-2 text-sm text-ink-3 tabular-nums">
      {failed > 0 && <Badge tone="bad">{failed} failed</Badge>}
      {passed > 0 && <span>{passed} passed</span>}
      {skipped > 0 && <span>{skipped} skipped</span>}
    </span>
  );
}

interface LineProps {
  readonly line: CheckLine;
  readonly isOpen: boolean;
  readonly onOpen: (check: string) => void;
}

function Line({ line, isOpen, onOpen }: LineProps) {
  const { check, state, binds } = line;
  return (
    <button
      type="button"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => onOpen(check.id)}
      className={cx(
        'flex min-h-8 w-full cursor-default items-center gap-2 py-1 pr-3 pl-9 text-left -outline-offset-2',
        isOpen ? 'bg-accent-soft' : 'hover:bg-surface-2',
      )}
    >
      <CheckStateIcon state={state} isMild={!binds} />
      <span className="w-10 shrink-0 font-mono text-sm text-ink-3">{check.id}</span>
      <span className="min-w-0 flex-1 wrap-anywhere">{check.title}</span>
      <span className="shrink-0 text-sm text-ink-3">{check.grade}</span>
    </button>
  );
}
