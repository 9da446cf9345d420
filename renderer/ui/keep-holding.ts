// What a list may still show of a narrower search whose answer is on its way.

/** Those in which every word of the text occurs, in one of the texts that are read of them. */
export function keepHolding<Item>(
  items: readonly Item[],
  text: string,
  read: (item: Item) => readonly string[],
): readonly Item[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  return items.filter((item) => {
    const texts = read(item).map((one) => one.toLowerCase());
    return words.every((word) => texts.some((one) => one.includes(word)));
  });
}
