// A titled part of a details pane, with its actions at the right of the title.
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="px-4 py-3">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center justify-between gap-x-2">
        <h3 id={id} className="min-w-0 font-semibold wrap-anywhere">
          {title}
        </h3>
        {actions !== undefined && <div className="flex items-center gap-1">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
