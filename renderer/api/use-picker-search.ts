// The search behind a picker: asked anew for each text. Until the answer has come, the list is what was found before, as
// far as it holds the text: whoever picks at once gets nobody that does not.
import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { keepHolding } from '../ui/keep-holding.ts';

interface PickerSearchOptions<Item> {
  readonly initialText: string;
  readonly queryKey: (text: string) => QueryKey;
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Item[]>;
  /** What the server looks into. */
  readonly textsOf: (item: Item) => readonly string[];
}

export function usePickerSearch<Item>(options: PickerSearchOptions<Item>) {
  const { initialText, queryKey, find, textsOf } = options;
  const [text, setText] = useState(initialText);
  const asked = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: queryKey(asked),
    queryFn: ({ signal }) => find(asked, signal),
    placeholderData: keepPreviousData,
  });
  const isAnswer = !query.isPlaceholderData && asked === text.trim();
  const items = query.data ?? NOTHING;
  const found = useMemo(
    () => (isAnswer ? items : keepHolding(items, text, textsOf)),
    [isAnswer, items, text, textsOf],
  );
  return { text, found, isLoading: query.isFetching || !isAnswer, type: setText };
}

const NOTHING: readonly never[] = [];
