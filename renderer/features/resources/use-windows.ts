// A long list read in windows as it is scrolled: only the windows on screen are loaded and kept fresh, so a live
// change re-reads those in place and nothing moves.
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';

interface WindowPage<Row> {
  readonly totalResults: number;
  readonly rows: readonly Row[];
}

export interface WindowedList<Row> {
  /** undefined until the first window is there. */
  readonly total: number | undefined;
  /** undefined where the row is not loaded (yet). */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
}

interface WindowSource<Page, Row> {
  readonly pageSize: number;
  readonly options: (page: number) => {
    readonly queryKey: readonly unknown[];
    readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Page>;
  };
  readonly read: (page: Page) => WindowPage<Row>;
}

export function useWindows<Page, Row>(source: WindowSource<Page, Row>): WindowedList<Row> {
  const { pageSize } = source;
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const numbers = pageNumbers(visible);
  const results = useQueries({ queries: numbers.map((page) => source.options(page)) });

  const pages = new Map<number, readonly Row[]>();
  let newestAt = 0;
  let newestTotal: number | undefined;
  results.forEach((result, index) => {
    if (result.data === undefined) return;
    const page = source.read(result.data);
    pages.set(numbers[index] ?? 0, page.rows);
    if (result.dataUpdatedAt < newestAt) return;
    newestAt = result.dataUpdatedAt;
    newestTotal = page.totalResults;
  });

  // While none of the windows in view is there yet, the last total holds the scroll bar in place.
  const [knownTotal, setKnownTotal] = useState<number>();
  if (newestTotal !== undefined && newestTotal !== knownTotal) setKnownTotal(newestTotal);

  return {
    total: newestTotal ?? knownTotal,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    onRange: (first, last) => {
      const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
      if (next.first !== visible.first || next.last !== visible.last) setVisible(next);
    },
  };
}

function pageNumbers(visible: { readonly first: number; readonly last: number }): number[] {
  return Array.from({ length: visible.last - visible.first + 1 }, (_, at) => visible.first + at);
}
