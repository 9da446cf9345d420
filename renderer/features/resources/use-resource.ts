// One stored user or group on screen: the resource, its history, and the changes made to it through the SCIM engine.
import {
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ResourceHistory, StoredResource } from '../../../shared/admin/resource.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { idOf } from './read-resource.ts';

const DELETION = 'delete-resource';

/** While a deletion is under way, nothing about the resource is asked for: it would be in vain. */
export function useIsDeleting(): boolean {
  return useIsMutating({ mutationKey: [DELETION] }) > 0;
}

export function useResource(resourceType: string, id: string): UseQueryResult<StoredResource> {
  const tenant = useTenantSlug();
  const isDeleting = useIsDeleting();
  return useQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'one', id),
    queryFn: ({ signal }) =>
      callAdmin('getResource', { params: { tenant, resourceType, id } }, signal),
    enabled: id !== '' && !isDeleting,
  });
}

export function useHistory(resourceType: string, id: string): UseQueryResult<ResourceHistory> {
  const tenant = useTenantSlug();
  const isDeleting = useIsDeleting();
  return useQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'history', id),
    enabled: !isDeleting,
    queryFn: ({ signal }) =>
      callAdmin('getHistory', { params: { tenant, resourceType, id } }, signal),
  });
}

export function useCreateResource(
  resourceType: string,
): UseMutationResult<StoredResource, Error, JsonObject> {
  const tenant = useTenantSlug();
  const store = useStoredAnswer(resourceType);
  return useMutation({
    mutationFn: (body: JsonObject) =>
      callAdmin('createResource', { params: { tenant, resourceType }, body }),
    onSuccess: store,
  });
}

export interface ResourceChange {
  readonly id: string;
  readonly body: JsonObject;
}

/** Body: a SCIM PatchOp message. */
export function usePatchResource(resourceType: string) {
  return useChangeResource('patchResource', resourceType);
}

export function useReplaceResource(resourceType: string) {
  return useChangeResource('replaceResource', resourceType);
}

function useChangeResource(
  route: 'patchResource' | 'replaceResource',
  resourceType: string,
): UseMutationResult<StoredResource, Error, ResourceChange> {
  const tenant = useTenantSlug();
  const store = useStoredAnswer(resourceType);
  return useMutation({
    mutationFn: ({ id, body }: ResourceChange) =>
      callAdmin(route, { params: { tenant, resourceType, id }, body }),
    onSuccess: store,
  });
}

/** `onDeleted` leaves the resource before anything is read again: it would be asked for in vain. */
export function useDeleteResource(
  resourceType: string,
  onDeleted: () => Promise<void>,
): UseMutationResult<unknown, Error, string> {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: [DELETION],
    mutationFn: (id: string) =>
      callAdmin('deleteResource', { params: { tenant, resourceType, id } }),
    onSuccess: async () => {
      await onDeleted();
      await queryClient.invalidateQueries({ queryKey: ['resources'] });
    },
  });
}

/** Shows what the engine stored at once; lists and history are read again. */
function useStoredAnswer(resourceType: string) {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return async (stored: StoredResource): Promise<void> => {
    const id = idOf(stored.resource);
    queryClient.setQueryData(queryKeys.resources(tenant, resourceType, 'one', id), stored);
    await queryClient.invalidateQueries({ queryKey: ['resources'] });
  };
}
