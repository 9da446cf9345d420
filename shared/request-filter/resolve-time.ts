// What a time in a filter comes to, at the moment in which it is asked.
import type { TimeValue } from './filter-tree.ts';

/** ISO 8601 in UTC, as the log has its instants. */
export function resolveTime(value: TimeValue, now: Date): string {
  switch (value.type) {
    case 'ago':
      return new Date(now.getTime() - value.ms).toISOString();
    case 'clock':
      return atClock(value.text, now).toISOString();
    case 'instant':
      // A date alone would be read as UTC.
      return new Date(value.text.includes('T') ? value.text : `${value.text}T00:00`).toISOString();
  }
}

function atClock(text: string, now: Date): Date {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  const instant = new Date(now);
  instant.setHours(hours, minutes, seconds, 0);
  return instant;
}
