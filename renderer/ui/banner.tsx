// A bar below the title bar: something about the whole app that is not as usual, and what can be done. Its place is
// always there, so that screen readers hear what comes.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface BannerProps {
  /** An `alert` interrupts: for what keeps the app from its work. */
  readonly role: 'status' | 'alert';
  readonly isShown: boolean;
  readonly tone: 'accent' | 'warn' | 'bad';
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons and links. */
  readonly actions?: ReactNode;
}

const FILL = { accent: 'bg-accent-soft', warn: 'bg-warn-soft', bad: 'bg-bad-soft' };
const INK = { accent: 'text-accent', warn: 'text-warn', bad: 'text-bad' };

export function Banner({ role, isShown, tone, icon: Icon, title, children, actions }: BannerProps) {
  return (
    <div role={role}>
      {isShown && (
        <div
          className={cx(
            'flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5',
            FILL[tone],
          )}
        >
          <Icon aria-hidden className={cx('size-4 shrink-0', INK[tone])} />
          <p className="min-w-60 flex-1">
            <strong className="font-semibold">{title}</strong> {children}
          </p>
          {actions}
        </div>
      )}
    </div>
  );
}
