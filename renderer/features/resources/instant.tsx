// A point in time in words, with the exact ISO instant in the tooltip.
import { formatDateTime } from '../../ui/format.ts';

interface InstantProps {
  /** ISO 8601; anything else is shown as it is. */
  readonly at: string;
}

export function Instant({ at }: InstantProps) {
  if (Number.isNaN(Date.parse(at))) return <span>{at}</span>;
  return (
    <time dateTime={at} title={at} className="tabular-nums">
      {formatDateTime(at)}
    </time>
  );
}
