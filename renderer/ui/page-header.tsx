// The head of a page: its one h1, and what can be done there.
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** Quiet text beside the title, such as a number. */
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}

export function PageHeader({ title, note, children }: PageHeaderProps) {
  return (
    <header className="flex min-h-11 shrink-0 items-center gap-2 border-b border-line px-4">
      <h1 className="text-lg font-semibold">{title}</h1>
      {note !== undefined && <span className="text-ink-3 tabular-nums">{note}</span>}
      <div className="flex min-w-0 flex-1 items-center justify-end gap-2">{children}</div>
    </header>
  );
}
