// Snapshots and what can be done with them. Nothing on the live feed tells of a new one, so each change here re-reads.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  SnapshotImport,
  type Restoration,
  type Snapshot,
  type SnapshotOrder,
} from '../../../shared/admin/snapshot.ts';
import { callAdmin } from '../../api/client.ts';
import { saveFileOf } from '../../api/download.ts';
import type { ImportSource } from '../../api/import-source.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';

const KEY = ['snapshots'];

export function useSnapshots() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => callAdmin('listSnapshots', {}, signal),
  });
}

/** Re-reads the list and whatever was compared. */
function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: KEY });
}

function tell(error: unknown): void {
  toast({ tone: 'bad', message: describeError(error) });
}

export function useTakeSnapshot(onTaken: (snapshot: Snapshot) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: SnapshotOrder) => callAdmin('takeSnapshot', { body }),
    onSuccess(snapshot) {
      void refresh();
      toast({ tone: 'good', message: `Snapshot "${snapshot.name}" taken` });
      onTaken(snapshot);
    },
  });
}

interface RestoreOrder {
  readonly snapshot: Snapshot;
  /** Slug of the only one; null: all of them. */
  readonly tenant: string | null;
}

export function useRestoreSnapshot(onRestored: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ snapshot: { id }, tenant }: RestoreOrder) =>
      callAdmin('restoreSnapshot', {
        params: { id },
        query: { ...(tenant !== null && { tenant }) },
      }),
    onSuccess({ restored, tenant, before, credentials }) {
      void refresh();
      const kept = `What was there before is the snapshot "${before.name}".`;
      const what = tenant === null ? `"${restored.name}"` : `"${tenant}" of "${restored.name}"`;
      const message = `${what} is restored. ${kept}${tellIssued(credentials)}`;
      toast({ tone: 'good', message });
      onRestored();
    },
    onError: tell,
  });
}

/** Of the others the tokens are what they were. */
function tellIssued(credentials: Restoration['credentials']): string {
  const issued = credentials?.issued ?? [];
  return issued.length === 0 ? '' : ` New Secret Tokens: ${issued.join(', ')}.`;
}

export function useSnapshotExport({ id }: Snapshot) {
  return useMutation({
    mutationFn: () => saveFileOf(`/api/snapshots/${encodeURIComponent(id)}/file`),
    onSuccess: () => toast({ tone: 'good', message: 'The snapshot has been saved as a file' }),
    onError: tell,
  });
}

/** What is in a file, and whether it can be imported; adds nothing. */
export function useSnapshotFile({ id, send }: ImportSource) {
  return useQuery({
    queryKey: ['snapshot-file', id],
    queryFn: async () => SnapshotImport.parse(await send({ dryRun: 'true' })).file,
    gcTime: 0,
    staleTime: Infinity, // the file is sent once for it
    retry: false,
  });
}

export function useSnapshotImport(onImported: (snapshot: Snapshot) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ send }: ImportSource) => SnapshotImport.parse(await send({})).snapshot,
    onSuccess(snapshot) {
      void refresh();
      if (snapshot === null) return;
      toast({ tone: 'good', message: `Snapshot "${snapshot.name}" imported` });
      onImported(snapshot);
    },
  });
}

export function useDeleteSnapshot(onDeleted: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Snapshot) => callAdmin('deleteSnapshot', { params: { id } }),
    onSuccess() {
      onDeleted();
      // The list alone: what was compared with it cannot be read any more.
      void queryClient.invalidateQueries({ queryKey: KEY, exact: true });
    },
    onError: tell,
  });
}

export function useComparison(id: string, other: string) {
  return useQuery({
    queryKey: [...KEY, id, 'comparison', other],
    queryFn: ({ signal }) =>
      callAdmin('compareSnapshot', { params: { id }, query: { with: other } }, signal),
    gcTime: 0, // what is there now moves on
  });
}

interface DifferencesOf {
  readonly id: string;
  readonly other: string;
  readonly tenant: string;
  readonly resourceType: string;
}

export function useDifferences({ id, other, tenant, resourceType }: DifferencesOf) {
  return useInfiniteQuery({
    queryKey: [...KEY, id, 'differences', other, tenant, resourceType],
    queryFn: ({ pageParam, signal }) =>
      callAdmin(
        'listSnapshotDifferences',
        { params: { id }, query: { with: other, tenant, resourceType, after: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.hasMore ? page.differences.at(-1)?.id : undefined),
    gcTime: 0,
  });
}

export function useResourceComparison({
  id,
  other,
  tenant,
  resource,
}: Omit<DifferencesOf, 'resourceType'> & { readonly resource: string }) {
  return useQuery({
    queryKey: [...KEY, id, 'resource', other, tenant, resource],
    queryFn: ({ signal }) =>
      callAdmin(
        'compareSnapshotResource',
        { params: { id, resource }, query: { with: other, tenant } },
        signal,
      ),
    gcTime: 0,
  });
}

export function usePutBack(id: string, onDone: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (order: { readonly tenant: string; readonly ids: readonly string[] }) =>
      callAdmin('putBackResources', {
        params: { id },
        body: { tenant: order.tenant, ids: [...order.ids] },
      }),
    onSuccess({ done, failed }) {
      void refresh();
      const [first] = failed;
      if (first === undefined) {
        toast({ tone: 'good', message: `${formatCount(done.length, 'resource')} put back` });
      } else {
        const rest = `${formatCount(failed.length, 'resource')} could not be put back`;
        toast({ tone: 'bad', message: `${rest}: ${first.message}` });
      }
      onDone();
    },
    onError: tell,
  });
}
