// How far long work has come; the words beside it say it too.
import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined while the whole is not known. */
  readonly share: number | undefined;
  /** Such as "120 of 500". */
  readonly note?: string;
}

export function ProgressBar({ label, share, note }: ProgressBarProps) {
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <AriaProgressBar
      value={percent ?? 0}
      isIndeterminate={percent === undefined}
      {...(note === undefined ? {} : { valueLabel: note })}
      className="flex min-w-0 flex-1 flex-col gap-1"
    >
      <div className="flex justify-between gap-3 text-sm">
        <Label className="truncate text-ink-2">{label}</Label>
        {note !== undefined && <span className="shrink-0 text-ink-3 tabular-nums">{note}</span>}
      </div>
      <div className="h-1.5 overflow-hidden rounded-full bg-surface-3">
        <div
          className="h-full rounded-full bg-accent-fill transition-[width] duration-150 motion-reduce:transition-none forced-colors:bg-[Highlight]"
          style={{ width: `${percent ?? 100}%` }}
        />
      </div>
    </AriaProgressBar>
  );
}
