// One value to paste elsewhere: its name as the portal has it, the value, and what can be done with it.
import type { ReactNode } from 'react';

interface ValueRowProps {
  readonly label: string;
  readonly value: string;
  /** Blurred in presenter view. */
  readonly isSecret?: boolean;
  readonly children: ReactNode;
}

export function ValueRow({ label, value, isSecret = false, children }: ValueRowProps) {
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-2">{label}</p>
      <div className="flex min-h-9 flex-wrap items-center justify-end gap-1 rounded-md border border-line bg-surface-0 py-0.5 pr-1 pl-3">
        <code
          aria-label={label}
          {...(isSecret ? { 'data-secret': '' } : {})}
          className="min-w-0 flex-1 basis-40 font-mono wrap-anywhere select-all"
        >
          {value}
        </code>
        {children}
      </div>
    </div>
  );
}
