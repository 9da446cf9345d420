// What a list of the directory shows while it has no rows: it is being read, it failed, nothing matches.
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface ListStatesProps {
  /** Of what: `users`. */
  readonly noun: string;
  readonly list: {
    readonly total: number | undefined;
    readonly error: Error | undefined;
    readonly retry: () => void;
  };
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  /** Where there is nothing at all. */
  readonly empty: ReactNode;
  readonly children: (total: number) => ReactNode;
}

export function ListStates(props: ListStatesProps) {
  const { noun, list, isFiltered, onClear, empty, children } = props;
  if (list.error !== undefined) {
    return (
      <ErrorState title={`The ${noun} cannot be shown`} error={list.error} onRetry={list.retry} />
    );
  }
  if (list.total === undefined) return <Skeleton label={`Loading the ${noun}`} lines={10} />;
  if (list.total > 0) return children(list.total);
  if (!isFiltered) return empty;
  return (
    <EmptyState
      icon={SearchX}
      title={`No ${noun} match`}
      actions={<Button onPress={onClear}>Clear search and filter</Button>}
    >
      Names, user principal names and mail addresses are searched.
    </EmptyState>
  );
}
