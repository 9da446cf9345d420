// The head of a page: its one h1, what can be done there, and at the same place on each the help that fits.
import { Link } from '@tanstack/react-router';
import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** Quiet text beside the title, such as a number. */
  readonly note?: string | undefined;
  /** The page of help about it. */
  readonly help?: string;
  readonly children?: ReactNode;
}

export function PageHeader({ title, note, help, children }: PageHeaderProps) {
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 max-[30rem]:py-2">
      <h1 className="text-lg font-semibold">{title}</h1>
      {help !== undefined && <HelpLink topic={help} />}
      {note !== undefined && <span className="text-ink-3 tabular-nums">{note}</span>}
      {children !== undefined && (
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2 max-[30rem]:basis-full max-[30rem]:flex-wrap max-[30rem]:justify-start">
          {children}
        </div>
      )}
    </header>
  );
}

/** Right after the title, so that it stands where it stands whatever else the page can do. */
function HelpLink({ topic }: { readonly topic: string }) {
  return (
    <Link
      to="/help"
      search={{ topic }}
      aria-label="About this screen"
      title="About this screen"
      className="-ml-1 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-surface-2 hover:text-ink-1"
    >
      <CircleHelp aria-hidden className="size-4" strokeWidth={1.75} />
    </Link>
  );
}
