// A part that scrolls and may hold nothing that takes the focus: it takes it itself, so that the keyboard can scroll it.
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface ScrollAreaProps {
  readonly label: string;
  /** A `region` is one of the page's landmarks. */
  readonly role?: 'group' | 'region';
  readonly className: string;
  readonly children: ReactNode;
}

export function ScrollArea({ label, role = 'group', className, children }: ScrollAreaProps) {
  return (
    <div
      role={role}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cx('overflow-auto -outline-offset-2', className)}
    >
      {children}
    </div>
  );
}
