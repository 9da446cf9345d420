// Whose dates and numbers are shown. The setting decides; the last one is kept in localStorage too, so that the page is
// right before the server has told it. Who formats reads what holds now; screens are drawn anew when it changes.
import { create } from 'zustand';

export interface Forms {
  readonly number: Intl.NumberFormat;
  /** Always so many digits behind the point. */
  readonly decimals: (digits: number) => Intl.NumberFormat;
  /** Of a share, with a digit behind the point where there is one. */
  readonly percent: Intl.NumberFormat;
  /** Of an instant, in local time. */
  readonly time: (at: Date) => string;
  readonly minute: (at: Date) => string;
  readonly dateTime: (at: Date) => string;
}

const STORAGE_NAME = 'scim-mock-tenant.locale';

const useLocale = create<{ readonly locale: string; readonly forms: Forms }>(() => {
  const locale = readStored();
  return { locale, forms: createForms(locale) };
});

/** Changes when dates and numbers are to be written anew. */
export function useLocaleName(): string {
  return useLocale((state) => state.locale);
}

export function readForms(): Forms {
  return useLocale.getState().forms;
}

/** `system`, `iso` or a language tag. */
export function setLocale(locale: string): void {
  if (useLocale.getState().locale === locale) return;
  globalThis.localStorage?.setItem(STORAGE_NAME, locale);
  useLocale.setState({ locale, forms: createForms(locale) });
}

function readStored(): string {
  return globalThis.localStorage?.getItem(STORAGE_NAME) ?? 'system';
}

function createForms(locale: string): Forms {
  if (locale === 'iso') return createIsoForms();
  const language = locale === 'system' ? undefined : locale;
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const time = new Intl.DateTimeFormat(language, { ...clock, fractionalSecondDigits: 3 });
  const minute = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const dateTime = new Intl.DateTimeFormat(language, { ...day, ...clock });
  return {
    ...createNumbers(language),
    time: (at) => time.format(at),
    minute: (at) => minute.format(at),
    dateTime: (at) => dateTime.format(at),
  };
}

function createNumbers(
  language: string | undefined,
): Pick<Forms, 'number' | 'decimals' | 'percent'> {
  const exact = [0, 1, 2].map(
    (digits) =>
      new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return { number, percent, decimals: (digits) => exact[digits] ?? number };
}

/** `2026-05-04 14:03:09.120` and `1,204.5`: dates of ISO 8601, in local time. */
function createIsoForms(): Forms {
  return {
    ...createNumbers('en'),
    time: (at) => writeTime(at).concat('.', pad(at.getMilliseconds(), 3)),
    minute: (at) => writeTime(at).slice(0, 5),
    dateTime: (at) =>
      `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${writeTime(at)}`,
  };
}

function writeTime(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => pad(part)).join(':');
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}
