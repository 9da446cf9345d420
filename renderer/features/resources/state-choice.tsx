// Which resources the list shows: those that are stored, of users the active or the inactive ones, or the deleted.
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ScreenParts } from './screen-parts.ts';
import { type ResourceState, useResourceSearch } from './use-resource-search.ts';

interface StateChoiceProps {
  readonly parts: ScreenParts;
}

type Choice = ResourceState | 'all';

const ALL = { value: 'all', label: 'All' } as const;
const DELETED = { value: 'deleted', label: 'Deleted' } as const;
const OF_USERS = [
  ALL,
  { value: 'active', label: 'Active' },
  { value: 'inactive', label: 'Inactive' },
  DELETED,
] as const;

export function StateChoice({ parts }: StateChoiceProps) {
  const address = useResourceSearch();

  /** What is deleted cannot be found by a SCIM filter, so a filter does not follow there and back. */
  function choose(next: Choice): void {
    const state = next === 'all' ? undefined : next;
    const isSameList = (state === 'deleted') === (address.state === 'deleted');
    const closed = { id: undefined, tab: undefined, version: undefined };
    void address.go({ state, ...closed, ...(!isSameList && { filter: undefined }) });
  }

  return (
    <SegmentedControl<Choice>
      label={`Which ${parts.title.toLowerCase()}`}
      options={parts.resourceType === 'User' ? OF_USERS : [ALL, DELETED]}
      value={address.state ?? 'all'}
      onChange={choose}
    />
  );
}
