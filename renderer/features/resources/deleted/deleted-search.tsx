// Finds deleted resources by a part of their name, or by their id: no SCIM filter reaches them any more.
import { SearchField } from '../../../ui/search-field.tsx';
import type { ScreenParts } from '../screen-parts.ts';
import { useDelayedText } from '../use-delayed-text.ts';
import { useResourceSearch } from '../use-resource-search.ts';

interface DeletedSearchProps {
  readonly parts: ScreenParts;
}

export function DeletedSearch({ parts }: DeletedSearchProps) {
  const address = useResourceSearch();
  const typing = useDelayedText(address.filter ?? '', (filter) => void address.rewrite({ filter }));
  return (
    <div role="search" className="flex min-w-48 flex-1">
      <SearchField
        label={`Find deleted ${parts.title.toLowerCase()}`}
        placeholder="Part of the name, or the ID"
        value={typing.text}
        onChange={typing.type}
      />
    </div>
  );
}
