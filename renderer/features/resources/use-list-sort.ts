// What a list is sorted by: in the address, and remembered for each resource type.
import type { GridSort } from '../../ui/grid-types.ts';
import { useLayoutValue } from '../../ui/layout.ts';
import { useResourceSearch } from './use-resource-search.ts';

export interface ListSort {
  readonly sort: GridSort | null;
  readonly setSort: (sort: GridSort | null) => void;
}

const NONE = 'none';

export function useListSort(resourceType: string): ListSort {
  const address = useResourceSearch();
  const [kept, keep] = useLayoutValue(`sort.${resourceType}`);
  return {
    sort: readSort(address.sort ?? kept ?? NONE),
    setSort(sort) {
      const text = sort === null ? NONE : writeSort(sort);
      keep(text);
      void address.rewrite({ sort: text });
    },
  };
}

/** `userName`, or `-userName` from high to low. */
export function readSort(text: string): GridSort | null {
  if (text === NONE || text === '') return null;
  return text.startsWith('-')
    ? { columnId: text.slice(1), direction: 'descending' }
    : { columnId: text, direction: 'ascending' };
}

function writeSort({ columnId, direction }: GridSort): string {
  return direction === 'descending' ? `-${columnId}` : columnId;
}
