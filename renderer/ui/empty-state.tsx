// What a view says when it has nothing to show: what this is for, and what to do next.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-2 px-6 py-12 text-center">
      <span className="mb-1 flex size-10 items-center justify-center rounded-lg border border-line bg-surface-2 text-ink-2">
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="text-balance text-ink-2">{children}</div>
      {actions !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
