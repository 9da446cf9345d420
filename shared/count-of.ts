// A number and what it counts, for sentences: `1 member`, `12 members`.

/** The plural of a noun is its own with an s behind it, unless another is named. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
