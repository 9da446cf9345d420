// Grey bars while data is on its way; they appear only when it takes longer than a moment.
import { cx } from './cx.ts';

interface SkeletonProps {
  /** Number of bars. */
  readonly lines: number;
  /** What is loading, for screen readers. */
  readonly label: string;
}

const WIDTHS = ['w-3/4', 'w-1/2', 'w-2/3', 'w-5/6', 'w-2/5'];

export function Skeleton({ lines, label }: SkeletonProps) {
  return (
    <div role="status" aria-label={label} className="animate-[appear_1ms_150ms_both] space-y-3 p-4">
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          className={cx('h-3 animate-pulse rounded bg-surface-3', WIDTHS[index % WIDTHS.length])}
        />
      ))}
    </div>
  );
}
