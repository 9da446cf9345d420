// Resources that are not stored any more: their list, and the two ways out of it, back or for good.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeletedResource, PurgeOrder } from '../../../../shared/admin/resource-tools.ts';
import { callAdmin } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import { useTenantSlug } from '../../../api/use-status.ts';
import { formatCount } from '../../../ui/format.ts';
import { toast } from '../../../ui/toast.tsx';
import { useStartJob } from '../../jobs/use-jobs.ts';
import { refusalText } from '../refusal-text.ts';
import type { ScreenParts } from '../screen-parts.ts';

const PAGE_SIZE = 100;

/** The last deleted first. `text`: a part of the name, or an id. */
export function useDeleted(resourceType: string, text: string) {
  const tenant = useTenantSlug();
  return useInfiniteQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'deleted', text),
    queryFn: ({ pageParam, signal }) =>
      callAdmin(
        'listDeletedResources',
        {
          params: { tenant, resourceType },
          query: { text, limit: PAGE_SIZE, ...(pageParam !== null && { before: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as number | null, // the type of those that follow
    getNextPageParam: (page) => page.next,
  });
}

export function usePurge(resourceType: string) {
  const tenant = useTenantSlug();
  return useStartJob((body: PurgeOrder) =>
    callAdmin('purgeDeletedResources', { params: { tenant, resourceType }, body }),
  );
}

/** One after the other; what is refused stays deleted, and the first reason is told. */
export function useRestoreMany({ resourceType, noun }: ScreenParts) {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(chosen: readonly DeletedResource[]) {
      const refused: { readonly name: string; readonly reason: string }[] = [];
      for (const { id, name, version } of chosen) {
        if (version === null) {
          refused.push({ name, reason: 'its past is not known' });
          continue;
        }
        const params = { tenant, resourceType, id };
        await callAdmin('restoreResource', { params, body: { version } }).catch((error: unknown) =>
          refused.push({ name, reason: refusalText(error) }),
        );
      }
      return refused;
    },
    async onSuccess(refused, chosen) {
      const [first] = refused;
      const restored = `${formatCount(chosen.length - refused.length, noun)} restored`;
      if (first === undefined) toast({ tone: 'good', message: restored });
      else {
        const count = formatCount(refused.length, noun);
        toast({
          tone: 'bad',
          message: `${restored}; ${count} could not be, the first: ${first.name}: ${first.reason}`,
        });
      }
      await queryClient.invalidateQueries({ queryKey: ['resources'] });
    },
  });
}
