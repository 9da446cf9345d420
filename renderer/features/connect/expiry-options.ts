// How long a token is good for, as choices, and what a token's end is called.
import { formatDateTime } from '../../ui/format.ts';

export const EXPIRY_OPTIONS = [
  { value: 'never', label: 'Never' },
  { value: '1', label: 'In 1 day' },
  { value: '30', label: 'In 30 days' },
  { value: '180', label: 'In 180 days' },
  { value: '365', label: 'In 1 year' },
] as const;

export type ExpiryChoice = (typeof EXPIRY_OPTIONS)[number]['value'];

const DAY_MS = 24 * 60 * 60_000;

export function toInstant(choice: ExpiryChoice, now: Date): string | null {
  return choice === 'never'
    ? null
    : new Date(now.getTime() + Number(choice) * DAY_MS).toISOString();
}

/** `Never expires`, `Expires 4 May 2026, 14:03:09`, `Expired …`, `Revoked …`. */
export function tellExpiry(token: {
  readonly state: 'live' | 'expired' | 'revoked';
  readonly expires: string | null;
  readonly revoked: string | null;
}): string {
  if (token.revoked !== null) return `Revoked ${formatDateTime(token.revoked)}`;
  if (token.expires === null) return 'Never expires';
  const verb = token.state === 'expired' ? 'Expired' : 'Expires';
  return `${verb} ${formatDateTime(token.expires)}`;
}
