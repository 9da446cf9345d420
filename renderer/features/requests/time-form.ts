// How the list writes times: as the clock had it, how long ago, or as the log has it.
import { useEffect, useState } from 'react';
import { create } from 'zustand';

export const TIME_FORMS = [
  { value: 'clock', label: 'Clock' },
  { value: 'ago', label: 'Ago' },
  { value: 'iso', label: 'ISO' },
] as const;

export type TimeForm = (typeof TIME_FORMS)[number]['value'];

const STORAGE_NAME = 'scim-mock-tenant.requests.time';

export const useTimeForm = create<{ readonly form: TimeForm }>(() => ({ form: readForm() }));

export function setTimeForm(form: TimeForm): void {
  localStorage.setItem(STORAGE_NAME, form);
  useTimeForm.setState({ form });
}

function readForm(): TimeForm {
  const stored = localStorage.getItem(STORAGE_NAME);
  return TIME_FORMS.find(({ value }) => value === stored)?.value ?? 'clock';
}

const TICK_MS = 5000;

/** The time now, a little stale: enough for "12 s ago". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const UNITS = [
  { unit: 'd', ms: 86_400_000 },
  { unit: 'h', ms: 3_600_000 },
  { unit: 'min', ms: 60_000 },
  { unit: 's', ms: 1000 },
] as const;

/** `12 s ago`, `3 h ago`; `now` within a second. */
export function formatAgo(instant: string, now: number): string {
  const ms = now - Date.parse(instant);
  const fit = UNITS.find((one) => ms >= one.ms);
  return fit === undefined ? 'now' : `${Math.floor(ms / fit.ms)} ${fit.unit} ago`;
}
