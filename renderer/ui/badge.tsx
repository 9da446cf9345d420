// A small label in a tone.
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { TONE_SOFT, type Tone } from './tone.ts';

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded px-1.5 text-sm font-medium whitespace-nowrap',
        TONE_SOFT[tone],
      )}
    >
      {children}
    </span>
  );
}
