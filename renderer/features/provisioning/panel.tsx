// A titled card of the screens about provisioning.
import { useId, type ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  readonly hint?: string;
  /** At the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, hint, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-lg border border-line bg-surface-1 px-5 pt-3 pb-5 shadow-xs"
    >
      <div className="mb-3">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
        {hint !== undefined && <p className="text-ink-2">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
