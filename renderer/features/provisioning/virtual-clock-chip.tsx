// Virtual time in the status bar, while it is not that of the wall; it leads to the clock.
import { Link } from '@tanstack/react-router';
import { Clock } from 'lucide-react';
import { formatDateTime } from '../../ui/format.ts';
import { useVirtualNow } from './use-simulator-clock.ts';

export function VirtualClockChip() {
  const clock = useVirtualNow();
  if (clock?.differs !== true) return null;
  return (
    <Link
      to="/entra/overview"
      title="The Entra simulator has a time of its own: go to its clock"
      className="flex h-5 shrink-0 items-center gap-1 rounded bg-warn-soft px-1.5 text-warn tabular-nums"
    >
      <Clock aria-hidden className="size-3.5" />
      <span className="sr-only">Virtual time of the Entra simulator: </span>
      {formatDateTime(clock.now.toISOString())}
    </Link>
  );
}
