// The push button in its four weights.
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import { cx } from './cx.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly children: ReactNode;
}

const VARIANTS = {
  primary: 'border-transparent bg-accent-fill text-on-accent hover:bg-accent-fill-hover',
  secondary: 'border-line bg-surface-1 text-ink-1 shadow-xs hover:bg-surface-2',
  ghost: 'border-transparent text-ink-2 hover:bg-surface-2 hover:text-ink-1',
  danger: 'border-transparent bg-bad-fill text-on-accent hover:bg-bad-fill-hover',
} as const;

export function Button({ variant = 'secondary', children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={cx(
        'inline-flex h-7 shrink-0 cursor-default items-center justify-center gap-1.5 rounded-md border px-2.5',
        'font-medium whitespace-nowrap select-none disabled:opacity-50 data-pending:opacity-70',
        VARIANTS[variant],
      )}
    >
      {children}
    </AriaButton>
  );
}
