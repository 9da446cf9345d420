// How a figure has moved, in a word.
import { formatNumber } from '../../ui/format.ts';

/** `+12`, `−3`, `no change`. */
export function tellChange(change: number): string {
  if (change === 0) return 'no change';
  return change > 0 ? `+${formatNumber(change)}` : `−${formatNumber(-change)}`;
}
