// A square button with an icon; its label is its name and its tooltip.
import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { cx } from './cx.ts';

export interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  /** For a toggle. */
  readonly isPressed?: boolean;
}

export function IconButton({ icon: Icon, label, isPressed, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        {...rest}
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        className={cx(
          'inline-flex size-7 shrink-0 cursor-default items-center justify-center rounded-md',
          'hover:bg-surface-2 hover:text-ink-1 disabled:opacity-45',
          isPressed === true ? 'bg-accent-soft text-accent' : 'text-ink-2',
        )}
      >
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      </Button>
      <Tooltip
        offset={6}
        className="rounded-md bg-ink-1 px-2 py-1 text-sm text-surface-1 shadow-pop"
      >
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
