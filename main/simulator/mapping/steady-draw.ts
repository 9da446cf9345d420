// Chance that is none: the same text always draws the same numbers and GUIDs, so that a preview does not flicker.

export interface SteadyDraw {
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly newGuid: () => string;
}

export function steadyDraw(text: string): SteadyDraw {
  let state = Array.from(text).reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  );
  /** Mulberry32. */
  const random = () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return {
    random,
    newGuid: () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
  };
}
