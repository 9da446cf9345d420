// The Prefer header: whether a client would rather not wait for the work, and how long it would.
// @see RFC 7240 §2, §4.1 (respond-async), §4.3 (wait); RFC 9967 §2.5.1.1

export interface Preferences {
  readonly respondAsync: boolean;
  /** Seconds; undefined when none were said. */
  readonly wait: number | undefined;
}

/** Of a preference that is said twice the first counts; what cannot be read is left out. */
export function readPrefer(header: string | undefined): Preferences {
  const preferences = (header ?? '').split(',').map(readPreference);
  const wait = preferences.find(([name]) => name === 'wait')?.[1];
  return {
    respondAsync: preferences.some(([name]) => name === 'respond-async'),
    wait: wait !== undefined && /^\d{1,9}$/.test(wait) ? Number(wait) : undefined,
  };
}

/** Parameters after a semicolon mean nothing to us. */
function readPreference(text: string): readonly [name: string, value: string | undefined] {
  const [name = '', value] = (text.split(';')[0] ?? '').split('=');
  return [name.trim().toLowerCase(), value?.trim().replace(/^"(.*)"$/, '$1')];
}
