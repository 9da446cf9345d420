// Users or groups that were deleted, the last ones first, each to be brought back with its id.
import { useInfiniteQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import type { DeletedResource } from '../../../shared/admin/resource-tools.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ChangeLink } from './change-link.tsx';
import { Instant } from './instant.tsx';
import type { ScreenParts } from './screen-parts.ts';
import { useRestore } from './use-restore.ts';

interface DeletedDialogProps {
  readonly parts: ScreenParts;
  readonly onClose: () => void;
}

export function DeletedDialog({ parts, onClose }: DeletedDialogProps) {
  const title = `Deleted ${parts.title.toLowerCase()}`;
  const query = useDeleted(parts.resourceType);
  const deleted = query.data?.pages.flatMap((page) => page.deleted) ?? [];
  return (
    <Dialog
      title={title}
      size="large"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {query.isPending && <Skeleton label="Reading the history" lines={5} />}
      {query.isError && (
        <ErrorState
          title="The history could not be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && deleted.length === 0 && (
        <p>
          None. A {parts.noun} that a client or somebody in this app deletes is listed here, and can
          be brought back with its id.
        </p>
      )}
      {deleted.length > 0 && <DeletedTable title={title} parts={parts} deleted={deleted} />}
      {query.hasNextPage && (
        <div className="pt-3">
          <Button isPending={query.isFetching} onPress={() => void query.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </Dialog>
  );
}

interface DeletedTableProps {
  readonly title: string;
  readonly parts: ScreenParts;
  readonly deleted: readonly DeletedResource[];
}

function DeletedTable({ title, parts, deleted }: DeletedTableProps) {
  const restore = useRestore(parts.resourceType);
  return (
    <table aria-label={title} className="w-full text-left">
      <thead className="text-sm text-ink-3">
        <tr>
          <th className="py-1 pr-3 font-medium">Name</th>
          <th className="py-1 pr-3 font-medium">Deleted</th>
          <th className="py-1 pr-3 font-medium">By</th>
          <th className="sr-only">Restore</th>
        </tr>
      </thead>
      <tbody>
        {deleted.map(({ id, name, at, version, ...origin }) => (
          <tr key={id} className="border-t border-line/60 text-ink-1">
            <th scope="row" className="py-1.5 pr-3 font-normal wrap-anywhere" title={id}>
              {name}
            </th>
            <td className="py-1.5 pr-3 whitespace-nowrap">
              <Instant at={at} />
            </td>
            <td className="py-1.5 pr-3 whitespace-nowrap">
              <ChangeLink origin={origin} />
            </td>
            <td className="py-1.5 text-right">
              {version === null ? (
                <span className="text-ink-3">Its past is not known</span>
              ) : (
                <Button
                  isDisabled={restore.isPending}
                  onPress={() => restore.mutate({ id, version })}
                >
                  <RotateCcw aria-hidden className="size-3.5" />
                  Restore<span className="sr-only"> {name}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useDeleted(resourceType: string) {
  const tenant = useTenantSlug();
  return useInfiniteQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'deleted'),
    queryFn: ({ pageParam, signal }) =>
      callAdmin(
        'listDeletedResources',
        {
          params: { tenant, resourceType },
          query: pageParam === null ? {} : { before: pageParam },
        },
        signal,
      ),
    initialPageParam: null as number | null, // the type of those that follow
    getNextPageParam: (page) => page.next,
  });
}
